import { readBlocks } from './read-blocks.ts';

/** The block editor of WordPress and Tumblr: one editable region a block, in this list, or in what holds it. */
export const BLOCK_LIST = '.is-root-container, .block-editor-writing-flow:not(:has(.is-root-container))';

/** What the editor itself puts between: the place for the next block, the forms of blocks that are empty yet. */
const HELPERS = '.block-list-appender, .components-placeholder, img:not(.emoji)';

/** All blocks, as one text. What pictures show is no part of it, nor are their descriptions sent as text. */
export const readBlockListText = (element: Element): string =>
  readBlocks(element.closest(BLOCK_LIST) ?? element, (inner) => inner.matches(HELPERS)).replace(
    /[\u200B\uFEFF]/gu,
    '',
  );
