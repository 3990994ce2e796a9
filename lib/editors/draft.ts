/** Draft.js: one `[data-block]` per block, its text in `[data-text]` leaves (an empty one is a `<br>`). */
export const readDraftText = (element: Element): string => {
  const contents =
    element.querySelector('[data-contents="true"]') ?? element.closest('[data-contents="true"]');
  const blocks = contents ? [...contents.querySelectorAll('[data-block="true"]')] : [];
  return blocks
    .map((block) => {
      const leaves = [...block.querySelectorAll('[data-text="true"]')];
      const text =
        leaves.length > 0 ? leaves.map((leaf) => leaf.textContent).join('') : (block.textContent ?? '');
      // Draft doubles a line break at the end of a block so that the browser shows it.
      return text.endsWith('\n') ? text.slice(0, -1) : text;
    })
    .join('\n');
};
