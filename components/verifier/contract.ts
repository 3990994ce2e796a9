import type { ReadonlySignal } from '@preact/signals';
import type { Role } from '#lib/model/role.ts';

/** What a receipt says about its post. Every part may be missing: older and newer entries are read as far as they go. */
export interface ReceiptFacts {
  /** Event of the entry, e.g. `post.approved`. */
  event?: string;
  site?: string;
  role?: Role;
  name?: string;
  permalink?: string;
  /** Texts that the entry commits to, as the receipt carries them. */
  texts: readonly string[];
}

/** What was found about one file, in sentences of the page's language. */
export interface FileAnswer {
  verdict: 'intact' | 'broken' | 'unchecked';
  answer: string;
  details: readonly string[];
  /** What even a good answer does not prove. */
  limits: readonly string[];
  /** To compare by eye. */
  marks: readonly string[];
  /** Of a receipt that holds. */
  facts?: ReceiptFacts;
}

export type FileState =
  | { is: 'waiting' | 'stopped' }
  /** Bytes. */
  | { is: 'running'; done: number; size: number }
  | { is: 'done'; answer: FileAnswer }
  /** `detail`: what the browser says; technical, shown small. */
  | { is: 'failed'; detail: string };

export interface CheckedFile {
  /** Tells files of the same name apart. */
  id: number;
  file: File;
  state: FileState;
}

/** What the model needs from the outside. Every call may reject. */
export interface VerifierPorts {
  /** Whether a file is to be checked, or only something to check against (a checkpoint, a key), or both (a time stamp). */
  useOf(file: File): Promise<'checked' | 'kept' | 'both'>;
  /** Nothing if `onProgress` gave `false`. Pauses often enough for the page to stay responsive. */
  check(
    file: File,
    kept: readonly File[],
    onProgress: (done: number, size: number) => boolean,
  ): Promise<FileAnswer | undefined>;
}

export interface VerifierModel {
  files: ReadonlySignal<readonly CheckedFile[]>;
  /** What was kept from earlier: checkpoints, keys, older exports. Everything is checked against it. */
  kept: ReadonlySignal<readonly File[]>;
  isRunning: ReadonlySignal<boolean>;
  /** Checks files; checkpoints and keys among them are kept instead. */
  add(files: readonly File[]): Promise<void>;
  /** Takes files as kept from earlier and checks everything again. */
  keep(files: readonly File[]): Promise<void>;
  stop(): void;
  clear(): void;
}
