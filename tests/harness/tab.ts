import type { Page } from 'puppeteer-core';
import type { Finder } from './finder.ts';

/** A point of the viewport in CSS pixels. */
export interface Point {
  x: number;
  y: number;
}

export interface ClickOptions {
  /** 2 is a double click. Default 1. */
  count?: number;
  /** Keys held down, e.g. `['Shift']`. */
  holding?: Modifier[];
}

export type Modifier = 'Alt' | 'Control' | 'Meta' | 'Shift';

export interface WaitOptions {
  /** Milliseconds; default 10,000. */
  timeout?: number;
  /** Words for the error: "waited 10000 ms for <what>". */
  what?: string;
}

export interface PasteContent {
  text: string;
  html?: string;
}

/** One tab. All input is real: the page sees `isTrusted`. Selectors are CSS, of the light DOM. */
export interface Tab {
  /** What lies in closed shadow roots: Candor's chip and dialogs. */
  readonly inside: Finder;
  /** What the page itself can reach: its light DOM and open shadow roots. */
  readonly page: Finder;
  /** Console errors, unhandled exceptions and rejections of the page, oldest first. */
  readonly errors: string[];
  /** Puppeteer's page, for what only benchmarks need (CDP sessions). */
  readonly raw: Page;

  /** Resolves when the page is loaded. */
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  url(): Promise<string>;
  /** Runs a function in the world of the page; arguments and result travel as JSON. */
  evaluate<A extends unknown[], R>(run: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Polls a function in the world of the page until it returns something true; returns that. */
  waitFor<A extends unknown[], R>(
    predicate: (...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<NonNullable<Awaited<R>>>;

  /** Mouse click on a point, or in the middle of the first element that the selector matches, once it is there. */
  click(target: string | Point, options?: ClickOptions): Promise<void>;
  doubleClick(target: string | Point): Promise<void>;
  hover(target: string | Point): Promise<void>;
  /** Presses and releases a chord: `Enter`, `Control+Enter`, `Shift+Tab`. `Mod` is Meta on macOS, else Control. */
  press(chord: string): Promise<void>;
  /** Types text key by key into what has the focus. */
  type(text: string): Promise<void>;
  /** Puts content, if given, on the real clipboard and presses Mod+V. */
  paste(content?: string | PasteContent): Promise<void>;

  /** Saves what the viewport shows as PNG. */
  screenshot(path: string): Promise<void>;
  setViewport(width: number, height: number): Promise<void>;
  /** Sets `prefers-color-scheme` (in Firefox of all tabs). */
  setColorScheme(scheme: 'dark' | 'light'): Promise<void>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
}
