/**
 * A stretch of a comparison between what a tool wrote and what a draft says. `words` are words and marks as they
 * stand there, each with the white space behind it; joined they are the text.
 *
 * - `same`: in both, as it stands in the draft.
 * - `removed`: only in the tool's text. `added`: only in the draft.
 * - `apart`: here stands a part of the draft that is not near anything of this text. No words.
 */
export interface Change {
  readonly is: 'same' | 'removed' | 'added' | 'apart';
  readonly words: readonly string[];
}

/** `gone`: the tool's text is not kept any more. `too-much`: too long, or too different, to compare word by word. */
export type Changes =
  | { readonly is: 'known'; readonly changes: readonly Change[] }
  | { readonly is: 'gone' }
  | { readonly is: 'too-much' };
