import type { ClickOptions, WaitOptions } from './tab.ts';

/** What to look for. All that is given must hold; the order of results is the order of the document. */
export interface Query {
  /** CSS selector, matched inside one root. */
  css?: string;
  /** ARIA role, given or implied: `button`, `dialog`, `radio`, ... */
  role?: string;
  /** Accessible name: text is compared whole (white space collapsed), a pattern is searched. */
  name?: string | RegExp;
  /** Text content, compared like `name`. */
  text?: string | RegExp;
  /** CSS selector that the shadow host, or a host around it, must match. */
  host?: string;
  /** Also what is not painted. Default: only what has a box and is visible. */
  hidden?: boolean;
  /** Which of the matches, from 0. Default: the first. */
  nth?: number;
  /** Computed properties to return in `style`, e.g. `['color']`. */
  style?: string[];
}

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** An element as it was when asked: plain data. */
export interface Found {
  tag: string;
  role: string;
  name: string;
  /** Text content, white space collapsed. */
  text: string;
  /** Viewport coordinates, CSS pixels. */
  rect: Rect;
  visible: boolean;
  attributes: Record<string, string>;
  /** Of form controls. */
  value?: string;
  /** Native `checked` or `aria-checked`/`aria-pressed`. */
  checked?: boolean;
  /** Native, by a fieldset, or `aria-disabled`. */
  disabled: boolean;
  /** It is the active element of its root, and its document has it too. */
  focused: boolean;
  /** `right-to-left` is `rtl`. */
  direction: string;
  style: Record<string, string>;
}

/** A shadow host of the page. */
export interface FoundHost {
  tag: string;
  attributes: Record<string, string>;
  rect: Rect;
  mode: 'open' | 'closed';
  /** Markup of its root. */
  html: string;
}

/** One violation that axe-core reports. */
export interface AxeViolation {
  id: string;
  impact: string;
  help: string;
  /** Markup of the elements. */
  nodes: string[];
}

/** Looks for elements and acts on them like a person with mouse and keyboard. */
export interface Finder {
  /** The element now, or nothing. */
  find(query: Query): Promise<Found | undefined>;
  /** All elements now; `nth` is ignored. */
  findAll(query: Query): Promise<Found[]>;
  /** The element now. @throws Error that lists what is there instead */
  require(query: Query): Promise<Found>;
  /** Waits until it is there; returns it. */
  waitFor(query: Query, options?: WaitOptions): Promise<Found>;
  /** Waits until it is gone. */
  waitUntilGone(query: Query, options?: WaitOptions): Promise<void>;
  /** Waits until it is there, enabled and at rest, then clicks in the middle of it. */
  click(query: Query, options?: ClickOptions): Promise<void>;
  doubleClick(query: Query): Promise<void>;
  hover(query: Query): Promise<void>;
  /** Clicks into it, then types. */
  type(query: Query, text: string): Promise<void>;
  /** What has the focus, or nothing. */
  focused(): Promise<Found | undefined>;
  /** Shadow hosts of this kind of root. */
  hosts(): Promise<FoundHost[]>;
  /** Runs axe-core on the roots (only under hosts that match `host`); returns the violations. */
  axe(options?: { host?: string; disable?: string[] }): Promise<AxeViolation[]>;
}
