import type { ReadonlySignal } from '@preact/signals';
import type { ComposerKind } from '#lib/model/draft.ts';
import type { Drift } from '#lib/model/log-entry.ts';
import type { LogFacets, LogFilter, LogWeek, PostStory } from '#lib/model/log-query.ts';
import type { LogStanding } from '#lib/model/log-standing.ts';
import type { Role } from '#lib/model/role.ts';
import type { ExportPorts } from './export-contract.ts';
import type { ReceiptPorts } from './receipt-contract.ts';
import type { WitnessPorts } from './witness-contract.ts';

/** Where a post stands, for people. `held`: Candor stopped it and nothing more is known. */
export type PostOutcome =
  | 'held'
  | 'released'
  | 'published'
  | 'scheduled'
  | 'unconfirmed'
  | 'failed'
  | 'cancelled';

/** One post as lists show it. */
export interface PostSummary {
  post: string;
  /** Place in the log; the list goes on before it. */
  index: number;
  /** Milliseconds since 1970. */
  time: number;
  siteName: string;
  kind: ComposerKind | undefined;
  role: Role | undefined;
  outcome: PostOutcome;
  /** Posted without the label that the policy asked for. */
  isOverride: boolean;
  /** It went past the gate, or went out as another text than the approved one. */
  deviation?: 'bypassed' | 'altered' | undefined;
  /** It was seen later and is not what was approved any more. */
  drift?: Drift | undefined;
  identity: string | undefined;
  /** Beginning of the text, where it is kept. */
  excerpt: string | undefined;
  permalink: string | undefined;
}

/** `code`: message key `verify_<code>`; `index` counts entries from 0, `line` lines of the export from 1. */
export type VerifyResult =
  | { ok: true; size: number }
  | { ok: false; code: string; index?: number; line?: number };

export type VerifyState =
  | { is: 'idle' }
  | { is: 'running'; done: number; total: number }
  | { is: 'done'; result: VerifyResult }
  | { is: 'failed'; detail: string };

/** The browser lets this page read no log, though there is one: so does Firefox in a private window. */
export class LogElsewhere extends Error {}

/** What the model needs from the outside. Every call may reject. */
export interface LogPorts {
  /**
   * Newest first, whatever `words` the filter has. `before`, `after`: index of the last, of the first post shown; with
   * `after` those that follow next.
   */
  listPosts(options: {
    filter: LogFilter;
    before?: number;
    after?: number;
    limit: number;
  }): Promise<readonly PostSummary[]>;
  /** Those that have the words of the filter. Rejects with the reason of the signal. Progress is in posts looked at. */
  searchPosts(options: {
    filter: LogFilter;
    before?: number;
    limit: number;
    signal: AbortSignal;
    onProgress(done: number, total: number): void;
  }): Promise<readonly PostSummary[]>;
  weeks(): Promise<readonly LogWeek[]>;
  facets(): Promise<LogFacets>;
  /** Rejects where the log has no such post. */
  story(post: string): Promise<PostStory>;
  verify(onProgress: (done: number, total: number) => void): Promise<VerifyResult>;
  /** Hands the page that checks exports to the person. */
  saveVerifier(): Promise<void>;
  readStanding(): Promise<LogStanding>;
  dismissWarning(): Promise<unknown>;
  /** Erases all kept texts; gives how many there were. */
  eraseTexts(): Promise<number>;
  receipts: ReceiptPorts;
  witness: WitnessPorts;
  exports: ExportPorts;
}

/** `asking`: the person has yet to confirm. */
export type EraseState =
  | { is: 'idle' | 'asking' | 'running' | 'failed' }
  /** `count`: texts erased. */
  | { is: 'done'; count: number };

export interface LogModel {
  posts: ReadonlySignal<readonly PostSummary[]>;
  /** `elsewhere`: this page may not read it; one in an ordinary window may. */
  state: ReadonlySignal<'loading' | 'ready' | 'failed' | 'elsewhere'>;
  /** What the log said when it failed; technical, shown small. */
  problem: ReadonlySignal<string>;
  hasMore: ReadonlySignal<boolean>;
  search: ReadonlySignal<string>;
  verification: ReadonlySignal<VerifyState>;
  /** The verifier could not be handed over. */
  isVerifierMissing: ReadonlySignal<boolean>;
  /** Missing until the background has answered. */
  standing: ReadonlySignal<LogStanding | undefined>;
  erasing: ReadonlySignal<EraseState>;
  receipts: ReceiptPorts;
  witness: WitnessPorts;
  exports: ExportPorts;
  load(): Promise<void>;
  loadMore(): Promise<void>;
  searchFor(words: string): Promise<void>;
  verify(): Promise<void>;
  saveVerifier(): Promise<void>;
  dismissWarning(): Promise<void>;
  askToErase(): void;
  keepTexts(): void;
  eraseTexts(): Promise<void>;
}
