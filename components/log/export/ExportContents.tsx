import type { MessageKey } from '#lib/i18n/text.ts';
import { useText } from '../../ui/locale-context.ts';
import type { ExportForm } from './export-form.ts';

/** What will be in the file, said before it is made. */
export const ExportContents = ({ form }: { form: ExportForm }) => {
  const text = useText();
  const isNarrowed = form.from !== '' || form.to !== '' || form.site !== '';
  const sentences: MessageKey[] = [
    form.format === 'jsonl' ? 'exportProves' : 'exportProvesNothing',
    ...(isNarrowed && form.format === 'jsonl' ? (['exportOthersCounted'] as const) : []),
    form.texts === 'digests'
      ? 'exportNoTexts'
      : form.texts === 'full'
        ? 'exportWithTexts'
        : 'exportWithExcerpts',
    form.names === 'shown' ? 'exportWithNames' : 'exportNoNames',
    ...(form.names === 'pseudonyms' && form.texts !== 'digests' ? (['exportTextsMayName'] as const) : []),
  ];
  return (
    <section class="export-contents" aria-label={text('exportContents')}>
      <h3 class="section-title">{text('exportContents')}</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{text(sentence)}</li>
        ))}
      </ul>
    </section>
  );
};
