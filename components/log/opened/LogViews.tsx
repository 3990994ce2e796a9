import type { MessageKey } from '#lib/i18n/text.ts';
import { useText } from '../../ui/locale-context.ts';
import type { OpenedModel } from './opened-contract.ts';
import { isListed } from './opened-model.ts';

/** What the section shows: the log of this browser, or exports that were opened. */
export const LogViews = ({ opened }: { opened: OpenedModel }) => {
  const text = useText();
  const count = opened.files.value.filter(({ state }) => isListed(state)).length;
  const view = (isOpened: boolean, label: MessageKey, number = 0) => (
    <button
      type="button"
      class="log-view"
      aria-pressed={opened.isShown.value === isOpened}
      onClick={() => opened.show(isOpened)}
    >
      {text(label)}
      {number > 0 && <span class="log-view-count"> ({number})</span>}
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons are no fieldset
    <div class="log-views" role="group" aria-label={text('openedViews')}>
      {view(false, 'openedOwnLog')}
      {view(true, 'openedTitle', count)}
    </div>
  );
};
