import { useMemo } from 'preact/hooks';
import type { Finding } from '#lib/model/decision.ts';
import type { Draft, DraftPart } from '#lib/model/draft.ts';
import { Icon } from '../ui/Icon.tsx';
import { useText } from '../ui/locale-context.ts';
import { CountRing } from './CountRing.tsx';
import type { LabelPreview } from './contract.ts';
import { VisibleText } from './VisibleText.tsx';

interface PostPreviewProps {
  draft: Draft;
  /** Findings on the draft as it was held; their spans are shown in it. */
  findings: readonly Finding[];
  preview: LabelPreview | undefined;
  /** Whose name stands above the post. */
  author: string | undefined;
  siteName: string;
}

/** Where the person's own text begins in the final text; the rest is label. `undefined`: it is not in there as it was. */
const splitAround = (final: string, own: string): { before: string; after: string } | undefined => {
  const at = final.endsWith(own) ? final.length - own.length : final.indexOf(own);
  return at < 0 ? undefined : { before: final.slice(0, at), after: final.slice(at + own.length) };
};

const LabelMark = ({ text: label }: { text: string }) => {
  const text = useText();
  const words = label.trim();
  if (words === '') return <>{label}</>;
  const start = label.indexOf(words);
  return (
    <>
      {label.slice(0, start)}
      <mark class="label-mark">
        <span class="sr-only">{text('labelPrefix')} </span>
        <VisibleText text={words} />
      </mark>
      {label.slice(start + words.length)}
    </>
  );
};

const NO_SPANS: readonly never[] = [];

const PartText = ({
  part,
  index,
  final,
  findings,
}: { part: DraftPart; index: number; final: string | undefined } & Pick<PostPreviewProps, 'findings'>) => {
  const spans = useMemo(
    () => findings.flatMap((finding) => finding.spans).filter((span) => span.part === index),
    [findings, index],
  );
  const around = final === undefined ? { before: '', after: '' } : splitAround(final, part.text);
  if (around === undefined) return <VisibleText text={final ?? ''} spans={NO_SPANS} />;
  return (
    <>
      <LabelMark text={around.before} />
      <VisibleText text={part.text} spans={spans} />
      <LabelMark text={around.after} />
    </>
  );
};

const MEDIA_WORDS = {
  image: 'mediaImage',
  video: 'mediaVideo',
  audio: 'mediaAudio',
  file: 'mediaFile',
} as const;

const MediaList = ({ media }: Pick<DraftPart, 'media'>) => {
  const text = useText();
  if (media.length === 0) return null;
  return (
    <ul class="post-media">
      {media.map((item) => (
        <li key={item.key}>
          <Icon name="image" />
          <span>
            {text(MEDIA_WORDS[item.kind])}
            {item.alt ? (
              <>
                : <VisibleText text={item.alt} />
              </>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
};

/** The post in full, the label where readers will meet it, and the site's own count. */
export const PostPreview = ({ draft, findings, preview, author, siteName }: PostPreviewProps) => {
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
            <div class="post-text" dir="auto">
              <PartText part={part} index={index} final={preview?.parts[index]} findings={findings} />
            </div>
            <MediaList media={part.media} />
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
