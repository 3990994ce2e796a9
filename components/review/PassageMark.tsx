import type { ComponentChildren } from 'preact';
import { useLocale } from '../ui/locale-context.ts';
import type { Origin } from './origins.ts';

/**
 * A passage of a draft that was remembered: colour, pattern and number for the eye, words for the ear. What is added
 * has a direction of its own, so that it does not decide that of the post.
 */
export const PassageMark = ({ origin, children }: { origin: Origin; children: ComponentChildren }) => {
  const { text, dir } = useLocale();
  return (
    <mark class="passage" data-origin={origin.number} data-pattern={origin.pattern} tabIndex={-1}>
      <span class="sr-only" dir={dir}>
        {text('passageStarts', origin.spoken)}{' '}
      </span>
      <span class="passage-number" dir={dir} aria-hidden="true">
        {origin.number}
      </span>
      {children}
      <span class="sr-only" dir={dir}>
        {' '}
        {text('passageEnds', origin.spoken)}
      </span>
    </mark>
  );
};
