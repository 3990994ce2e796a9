import type { SourceState } from '#lib/model/sources-overview.ts';
import { useText } from '../ui/locale-context.ts';
import type { SourcesModel } from './contract.ts';
import { QuietSource, SourceRow } from './SourceRow.tsx';
import { useAmounts } from './use-amounts.ts';

const QuietList = ({ sources, states }: { sources: SourcesModel; states: readonly SourceState[] }) => (
  <ul class="rows quiet-sources">
    {states.map((state) => (
      <QuietSource key={state.source} sources={sources} state={state} />
    ))}
  </ul>
);

/** Tools with something remembered and those the person added; the others folded away, or open while there are only they. */
export const SourceLists = ({ sources }: { sources: SourcesModel }) => {
  const text = useText();
  const amounts = useAmounts();
  const states = sources.overview.value?.sources ?? [];
  const isOfNote = ({ generations, added }: SourceState): boolean => generations > 0 || added !== undefined;
  const ofNote = states
    .filter(isOfNote)
    .toSorted(
      (a, b) => Number(b.generations > 0) - Number(a.generations > 0) || (b.newest ?? 0) - (a.newest ?? 0),
    );
  const quiet = states.filter((state) => !isOfNote(state));
  if (ofNote.length === 0) {
    return (
      <>
        <h2 class="section-title">{text('sourcesKnown')}</h2>
        <QuietList sources={sources} states={quiet} />
      </>
    );
  }
  return (
    <>
      <ul class="rows">
        {ofNote.map((state) => (
          <SourceRow key={state.source} sources={sources} state={state} />
        ))}
      </ul>
      {quiet.length > 0 && (
        <details class="more-sources">
          <summary>
            {text(
              amounts.plural(quiet.length, 'sourcesMoreOne', 'sourcesMoreOther'),
              amounts.count(quiet.length),
            )}
          </summary>
          <QuietList sources={sources} states={quiet} />
        </details>
      )}
    </>
  );
};
