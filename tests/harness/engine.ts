import type { Browser, Page } from 'puppeteer-core';
import type { BrowserName, LaunchOptions } from './browser.ts';

/** One extension that is loaded into the browser. */
export interface LoadedExtension {
  /** Unpacked folder. */
  dir: string;
  id: string;
  hasBackground: boolean;
}

/** What the two browsers do differently. */
export interface Engine {
  readonly name: BrowserName;
  /** The id that the browser will give to the extension in this folder. */
  readExtensionId(dir: string): Promise<string>;
  /** Starts the browser on the profile; resolves when all extensions are loaded. */
  launch(options: LaunchOptions, profile: string, extensions: LoadedExtension[]): Promise<Browser>;
  /** `scheme://host` of the extension's pages. */
  extensionOrigin(id: string): string;
  isBackgroundRunning(browser: Browser, id: string): Promise<boolean>;
  /** Resolves when it is gone; the next one may be up by then. */
  stopBackground(browser: Browser, id: string): Promise<void>;
  /** Resolves when the new extension is up. */
  reloadExtension(browser: Browser, id: string): Promise<void>;
  /** Addresses of tabs that the protocol does not show: in Firefox those that an extension's page opened. */
  listUnseenTabs(browser: Browser): Promise<string[]>;
  /** Resolves when the page is loaded. */
  navigate(page: Page, url: string): Promise<void>;
  /** Resolves when the page is loaded again. */
  reload(page: Page): Promise<void>;
  setColorScheme(page: Page, scheme: 'dark' | 'light'): Promise<void>;
  /** Lets scripts of the present page write to the clipboard. */
  allowClipboard(page: Page): Promise<void>;
}
