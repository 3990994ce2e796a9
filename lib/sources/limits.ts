/**
 * Borders of what is read from a page, as the background accepts it (lib/model/generation.ts, which scripts in pages
 * cannot import without its validator). A test holds the two together.
 */
export const LIMITS = {
  /** UTF-16 code units of an answer; of a longer one the beginning. */
  text: 500_000,
  /** Of one prompt. */
  prompt: 100_000,
  /** Of all prompts that go with one answer: a person's own long text may be among them. */
  promptsTogether: 200_000,
  prompts: 20,
  address: 4096,
  model: 100,
} as const;

/** The first `length` code units, never ending in half a character. */
export const cut = (text: string, length: number): string =>
  text.length <= length
    ? text
    : text.slice(0, /[\uD800-\uDBFF]/u.test(text.charAt(length - 1)) ? length - 1 : length);

/** The last of the prompts, as many as may go together. */
export const newestPrompts = (prompts: readonly string[]): string[] => {
  const newest: string[] = [];
  let together = 0;
  for (const prompt of prompts.toReversed()) {
    together += prompt.length;
    if (together > LIMITS.promptsTogether || newest.length === LIMITS.prompts) break;
    newest.unshift(prompt);
  }
  return newest;
};
