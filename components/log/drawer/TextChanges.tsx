import { useMemo } from 'preact/hooks';
import { compareTexts } from '#lib/provenance/compare-texts.ts';
import { ChangedText } from '../../review/ChangedText.tsx';
import { foldChanges } from '../../review/fold-changes.ts';
import { useLocale } from '../../ui/locale-context.ts';

/** What became of the draft between the moment it was held and the approval. */
export const TextChanges = ({ draft, final }: { draft: string; final: string }) => {
  const { text, language } = useLocale();
  const folded = useMemo(() => {
    const found = compareTexts(draft, [final]);
    return found.is === 'known' ? foldChanges(found.changes) : undefined;
  }, [draft, final]);
  if (folded === undefined) return <p class="soft">{text('changesTooMuch')}</p>;
  if (folded.removed + folded.added === 0) return <p class="soft">{text('storyUnchanged')}</p>;
  const number = new Intl.NumberFormat(language);
  return (
    <>
      <p class="soft">
        {text('storyChanged')}{' '}
        {text('changesCount', number.format(folded.removed), number.format(folded.added))}
      </p>
      <ChangedText pieces={folded.pieces} />
    </>
  );
};
