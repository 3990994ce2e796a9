import { RestoreError } from '../log/backup/restore-error.ts';
import type { TakeIn } from '../log/backup/take-in.ts';
import { toBase64 } from '../log/bytes.ts';
import type { Log } from '../log/open-log.ts';
import { createLateRecords, type LateStore } from './late-records.ts';

interface RestorePorts {
  openLog(): Promise<Log>;
  lateStore: LateStore;
  now(): number;
}

/** Takes in what a page has read from a backup, and records that. Where the log takes no entry, the record waits. */
export const createRestoreDesk = ({ openLog, lateStore, now }: RestorePorts) => {
  const late = createLateRecords({ openLog, store: lateStore, now });

  return {
    async takeIn({ restored, as }: { restored: string; as: TakeIn }): Promise<'taken' | 'moved'> {
      try {
        const { origin = '', size, root } = await (await openLog()).takeIn(restored, as);
        const facts = { origin, size, root: toBase64(root), as: as.is };
        // It is there, recorded or not.
        await late.record({ event: 'log.restored', restored: facts }).catch(() => undefined);
        return 'taken';
      } catch (error) {
        if (error instanceof RestoreError) return 'moved';
        throw error;
      }
    },
  };
};
