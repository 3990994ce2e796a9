import { useMemo, useState } from 'preact/hooks';
import type { Changes } from '#lib/model/changes.ts';
import type { GeneratedEvidence } from '#lib/model/decision.ts';
import { useLocale } from '../ui/locale-context.ts';
import { ChangedText } from './ChangedText.tsx';
import { type FoldedChanges, foldChanges } from './fold-changes.ts';
import type { Origin } from './origins.ts';

interface OriginChangesProps {
  origin: Origin;
  readChanges(evidence: GeneratedEvidence): Promise<Changes>;
}

const useSentence = (found: Changes | 'failed' | undefined, folded: FoldedChanges | undefined): string => {
  const { text, language } = useLocale();
  if (found === undefined) return text('changesReading');
  if (found === 'failed') return text('changesFailed');
  if (found.is === 'gone') return text('changesGone');
  if (folded === undefined) return text('changesTooMuch');
  if (!folded.pieces.some(({ is }) => is === 'removed' || is === 'added')) return text('changesNone');
  const number = new Intl.NumberFormat(language);
  return text('changesCount', number.format(folded.removed), number.format(folded.added));
};

/** The exact difference to what the tool wrote. Its text is asked for when the person opens this, not before. */
export const OriginChanges = ({ origin, readChanges }: OriginChangesProps) => {
  const { text, language } = useLocale();
  const [found, setFound] = useState<Changes | 'failed'>();
  const [isReading, setReading] = useState(false);
  const folded = useMemo(
    () => (typeof found === 'object' && found.is === 'known' ? foldChanges(found.changes) : undefined),
    [found],
  );
  const sentence = useSentence(isReading ? undefined : found, folded);
  const read = async (): Promise<void> => {
    setReading(true);
    setFound(await readChanges(origin.evidence).catch(() => 'failed' as const));
    setReading(false);
  };
  return (
    <details
      class="origin-changes"
      onToggle={({ currentTarget: { open } }) => {
        if (open && !isReading && (found === undefined || found === 'failed')) void read();
      }}
    >
      <summary>
        {text('changesShow')}
        <span class="sr-only">: {origin.spoken}</span>
      </summary>
      <p class="changes-sentence" role="status">
        {sentence}
      </p>
      {folded && <ChangedText pieces={folded.pieces} />}
      {folded && folded.further > 0 && (
        <p class="changes-sentence">
          {text('changesFurther', new Intl.NumberFormat(language).format(folded.further))}
        </p>
      )}
    </details>
  );
};
