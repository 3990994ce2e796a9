/** `cancelled`: nothing that looks complete was left behind. */
export type BackupAnswer = { is: 'saved'; name: string; entries: number } | { is: 'cancelled' };

/** Head of a log: `root` in base64. */
export interface ShownHead {
  size: number;
  root: string;
}

/**
 * How bringing back ended. `nothing`: the log is here already, with `size` entries. `continued`: the log here has got what it
 * lacked. `former`: it is a log beside the one here. `refused`: nothing has changed; `code` says why, as RestoreError and
 * LogError do; `heads`, where two logs do not fit: that of the backup and that of the log here.
 */
export type RestoreAnswer =
  | { is: 'nothing' | 'continued' | 'former'; origin: string; size: number }
  | { is: 'refused'; code: string; heads: readonly ShownHead[] }
  | { is: 'cancelled' };

type OnProgress = (done: number, total: number) => void;

/** Every call may reject; then nothing has changed. */
export interface BackupPorts {
  /** Writes the whole log where the person says. To be called in the turn of a press. */
  save(passphrase: string, onProgress: OnProgress, signal: AbortSignal): Promise<BackupAnswer>;
  restore(
    file: File,
    passphrase: string,
    onProgress: OnProgress,
    signal: AbortSignal,
  ): Promise<RestoreAnswer>;
}
