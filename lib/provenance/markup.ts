/**
 * What stands in a text without being its words, and would differ between an answer and its copy. All alternatives
 * are bounded or cannot overlap, so that no text makes them slow.
 */
const MARKUP: readonly RegExp[] = [
  // Addresses; what a link shows stays.
  /\b(?:https?:\/\/|www\.)[\w\-./?:@!$&'*+,;=%#~]+/,
  // Target of a link or picture without a protocol.
  /\]\([^()\n]{0,500}\)/,
  // Language of a block of code.
  /^[ \t]*(?:`{3,}|~{3,})[^\n`]{0,50}$/,
  // Number of a list's item.
  /^[ \t]*(?:>[ \t]*)*\d{1,3}[.)][ \t]/,
  // Number of a footnote or source.
  /\[\^?\d{1,3}\]/,
  // A digit that is drawn as a key.
  /[\d#*]\uFE0F?\u20E3/,
];

/** Lines that quote somebody, as mail and Markdown do. */
const QUOTE = /^[ \t]*>[^\n]*/;

const joined = (expressions: readonly RegExp[]): RegExp =>
  new RegExp(expressions.map(({ source }) => source).join('|'), 'gmu');

/** Ranges that are left out, in order. */
export function* findMarkup(
  text: string,
  leaveOutQuotes: boolean,
): Generator<{ start: number; end: number }> {
  for (const match of text.matchAll(joined(leaveOutQuotes ? [QUOTE, ...MARKUP] : MARKUP))) {
    yield { start: match.index, end: match.index + match[0].length };
  }
}
