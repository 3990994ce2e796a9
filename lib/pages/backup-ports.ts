import { sha256 } from '@noble/hashes/sha2.js';
import type { BackupPorts } from '#components/log/backup-contract.ts';
import { restoreCandorLog } from '../flow/open-candor-log.ts';
import type { LogBackup } from '../log/backup/log-backup.ts';
import { RestoreError } from '../log/backup/restore-error.ts';
import { toBase64, toHex } from '../log/bytes.ts';
import { LogError } from '../log/log-error.ts';
import type { LogReader } from '../log/log-reader.ts';
import { send } from '../messaging/send.ts';
import { asSource } from './file-source.ts';
import { type FileSink, openSink } from './save-stream.ts';

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** Backups for Candor's own pages. */
export const createBackupPorts = (log: LogBackup & Pick<LogReader, 'close'>): BackupPorts => {
  /** Gives how many entries went in, and the SHA-256 of the file; nothing if the person cancelled. */
  async function write(
    sink: FileSink,
    passphrase: string,
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<{ entries: number; sha256: string } | undefined> {
    const hash = sha256.create();
    let entries = 0;
    const pieces = log.backup({
      passphrase,
      randomBytes,
      onProgress(done, size) {
        entries = size;
        onProgress(done, size);
      },
    });
    for await (const bytes of pieces) {
      if (signal.aborted) return undefined;
      hash.update(bytes);
      await sink.write(bytes);
    }
    return signal.aborted ? undefined : { entries, sha256: toHex(hash.digest()) };
  }

  return {
    async save(passphrase, onProgress, signal) {
      const name = `candor-log-${new Date().toISOString().slice(0, 10)}.candor-backup`;
      const sink = await openSink({ name, type: 'application/octet-stream' });
      if (!sink) return { is: 'cancelled' };
      try {
        const written = await write(sink, passphrase, onProgress, signal);
        if (!written) {
          await sink.discard();
          return { is: 'cancelled' };
        }
        // Before the file is there: no export goes unrecorded.
        await send('record-export', { format: 'backup', texts: 'full', names: 'shown', ...written });
        await sink.finish();
        return { is: 'saved', name, entries: written.entries };
      } catch (error) {
        await sink.discard().catch(() => undefined);
        throw error;
      }
    },

    async restore(file, passphrase, onProgress, signal) {
      try {
        const restored = await restoreCandorLog({
          file: asSource(file),
          passphrase,
          onProgress,
          signal,
          async takeIn(database, as) {
            const answer = await send('take-in-log', { restored: database, as });
            if (answer === 'moved') throw new RestoreError('moved');
          },
        });
        // The log may lie in another database now: the next question opens that.
        await log.close();
        return restored;
      } catch (error) {
        if (signal.aborted) return { is: 'cancelled' };
        if (error instanceof RestoreError) {
          const heads = error.heads.map(({ size, root }) => ({ size, root: toBase64(root) }));
          return { is: 'refused', code: error.code, heads };
        }
        if (error instanceof LogError && error.code === 'quota')
          return { is: 'refused', code: error.code, heads: [] };
        throw error;
      }
    },
  };
};
