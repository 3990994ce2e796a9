import type { Ref } from 'preact';
import type { NativeSwitchState } from '#lib/model/draft.ts';
import { Icon } from '../ui/Icon.tsx';
import { useText } from '../ui/locale-context.ts';
import { Switch } from '../ui/Switch.tsx';
import type { Choice } from './contract.ts';

const ID = 'candor-native-switch';

interface NativeSwitchProps {
  state: NativeSwitchState;
  siteName: string;
  choice: Choice;
  /** The policy requires it: nobody may leave it off. */
  isRequired: boolean;
  sectionRef: Ref<HTMLDivElement>;
  onChange(done: Choice['nativeSwitch']): void;
}

/** The site's own AI switch: Candor switches it on where it can reach it, else says where it stands. */
export const NativeSwitch = ({
  state,
  siteName,
  choice,
  isRequired,
  sectionRef,
  onChange,
}: NativeSwitchProps) => {
  const text = useText();
  const name = state.path.at(-1) ?? '';
  if (state.is === 'on') {
    return (
      <p class="native-on">
        <Icon name="check" />
        {text('nativeSwitchOn', siteName, name)}
      </p>
    );
  }
  const isUnseen = state.is === 'unseen';
  return (
    <div class="review-section native-switch" ref={sectionRef}>
      <label class="switch-words" for={ID}>
        <span class="card-name">{text(isUnseen ? 'nativeSwitchTaken' : 'nativeSwitchSet', name)}</span>
        <span class="card-explains" id={`${ID}-hint`}>
          {isUnseen
            ? text('nativeSwitchWhere', siteName, state.path.join(' › '))
            : text('nativeSwitchSetHint', siteName)}
        </span>
      </label>
      <Switch
        id={ID}
        isOn={choice.nativeSwitch !== undefined}
        isLocked={!isUnseen && isRequired}
        describedBy={`${ID}-hint`}
        onChange={(isOn) => onChange(isOn ? (isUnseen ? 'taken' : 'set') : undefined)}
      />
    </div>
  );
};
