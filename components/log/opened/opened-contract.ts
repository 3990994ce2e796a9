import type { ReadonlySignal } from '@preact/signals';
import type { FileAnswer } from '../../verifier/contract.ts';
import type { PostsPorts } from '../contract.ts';
import type { LogPageModel } from '../log-page-model.ts';

/** What is in a file, as far as it can be listed. */
export interface OpenedPosts {
  posts: number;
  /** Entries that this Candor cannot read. */
  unreadable: number;
}

/** An export that holds. */
export interface VerifiedExport extends OpenedPosts {
  is: 'verified';
  /** Entries of the log, and how many of them are in the file. */
  size: number;
  shown: number;
  /** Name of the log, and fingerprint of its key. */
  log: string;
  fingerprint: string;
  /** `own`: this browser's log. `known`: given, or that of an earlier checkpoint. */
  key: 'own' | 'known' | 'unknown';
  /** An earlier checkpoint: it `fits`, or ends at an entry that the file leaves out. `size`: its entries. */
  earlier: { is: 'fits' | 'hidden'; size: number } | { is: 'none' };
  /** Labels of other open files that are of the same log. */
  sameLog: readonly string[];
  answer: FileAnswer;
}

/**
 * - `refused`: it is an export, or was one, and does not hold.
 * - `kept`: a checkpoint or a key, against which exports are held from now on.
 * - `useless`: nothing that can be opened. `twice`: open already, as `as`.
 */
export type OpenAnswer =
  | VerifiedExport
  | { is: 'refused'; answer: FileAnswer }
  | { is: 'kept' }
  | { is: 'useless'; why: 'empty' | 'receipt' | 'backup' | 'stamp' | 'witness-key' | 'unknown' }
  | { is: 'useless'; why: 'twice'; as: string };

export type OpenedState =
  | { is: 'waiting' | 'stopped' }
  /** Bytes. */
  | { is: 'running'; done: number; size: number }
  | OpenAnswer
  /** Shown because the person wants to see it all the same. */
  | ({ is: 'unverified'; answer: FileAnswer } & OpenedPosts)
  /** `detail`: what the browser says; technical, shown small. */
  | { is: 'failed'; detail: string };

export interface OpenedFile {
  id: number;
  /** Short, the same in every row of the file: `A`. */
  label: string;
  file: File;
  state: OpenedState;
}

/** `false` ends the work. */
export type OnBytes = (done: number, size: number) => boolean;

/** Exports of others, read only: what would write rejects. */
export interface OpenedPorts extends PostsPorts {
  /** Verifies a file and shows its posts among those of the others. Nothing where `onBytes` stopped it. */
  open(file: Pick<OpenedFile, 'id' | 'label' | 'file'>, onBytes: OnBytes): Promise<OpenAnswer | undefined>;
  /** Shows the posts of a file that does not hold, marked as such. */
  look(file: Pick<OpenedFile, 'id' | 'label' | 'file'>, onBytes: OnBytes): Promise<OpenedPosts | undefined>;
  /** Forgets a file. */
  close(id: number): void;
  /** The file that a post of the list is from. */
  idOf(post: string): number | undefined;
}

export interface OpenedModel {
  /** The person looks at exports, not at the log of this browser. */
  isShown: ReadonlySignal<boolean>;
  files: ReadonlySignal<readonly OpenedFile[]>;
  /** Filter, list and story over all files that are open. */
  page: LogPageModel;
  /** The file that a post of the list is from. */
  fileOf(post: string): OpenedFile | undefined;
  show(isShown: boolean): void;
  add(files: readonly File[]): Promise<void>;
  stop(id: number): void;
  again(id: number): Promise<void>;
  lookAnyway(id: number): Promise<void>;
  remove(id: number): Promise<void>;
  removeAll(): Promise<void>;
}
