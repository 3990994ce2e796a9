import type { FoundBrowser } from './find-browser.ts';
import type { Tab, WaitOptions } from './tab.ts';

export type BrowserName = 'chromium' | 'firefox';

/** How a browser is started. Everything is fixed for the life of the `CandorBrowser`, restarts included. */
export interface LaunchOptions {
  /** The only proxy of the browser: `internet.proxy`. */
  proxy: string;
  /** Folder of the unpacked extension under test, with its manifest.json. */
  extensionDir: string;
  /** Further unpacked extensions. The probe is always loaded. */
  otherExtensions?: string[];
  /** Profile folder to use and to leave in place; without it a temporary one is made and removed. */
  profile?: string;
  /**
   * A folder of the extension's `_locales`, e.g. `de`: its texts come in this language, `navigator.language` says so,
   * and the browser's own interface follows where it has the language. Default: English.
   */
  language?: string;
  /** Milliseconds until Firefox stops an idle event page by itself (Chromium: fixed at 30 s). */
  idleTimeout?: number;
  /** The extension may run in private windows too. */
  inPrivateWindows?: boolean;
  /** Firefox: further preferences. */
  preferences?: Record<string, string | number | boolean>;
  /** Shows the window; for the demo. Default: headless. */
  visible?: boolean;
  /** Folder that takes the downloads, without a question. Default: the browser's own. */
  downloads?: string;
  /** Size of the page in CSS pixels. Default 1280 x 800. */
  viewport?: { width: number; height: number };
  /** Another program than the one `requireBrowser` finds. */
  browser?: FoundBrowser;
}

/** The background of the extension under test: service worker (Chromium) or event page (Firefox). */
export interface Background {
  isRunning(): Promise<boolean>;
  /** Stops it as the browser would; resolves when it is gone. No debugger was ever attached. */
  stop(): Promise<void>;
}

/** A browser with the extension under test and the probe. The same object lives on through kill and restart. */
export interface CandorBrowser {
  readonly name: BrowserName;
  /** Version of the browser, e.g. `156.0.8078.79`. */
  readonly version: string;
  /** The extension's id: 32 letters (Chromium), gecko id (Firefox). */
  readonly extensionId: string;
  /** Profile folder; survives `kill` and `restart`. */
  readonly profile: string;
  readonly background: Background;
  /** Process id of the browser itself; undefined while it does not run. */
  readonly pid: number | undefined;
  /** A new tab in front, at `about:blank` or at `url`. */
  newTab(url?: string): Promise<Tab>;
  /** Full address of a file of the extension under test, e.g. `extensionUrl('popup.html')`. */
  extensionUrl(path: string): string;
  /** Opens a page of the extension under test in a new tab. */
  openPage(path: string): Promise<Tab>;
  /**
   * The tab at this address, also one that the extension or a page opened; waits for it. What a page of the extension
   * opened in Firefox is opened a second time, because BiDi does not show the first.
   */
  waitForTab(address: string | RegExp, options?: WaitOptions): Promise<Tab>;
  /**
   * Runs a function where the extension's own APIs are (`chrome`, `browser`): in a tab of its origin, in the background
   * and the same for all calls. Arguments and result travel as JSON.
   */
  evaluate<A extends unknown[], R>(run: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** As an update would: the extension restarts, open tabs keep the old content scripts (Firefox drops them). */
  reloadExtension(): Promise<void>;
  /** SIGKILL to the browser process itself; resolves when it is gone. */
  kill(): Promise<void>;
  /** Starts the browser again on the same profile; ends it first if it runs. Tabs from before are dead. */
  restart(): Promise<void>;
  /** Ends the browser and removes a temporary profile. */
  close(): Promise<void>;
}
