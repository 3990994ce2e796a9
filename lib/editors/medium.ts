import { readBlocks } from './read-blocks.ts';

/** The story's title is a block of the same region. */
export const MEDIUM_TITLE = 'h3[data-testid="editorTitleParagraph"], h3.graf--title';

/** Medium: everything after the title, its own placeholder left out. */
export const readMediumText = (element: Element): string =>
  readBlocks(element, (inner) => inner.matches(`${MEDIUM_TITLE}, .defaultValue`));

/** The block the text begins with. */
export const findMediumStart = (element: Element): Element | undefined => {
  const title = element.querySelector(MEDIUM_TITLE);
  const next = title?.nextElementSibling ?? undefined;
  return next?.matches('p, h4, blockquote, pre, ul, ol') ? next : undefined;
};
