import { readBlocks } from './read-blocks.ts';

/** The caret that stands beside a block, and a line break that only some browsers need. */
const HELPERS = '[data-lexical-cursor], [data-lexical-linebreak]';

/**
 * Lexical: a block element a paragraph, its text in `[data-lexical-text]` leaves, `<br>` for an empty one. Words that
 * lie in no leaf (an emoji that is a picture, a card that the site draws) are read as well: the site may send them.
 */
export const readLexicalText = (element: Element): string =>
  readBlocks(
    element.closest('[data-lexical-editor]') ?? element.querySelector('[data-lexical-editor]') ?? element,
    (inner) => inner.matches(HELPERS),
  ).replace(/[\u200B\uFEFF]/gu, '');
