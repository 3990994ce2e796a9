import { useRef } from 'preact/hooks';
import type { SourceState } from '#lib/model/sources-overview.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/locale-context.ts';
import { Switch } from '../ui/Switch.tsx';
import type { SourcesModel } from './contract.ts';
import { ForgetButton, ForgetQuestion } from './Forget.tsx';
import { type Amounts, useAmounts } from './use-amounts.ts';

interface SourceRowProps {
  sources: SourcesModel;
  state: SourceState;
}

const isWatched = ({ added, verified }: SourceState): boolean =>
  added !== undefined || verified !== undefined;

/** The hosts of a known tool; the name of an added one is its host already. */
const addressOf = ({ known }: SourcesModel, { source }: SourceState): string | undefined =>
  known.find(({ id }) => id === source)?.hosts.join(', ');

/** What is remembered of it, in short pieces. */
const Facts = ({ state, amounts }: { state: SourceState; amounts: Amounts }) => {
  const text = useText();
  const { generations, pictures, newest, expiresAt, bytes, added, isOn } = state;
  const facts = [
    generations === 0
      ? text('sourceNothing')
      : text(amounts.plural(generations, 'answersOne', 'answersOther'), amounts.count(generations)),
    pictures !== undefined && text('sourcePictures', amounts.count(pictures)),
    newest !== undefined && text('sourceNewest', amounts.moment(newest)),
    expiresAt !== undefined && text('sourceUntil', amounts.day(expiresAt)),
    generations > 0 && amounts.size(bytes),
    added && isOn && text(added.answers ? 'sourceGrows' : 'sourceCopiesOnly'),
    !isWatched(state) && text('sourceFormer'),
  ].filter((fact) => typeof fact === 'string');
  return (
    <ul class="source-facts">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
};

const SourceSwitch = ({ sources, state }: SourceRowProps) => {
  const text = useText();
  return (
    <Switch
      id={`watch ${state.source}`}
      isOn={state.isOn}
      label={text('sourceWatch', state.name)}
      onChange={(isOn) => void sources.switchSource(state.source, isOn)}
    />
  );
};

/** One tool of which something is remembered, or that the person added. */
export const SourceRow = ({ sources, state }: SourceRowProps) => {
  const text = useText();
  const amounts = useAmounts();
  const opener = useRef<HTMLButtonElement>(null);
  const forget = { sources, source: state, opener };
  return (
    <li class="rows-item source">
      <div class="source-words">
        <span class="rows-words">
          <strong dir="auto">{state.name}</strong>
          <span class="soft">{addressOf(sources, state)}</span>
          {isWatched(state) && !state.isOn && <span class="badge">{text('sourceOff')}</span>}
        </span>
        <Facts state={state} amounts={amounts} />
      </div>
      <span class="row source-acts">
        {state.generations > 0 && <ForgetButton {...forget} />}
        {state.added && (
          <Button small onPress={() => void sources.removeSource(state.source)}>
            {text('actionRemove')}
            <span class="sr-only"> {state.name}</span>
          </Button>
        )}
        {isWatched(state) && <SourceSwitch sources={sources} state={state} />}
      </span>
      <ForgetQuestion {...forget} />
    </li>
  );
};

/** One tool of which nothing is remembered: its name and the switch. */
export const QuietSource = ({ sources, state }: SourceRowProps) => (
  <li class="rows-item quiet-source">
    <span class="source-words">
      <strong dir="auto">{state.name}</strong>
      <span class="soft">{addressOf(sources, state)}</span>
    </span>
    <SourceSwitch sources={sources} state={state} />
  </li>
);
