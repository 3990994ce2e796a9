/** One composer as a fixture shows it, and every way to publish with it. */
export interface SiteCase {
  site: string;
  name: string;
  address: string;
  /** What stands in the boxes when the test begins. */
  texts: readonly string[];
  /** Which of the composers that the finder lists; negative counts from the end. */
  at: number;
  /**
   * `click` on the control, `chord` in the editor, `key` Enter on the focused control, `enter` a plain Enter in the
   * editor, `save` Ctrl+S. None where it takes several steps: the spec of that family goes through them.
   */
  ways: readonly ('click' | 'chord' | 'key' | 'enter' | 'save')[];
  /** Path of the request that publishes, and how many of them one press makes. */
  request: string;
  count?: number;
  /** What becomes of the composer; `unchanged` where the page keeps what was saved, `left` where another page comes. */
  ends: 'gone' | 'emptied' | 'unchanged' | 'left';
  /** The page, or the one that comes, shows the address of the post. */
  permalink: boolean;
  /** How the label gets in, by browser, as events that the page hears. */
  typed: { chromium: string; firefox: string };
}

export const PASTE = { chromium: 'paste', firefox: 'insertText' } as const;
export const COMMAND = { chromium: 'insertText', firefox: 'insertText' } as const;
export const TEXT = 'one 😀 two\n\nthree';
/** Long enough to be known again on a page that shows many. */
export const LONG_TEXT = 'one 😀 two\n\nthree quiet weeks for a dog';
