import { ICONS, type IconName } from './icon-paths.ts';

/** A small picture that stands beside words; it says nothing by itself, so screen readers skip it. */
export const Icon = ({ name, size = 16 }: { name: IconName; size?: number }) => (
  <svg
    class="icon"
    width={size}
    height={size}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.6"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    {ICONS[name].map((path) => (
      <path key={path} d={path} />
    ))}
  </svg>
);
