import { MARK_PATHS } from './mark-paths.ts';

/** Candor's sign: an open ring, and the point that stands in the opening for all to see. */
export const Mark = ({ size = 32 }: { size?: number }) => (
  <svg class="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    {MARK_PATHS.map(({ d, part }) => (
      <path key={d} d={d} class={`mark-${part}`} />
    ))}
  </svg>
);
