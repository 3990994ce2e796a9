import type { MessageKey } from '#lib/i18n/text.ts';
import type { ContentDigest } from '#lib/model/log-entry.ts';
import type { PostStory } from '#lib/model/log-query.ts';
import { useLocale } from '../../ui/locale-context.ts';

const WHAT = {
  draft: 'textDraft',
  final: 'textFinal',
  label: 'textLabel',
  sent: 'textSent',
  shown: 'textShown',
} as const satisfies Record<ContentDigest['what'], MessageKey>;

/** Which of the texts that the log vouches for are still there to be read, and what became of the others. */
export const KeptTexts = ({ story, isOpened }: { story: PostStory; isOpened: boolean }) => {
  const { text, language } = useLocale();
  const number = new Intl.NumberFormat(language);
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const commitments = story.entries.flatMap(({ index, contents = [] }) =>
    contents.map((content) => ({ ...content, index })),
  );
  if (commitments.length === 0) return null;
  return (
    <section aria-labelledby="story-texts">
      <h3 class="section-title" id="story-texts">
        {text('textsTitle')}
      </h3>
      <ul class="story-texts">
        {commitments.map(({ what, index, length }) => {
          const kept = story.texts.find((one) => one.index === index && one.what === what);
          const erased = story.erased.find((one) => one.index === index && one.what === what);
          const size = text('textLength', number.format(length));
          return (
            <li key={`${index} ${what}`}>
              {kept ? (
                <details>
                  <summary>
                    {text(WHAT[what])} <span class="soft">{size}</span>
                  </summary>
                  {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
                  <p class="story-text" dir="auto" tabIndex={0}>
                    {kept.text}
                  </p>
                </details>
              ) : (
                <p>
                  {text(WHAT[what])} <span class="soft">{size}</span>{' '}
                  <span class="badge">
                    {erased
                      ? text('textErasedOn', date.format(erased.time))
                      : text(isOpened ? 'openedNoText' : 'textNotKept')}
                  </span>
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
};
