import type { Ref } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { ROLE_WORDS } from '../roles.ts';
import { useLocale } from '../ui/locale-context.ts';
import type { ReceiptSummary } from './receipt-contract.ts';

const WIDTH = 640;
const HEIGHT = 330;
const EDGE = 32;
const ROOM = WIDTH - 2 * EDGE;
/** How many characters, times their size, still read well when they are squeezed. */
const FULLEST = 1300;
/** With the zone: a card is read far from the clock that it speaks of. */
const TIME = {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
} as const;
const SANS = 'system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, sans-serif';
const MONO = 'ui-monospace, SFMono-Regular, Menlo, Consolas, Liberation Mono, monospace';

const shorten = (line: string, longest: number): string => {
  const characters = [...new Intl.Segmenter().segment(line)];
  return characters.length <= longest
    ? line
    : `${characters
        .slice(0, longest - 1)
        .map(({ segment }) => segment)
        .join('')}…`;
};

interface LineProps {
  y: number;
  size: number;
  children: string;
  fill?: string;
  weight?: number;
  font?: string;
}

/** One line; what is wider than the card is squeezed, since an image cannot wrap. */
const Line = ({ y, size, children, fill = '#14211e', weight = 400, font = SANS }: LineProps) => {
  const { dir } = useLocale();
  const ref = useRef<SVGTextElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again when the words change
  useLayoutEffect(() => {
    ref.current?.removeAttribute('textLength');
    if ((ref.current?.getComputedTextLength() ?? 0) > ROOM)
      ref.current?.setAttribute('textLength', String(ROOM));
  }, [children]);
  return (
    <text
      ref={ref}
      x={dir === 'rtl' ? WIDTH - EDGE : EDGE}
      y={y}
      font-size={size}
      font-weight={weight}
      font-family={font}
      fill={fill}
      lengthAdjust="spacingAndGlyphs"
    >
      {shorten(children, Math.floor(FULLEST / size))}
    </text>
  );
};

/** A picture that says who reviewed a post and where that stands. It is no proof: the receipt is. */
export const ReviewCard = ({
  receipt,
  cardRef,
}: {
  receipt: ReceiptSummary;
  cardRef: Ref<SVGSVGElement>;
}) => {
  const { text, language, dir } = useLocale();
  const time = new Intl.DateTimeFormat(language, TIME);
  const { role, reviewer, index, digest, fingerprint, siteName } = receipt;
  const soft = '#4d5c57';
  return (
    <svg
      ref={cardRef}
      class="review-card"
      xmlns="http://www.w3.org/2000/svg"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={text('cardTitle')}
      lang={language}
      direction={dir}
    >
      <rect x="0.5" y="0.5" width={WIDTH - 1} height={HEIGHT - 1} rx="14" fill="#ffffff" stroke="#d8dfdb" />
      <rect x={dir === 'rtl' ? WIDTH - 8 : 0} y="0" width="8" height={HEIGHT} fill="#0a5f55" />
      <Line y={52} size={22} weight={700} fill="#0a5f55">
        {text('cardTitle')}
      </Line>
      <Line y={92} size={18} weight={600}>
        {reviewer === undefined ? text('cardByNobody') : text('cardReviewer', reviewer)}
      </Line>
      <Line y={122} size={16}>
        {text('cardRole', role ? text(ROLE_WORDS[role].short) : text('roleUnknown'))}
      </Line>
      <Line y={150} size={16}>
        {text('cardTime', time.format(receipt.time), siteName)}
      </Line>
      {digest !== undefined && (
        <>
          <Line y={190} size={12} fill={soft}>
            {text('cardDigest')}
          </Line>
          <Line y={208} size={13} font={MONO}>
            {digest}
          </Line>
        </>
      )}
      <Line y={238} size={12} fill={soft}>
        {text('cardEntry', index)}
      </Line>
      <Line y={256} size={13} font={MONO}>
        {fingerprint}
      </Line>
      <Line y={298} size={12} fill={soft}>
        {text('cardProof')}
      </Line>
    </svg>
  );
};
