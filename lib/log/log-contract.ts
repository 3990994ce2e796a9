import type { LogEntry, LogFacts } from '#lib/model/log-entry.ts';
import type { Content } from './append.ts';
import type { TakeIn } from './backup/take-in.ts';
import type { Bytes } from './bytes.ts';
import type { TextSelection } from './erase-text.ts';
import type { FormerLog } from './former-log.ts';
import type { HeadMirror } from './head-mirror.ts';
import type { LogReader } from './log-reader.ts';
import type { MemoryRows } from './memory-rows.ts';

export interface LogOptions {
  /** Database name. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly randomBytes: (length: number) => Bytes;
  /** Version of Candor, for the entries. */
  readonly software: string;
  readonly crypto: Pick<Crypto, 'subtle'>;
  readonly headMirror?: HeadMirror;
  /** Where the log lives if the browser refuses it a database. Nothing is mirrored then. */
  readonly memory?: MemoryRows;
}

export interface AppendOptions {
  /** Keep text and salt beside the log. Without, only the digest stays and nobody can open it. */
  readonly keepText: boolean;
  /** If the post already has an entry of this event, give that one back: a message may come twice. */
  readonly once?: boolean;
}

/** The log of this installation. One context writes: the background. */
export interface Log extends LogReader {
  /** Resolves when the entry is on disk. Rejects with a LogError; then nothing of it is. */
  append(facts: LogFacts, contents?: readonly Content[], options?: AppendOptions): Promise<LogEntry>;
  /** Erases kept texts and their salts; gives how many. The log itself does not change. */
  eraseText(selection: TextSelection): Promise<number>;
  /**
   * Takes in what `restored`, the name of a database, holds of a backup. Gives what that was. Rejects with a
   * RestoreError `moved` where the log went on meanwhile.
   */
  takeIn(restored: string, as: TakeIn): Promise<FormerLog>;
}
