import { readBlocks } from './read-blocks.ts';

const EDITOR = '[data-lexical-editor]';
/** The caret that stands beside a block, and a line break that only some browsers need. */
const HELPERS = '[data-lexical-cursor], [data-lexical-linebreak]';
/** In Ghost's cards texts stand in editors of their own; all else there are controls, previews, hints. */
const CARD = '[data-kg-card]';

const isOfCard = (inner: Element): boolean =>
  inner.closest(CARD) !== null && !inner.closest(`${CARD} ${EDITOR}`) && !inner.querySelector(EDITOR);

/**
 * Lexical: a block element a paragraph, its text in `[data-lexical-text]` leaves, `<br>` for an empty one. Words that
 * lie in no leaf (an emoji that is a picture, a card that the site draws) are read as well: the site may send them.
 */
export const readLexicalText = (element: Element): string =>
  readBlocks(
    element.closest(EDITOR) ?? element.querySelector(EDITOR) ?? element,
    (inner) => inner.matches(HELPERS) || isOfCard(inner),
  ).replace(/[\u200B\uFEFF]/gu, '');
