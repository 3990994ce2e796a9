import { readBlocks } from './read-blocks.ts';

const HELPERS =
  '.ProseMirror-trailingBreak, .ProseMirror-separator, .ProseMirror-widget, .ProseMirror-gapcursor, .ProseMirror-hideselection > [contenteditable="false"].ProseMirror-widget';

/** ProseMirror and TipTap. Their trailing breaks and widgets are helpers, not text. */
export const readProsemirrorText = (element: Element): string =>
  readBlocks(
    element.querySelector('.ProseMirror') ?? element,
    (inner) => !inner.classList.contains('ProseMirror-trailingBreak') && inner.matches(HELPERS),
  );
