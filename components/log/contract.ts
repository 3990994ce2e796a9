import type { ReadonlySignal } from '@preact/signals';
import type { ComposerKind } from '#lib/model/draft.ts';
import type { CompletionReport, Drift } from '#lib/model/log-entry.ts';
import type { LogFacets, LogFilter, LogWeek, PostStory, Standing } from '#lib/model/log-query.ts';
import type { LogStanding } from '#lib/model/log-standing.ts';
import type { Role } from '#lib/model/role.ts';
import type { BackupPorts } from './backup-contract.ts';
import type { ExportPorts } from './export/export-contract.ts';
import type { FormerPorts } from './former-contract.ts';
import type { ReceiptPorts } from './receipt-contract.ts';
import type { RoomPorts } from './room-contract.ts';
import type { StampPorts } from './stamp-contract.ts';
import type { WitnessPorts } from './witness-contract.ts';

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
  outcome: Standing;
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
  /** The opened file that it is from; missing for the log of this browser. */
  from?: { label: string; name: string; isVerified: boolean };
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

/** Which posts a page of a list shows. */
export interface PostsQuery {
  /** Without `words`. */
  filter: LogFilter;
  /** The newest of those that began before this index. */
  before?: number;
  /** The oldest of those that began after this index. */
  after?: number;
  limit: number;
}

export interface SearchQuery {
  /** With `words`. */
  filter: LogFilter;
  before?: number;
  limit: number;
  /** Rejects once it is aborted. */
  signal: AbortSignal;
  /** Posts looked through, and all there are to look through. */
  onProgress(done: number, total: number): void;
}

/** A place where a provider wants to be told of what its AI wrote. */
export interface ReportTarget {
  /** Of the evidence. */
  source: string;
  name: string;
  /** Address of the provider's form, where one is known. */
  form: string | undefined;
}

/** What is asked of the log about its posts. Every call may reject. */
export interface PostsPorts {
  /** Newest first, in both directions. */
  listPosts(query: PostsQuery): Promise<readonly PostSummary[]>;
  /** Newest first. Goes on in the background of the page: typing stays smooth. */
  searchPosts(query: SearchQuery): Promise<readonly PostSummary[]>;
  /** Oldest first; weeks without a post may be missing. */
  weeks(): Promise<readonly LogWeek[]>;
  facets(): Promise<LogFacets>;
  /** Nothing where the log has no such post. */
  story(post: string): Promise<PostStory | undefined>;
  /** Adds a note to the log, for good. */
  annotate(post: string, note: string): Promise<unknown>;
  /** Erases the kept texts of one post; gives how many there were. */
  erasePost(post: string): Promise<number>;
  /** Records that a completion was reported. */
  recordReport(post: string, report: CompletionReport): Promise<unknown>;
  /** Name of a site by its id, or by an address on it where nobody knows the site. */
  nameOfSite(site: string, address?: string): string;
  targetOf(source: string): ReportTarget;
}

/** What the model needs from the outside. Every call may reject. */
export interface LogPorts extends PostsPorts {
  verify(onProgress: (done: number, total: number) => void): Promise<VerifyResult>;
  /** Hands the page that checks exports to the person. */
  saveVerifier(): Promise<void>;
  readStanding(): Promise<LogStanding>;
  dismissWarning(): Promise<unknown>;
  /** Erases all kept texts; gives how many there were. */
  eraseTexts(): Promise<number>;
  receipts: ReceiptPorts;
  witness: WitnessPorts;
  former: FormerPorts;
  room: RoomPorts;
  exports: ExportPorts;
  stamps: StampPorts;
  backups: BackupPorts;
}

/** `asking`: the person has yet to confirm. */
export type EraseState =
  | { is: 'idle' | 'asking' | 'running' | 'failed' }
  /** `count`: texts erased. */
  | { is: 'done'; count: number };

export interface LogModel {
  /** The newest that match the search. */
  posts: ReadonlySignal<readonly PostSummary[]>;
  /** `elsewhere`: this page may not read it; one in an ordinary window may. */
  state: ReadonlySignal<'loading' | 'ready' | 'failed' | 'elsewhere'>;
  /** What the log said when it failed; technical, shown small. */
  problem: ReadonlySignal<string>;
  search: ReadonlySignal<string>;
  verification: ReadonlySignal<VerifyState>;
  /** The verifier could not be handed over. */
  isVerifierMissing: ReadonlySignal<boolean>;
  /** Missing until the background has answered. */
  standing: ReadonlySignal<LogStanding | undefined>;
  erasing: ReadonlySignal<EraseState>;
  receipts: ReceiptPorts;
  witness: WitnessPorts;
  former: FormerPorts;
  room: RoomPorts;
  exports: ExportPorts;
  stamps: StampPorts;
  backups: BackupPorts;
  load(): Promise<void>;
  loadStanding(): Promise<void>;
  searchFor(words: string): Promise<void>;
  verify(): Promise<void>;
  saveVerifier(): Promise<void>;
  dismissWarning(): Promise<void>;
  askToErase(): void;
  keepTexts(): void;
  eraseTexts(): Promise<void>;
}
