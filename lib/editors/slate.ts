import { readBlocks } from './read-blocks.ts';

/** Slate: one element a block; its placeholder stands inside, and zero-width characters hold empty ones open. */
export const readSlateText = (element: Element): string =>
  readBlocks(element, (inner) => inner.hasAttribute('data-slate-placeholder')).replace(
    /[\u200B\uFEFF]/gu,
    '',
  );
