import { useMemo } from 'preact/hooks';
import type { Finding } from '#lib/model/decision.ts';
import type { Draft, DraftPart, MediaItem } from '#lib/model/draft.ts';
import { Icon } from '../ui/Icon.tsx';
import { useLocale, useText } from '../ui/locale-context.ts';
import { CountRing } from './CountRing.tsx';
import type { LabelPreview } from './contract.ts';
import { findPictureOrigin, listPassages, type Origin } from './origins.ts';
import { splitFinal } from './split-final.ts';
import type { Range } from './stretches.ts';
import { VisibleText } from './VisibleText.tsx';

interface PostPreviewProps {
  draft: Draft;
  /** Findings on the draft as it was held; their spans are shown in it. */
  findings: readonly Finding[];
  /** Where parts of it came from; their passages are marked. */
  origins: readonly Origin[];
  preview: LabelPreview | undefined;
  /** Whose name stands above the post. */
  author: string | undefined;
  siteName: string;
}

const LabelMark = ({ text: label }: { text: string }) => {
  const { text, dir } = useLocale();
  const words = label.trim();
  if (words === '') return <>{label}</>;
  const start = label.indexOf(words);
  return (
    <>
      {label.slice(0, start)}
      <mark class="label-mark">
        <span class="sr-only" dir={dir}>
          {text('labelPrefix')}{' '}
        </span>
        <VisibleText text={words} />
      </mark>
      {label.slice(start + words.length)}
    </>
  );
};

/** Ranges of a draft whose beginning is gone by so much. */
const shift = <R extends Range>(ranges: readonly R[], cut: number): R[] =>
  ranges.map((range) => ({ ...range, start: range.start - cut, end: range.end - cut }));

interface PartTextProps extends Pick<PostPreviewProps, 'findings' | 'origins'> {
  part: DraftPart;
  index: number;
  final: string | undefined;
  label: string;
}

const PartText = ({ part, index, final = part.text, label, findings, origins }: PartTextProps) => {
  const split = splitFinal(final, part.text, label);
  const cut = split?.cut ?? 0;
  const spans = useMemo(
    () =>
      shift(
        findings.flatMap((finding) => finding.spans).filter((span) => span.part === index),
        cut,
      ),
    [findings, index, cut],
  );
  const passages = useMemo(() => shift(listPassages(origins, index), cut), [origins, index, cut]);
  if (split === undefined) return <VisibleText text={final} />;
  const own = <VisibleText text={split.own} findings={spans} passages={passages} origins={origins} />;
  return (
    <>
      <LabelMark text={split.before} />
      {/* On lines of its own it is a block: another label does not lay out a long text again. */}
      {/\n$|^$/u.test(split.before) ? <div class="post-own">{own}</div> : own}
      <LabelMark text={split.after} />
    </>
  );
};

/** What readers see before they ask for the text. */
const WarningLine = ({
  own,
  placed,
  label,
}: {
  own: string;
  placed: LabelPreview['warning'];
  label: string;
}) => {
  const text = useText();
  const split = splitFinal(placed?.text ?? own, own, label);
  const count = placed?.count;
  return (
    <div class="post-warning">
      <div class="post-warning-name">{text('contentWarning')}</div>
      <div class="post-text" dir="auto">
        <LabelMark text={split?.before ?? ''} />
        <VisibleText text={split?.own ?? placed?.text ?? own} />
      </div>
      {count && (
        <div class="post-count">
          <CountRing count={count.count} limit={count.limit} />
        </div>
      )}
    </div>
  );
};

const MEDIA_WORDS = {
  image: 'mediaImage',
  video: 'mediaVideo',
  audio: 'mediaAudio',
  file: 'mediaFile',
} as const;

const MediaLine = ({ item, origin }: { item: MediaItem; origin: Origin | undefined }) => {
  const text = useText();
  return (
    <li>
      <Icon name="image" />
      <span>
        {text(MEDIA_WORDS[item.kind])}
        {item.alt ? (
          <>
            : <VisibleText text={item.alt} />
          </>
        ) : null}
      </span>
      {origin && (
        <span class="origin-key" data-pattern={origin.pattern}>
          <span class="passage-number" aria-hidden="true">
            {origin.number}
          </span>
          <span class="sr-only">{text('mediaFrom', origin.spoken)}</span>
        </span>
      )}
    </li>
  );
};

const MediaList = ({
  media,
  origins,
  part,
}: { part: number } & Pick<DraftPart, 'media'> & Pick<PostPreviewProps, 'origins'>) =>
  media.length === 0 ? null : (
    <ul class="post-media">
      {media.map((item, index) => (
        <MediaLine key={item.key} item={item} origin={findPictureOrigin(origins, part, index)} />
      ))}
    </ul>
  );

/** The post in full, the label where readers will meet it, and the site's own count. */
export const PostPreview = ({ draft, findings, origins, preview, author, siteName }: PostPreviewProps) => {
  const text = useText();
  const total = draft.parts.length;
  return (
    <div class="thread">
      {draft.parts.map((part, index) => {
        const count = preview?.counts[index];
        return (
          <article
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of a frozen draft have no other name
            key={index}
            class="post"
            aria-label={total > 1 ? text('threadPart', index + 1, total) : undefined}
          >
            <header class="post-who">
              <span class="avatar" aria-hidden="true">
                {author ? [...author][0] : ''}
              </span>
              <span class="post-name" dir="auto">
                {author ?? text('previewNoName')}
              </span>
              <span class="post-where">
                {total > 1 ? text('threadPart', index + 1, total) : text('previewOn', siteName)}
              </span>
            </header>
            {index === 0 && draft.warning !== undefined && (
              <WarningLine own={draft.warning} placed={preview?.warning} label={preview?.label ?? ''} />
            )}
            <div class="post-text" dir="auto">
              <PartText
                part={part}
                index={index}
                final={preview?.parts[index]}
                label={preview?.label ?? ''}
                findings={findings}
                origins={origins}
              />
            </div>
            <MediaList media={part.media} part={index} origins={origins} />
            {count && (
              <footer class="post-count">
                <CountRing count={count.count} limit={count.limit} />
              </footer>
            )}
          </article>
        );
      })}
    </div>
  );
};
