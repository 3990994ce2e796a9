import type { LogEntry } from '#lib/model/log-entry.ts';
import type { PostStory } from '#lib/model/log-query.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useLocale } from '../../ui/locale-context.ts';
import type { PostsPorts } from '../contract.ts';
import { Moment } from '../Moment.tsx';
import { entryWords } from './entry-words.ts';
import { TextChanges } from './TextChanges.tsx';

interface TimeLineProps {
  story: PostStory;
  siteName: string;
  names: Pick<PostsPorts, 'nameOfSite' | 'targetOf'>;
}

const textOf = ({ texts }: PostStory, index: number, what: string): string | undefined =>
  texts.find((kept) => kept.index === index && kept.what === what)?.text;

const Approval = ({ story, entry }: { story: PostStory; entry: LogEntry }) => {
  const { text } = useLocale();
  const before = story.texts.findLast(({ index, what }) => index < entry.index && what === 'draft');
  const final = textOf(story, entry.index, 'final');
  const label = textOf(story, entry.index, 'label');
  return (
    <>
      {label !== undefined && (
        <p>
          {text('storyLabel')} <q dir="auto">{label}</q>
        </p>
      )}
      {before && final !== undefined && <TextChanges draft={before.text} final={final} />}
    </>
  );
};

const Links = ({ entry: { permalink, partLinks = [] } }: { entry: LogEntry }) => {
  const { text } = useLocale();
  const links = [...(permalink === undefined ? [] : [permalink]), ...partLinks];
  return links.map((link) => (
    <a key={link} class="posts-link story-link" href={link} target="_blank" rel="noopener noreferrer">
      {link.replace(/^https?:\/\//u, '')}
      <span class="sr-only"> {text('openPost')}</span>
      <Icon name="external" size={13} />
    </a>
  ));
};

/** What happened to a post, oldest first. */
export const TimeLine = ({ story, siteName, names }: TimeLineProps) => {
  const locale = useLocale();
  return (
    <ol class="story">
      {story.entries.map((entry) => {
        const { title, tone, lines, quote } = entryWords(locale, entry, names, siteName);
        const shown = textOf(story, entry.index, 'shown');
        return (
          <li key={entry.index} class={`story-step ${tone}`}>
            <p class="story-title">{title}</p>
            <p class="story-time">
              <Moment time={entry.time} />
            </p>
            {quote !== undefined && (
              <blockquote class="story-quote" dir="auto">
                {quote}
              </blockquote>
            )}
            {lines.length > 0 && (
              <ul class="story-lines">
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
            <Approval story={story} entry={entry} />
            {shown !== undefined && (
              <blockquote class="story-quote" dir="auto">
                {shown}
              </blockquote>
            )}
            <Links entry={entry} />
          </li>
        );
      })}
    </ol>
  );
};
