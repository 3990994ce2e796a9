/** What is left of a text that a site may have written otherwise: letters, digits and pictures. */

const LINK =
  /^\W*(?:https?:|www\.)|:\/\/|^\W*[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.[\p{L}]{2,}(?:[/?#:]\S*|\W*)$/iu;
const MARKDOWN_LINK = /\[([^[\]]*)\]\([^()\s]*\)/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  ndash: '–',
  mdash: '—',
};

/** Named and numbered characters, as far as sites write them in texts. */
export const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/giu, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/**
 * The text without what sites change by themselves: white space, addresses (shortened, expanded, wrapped), marks of
 * markdown and of punctuation, code points that look the same.
 */
export const foldSent = (text: string): string =>
  text
    .replace(MARKDOWN_LINK, '$1')
    .split(/\s+/u)
    .filter((word) => !LINK.test(word))
    .join('')
    .normalize('NFKC')
    .replace(
      /[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]|\p{Variation_Selector}/gu,
      '',
    );

/** Is `sent` one of the texts, but for what sites change by themselves? */
export const isSameText = (sent: string, texts: readonly string[]): boolean => {
  const ways = new Set([foldSent(sent), foldSent(decodeEntities(sent))]);
  return texts.some((text) => ways.has(foldSent(text)));
};
