import type { ReadonlySignal } from '@preact/signals';
import type { Protection } from '#lib/model/flow.ts';

/** The tab the popup was opened on. */
export type TabState =
  | { is: 'loading' }
  /** `siteName`: name of the site or its host. `origin`: present where the person may switch Candor on. */
  | { is: 'known'; protection: Protection; siteName: string; origin?: string }
  /** The page is that of an AI tool. */
  | { is: 'tool'; siteName: string }
  /** A page of the browser itself, a store page, a file: no extension may run there. */
  | { is: 'off-limits' }
  /** The background did not answer. */
  | { is: 'unknown' };

export interface TabPorts {
  readTab(): Promise<Exclude<TabState, { is: 'loading' }>>;
  /** Asks for the host permission (so it must be called inside the press) and registers the gate. False: declined. */
  switchOn(origin: string): Promise<boolean>;
}

export interface TabModel {
  tab: ReadonlySignal<TabState>;
  /** `reload`: switched on; the page must be loaded again before it counts. */
  switching: ReadonlySignal<'no' | 'asking' | 'declined' | 'failed' | 'reload'>;
  load(): Promise<void>;
  switchOn(): Promise<void>;
}
