import { useLocale } from '../ui/locale-context.ts';

/** The site's own count in words, with a ring that fills towards the limit. */
export const CountRing = ({ count, limit }: { count: number; limit: number }) => {
  const { text, language } = useLocale();
  const number = new Intl.NumberFormat(language);
  if (limit === 0) return <span>{text('countWithoutLimit', number.format(count))}</span>;
  const isOver = count > limit;
  const share = Math.min(1, count / limit);
  const around = 2 * Math.PI * 6;
  return (
    <span class={isOver ? 'count over' : 'count'}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <circle class="count-track" cx="8" cy="8" r="6" />
        <circle
          class="count-fill"
          cx="8"
          cy="8"
          r="6"
          transform="rotate(-90 8 8)"
          stroke-dasharray={`${share * around} ${around}`}
        />
      </svg>
      {text('countOf', number.format(count), number.format(limit))}
      {isOver && <strong> {text('countOver', number.format(count - limit))}</strong>}
    </span>
  );
};
