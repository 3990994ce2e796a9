import { readBlocks } from './read-blocks.ts';

/** Quill 1 and 2. The guards around embeds are not part of what was written; nor are the list markers of Quill 2. */
export const readQuillText = (element: Element): string =>
  readBlocks(element.querySelector('.ql-editor') ?? element, (inner) =>
    inner.matches('.ql-ui, .ql-clipboard, .ql-tooltip'),
  ).replace(/\uFEFF/gu, '');
