import type { ReadonlySignal } from '@preact/signals';
import type { LogFilter } from '#lib/model/log-query.ts';
import type { PostSummary } from '../contract.ts';

export type SearchState =
  | { is: 'off' | 'done' | 'stopped' }
  /** Posts looked through, of all; both 0 until that is known. */
  | { is: 'running'; done: number; total: number };

/** A window on the list of posts, which is as long as it likes. */
export interface PostsModel {
  filter: ReadonlySignal<LogFilter>;
  /** Newest first: the part of the list that is in memory. */
  rows: ReadonlySignal<readonly PostSummary[]>;
  /** How many posts of the list are newer than the first row; missing where nobody counted them. */
  first: ReadonlySignal<number | undefined>;
  hasOlder: ReadonlySignal<boolean>;
  hasNewer: ReadonlySignal<boolean>;
  /** `elsewhere`: this page may not read the log. */
  state: ReadonlySignal<'loading' | 'ready' | 'failed' | 'elsewhere'>;
  problem: ReadonlySignal<string>;
  search: ReadonlySignal<SearchState>;
  /** Begins anew with this filter. */
  show(filter: LogFilter): Promise<void>;
  loadOlder(): Promise<void>;
  loadNewer(): Promise<void>;
  toNewest(): Promise<void>;
  toOldest(): Promise<void>;
  stopSearch(): void;
}
