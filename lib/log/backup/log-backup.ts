import { type Bytes, utf8 } from '../bytes.ts';
import type { Connection } from '../connection.ts';
import type { LogArchive } from '../log-archive.ts';
import { type SealOptions, seal } from '../sealed-file.ts';
import { formatErasures } from './erasure-lines.ts';
import { readErasures } from './kept-erasures.ts';

export interface BackupOptions extends Pick<SealOptions, 'randomBytes' | 'iterations' | 'piece'> {
  readonly passphrase: string;
  /** Entries taken in so far, and all there are. */
  readonly onProgress?: (done: number, size: number) => void;
}

export interface LogBackup {
  /** The whole log under a passphrase, some bytes at a time. May reject with a LogError. */
  backup(options: BackupOptions): AsyncIterable<Bytes>;
}

/** Everything of the log but its key: its export with all that lies beside it, and then when texts were erased. */
async function* plainOf(
  connection: Connection,
  archive: LogArchive,
  onProgress: BackupOptions['onProgress'],
): AsyncGenerator<Bytes> {
  const lines = archive.exportLines({ texts: 'full', names: 'shown' }, ({ done, size }) => {
    onProgress?.(done, size);
  });
  for await (const { bytes } of lines) yield bytes;
  for await (const erasures of readErasures(connection))
    if (erasures.length > 0) yield utf8(`${formatErasures(erasures)}\n`);
}

export const createLogBackup = (
  connection: Connection,
  archive: LogArchive,
  subtle: SubtleCrypto,
): LogBackup => ({
  backup: ({ passphrase, onProgress, ...options }) =>
    seal(plainOf(connection, archive, onProgress), passphrase, { subtle, ...options }),
});
