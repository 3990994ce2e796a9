import type { TextSelection } from '../log/erase-text.ts';
import type { Log } from '../log/open-log.ts';
import type { LogFacts } from '../model/log-entry.ts';
import type { Settings } from '../model/settings.ts';
import { createLateRecords, type LateStore } from './late-records.ts';

const DAY = 24 * 60 * 60 * 1000;

/** When the last sweep was, milliseconds since 1970: the stored item `text-sweep` in `storage.local`. */
export interface SweepStore {
  read(): Promise<number | undefined>;
  write(time: number): Promise<void>;
}

interface ErasurePorts {
  openLog(): Promise<Log>;
  readSettings(): Promise<Settings>;
  lateStore: LateStore;
  sweepStore: SweepStore;
  now(): number;
}

/**
 * Erases kept texts, by a person's wish or because they are old, and records that. What is gone is gone before the
 * record: an entry must not say so of a text that is still there. Where the log takes no entry, the record waits.
 */
export const createErasureDesk = ({ openLog, readSettings, lateStore, sweepStore, now }: ErasurePorts) => {
  const late = createLateRecords({ openLog, store: lateStore, now });

  const erase = async (
    selection: TextSelection,
    facts: Pick<LogFacts, 'post'>,
    erased: Omit<NonNullable<LogFacts['erased']>, 'texts'>,
  ): Promise<number> => {
    const texts = await (await openLog()).eraseText(selection);
    if (texts > 0) await late.record({ event: 'texts.erased', ...facts, erased: { texts, ...erased } });
    return texts;
  };

  const sweep = async (): Promise<number> => {
    const { keepTextDays } = await readSettings();
    if (keepTextDays === 0) return 0;
    const before = now() - keepTextDays * DAY;
    const count = await erase({ before }, {}, { why: 'retention', before });
    await sweepStore.write(now());
    return count;
  };

  return {
    eraseAll: (): Promise<number> => erase('all', {}, { why: 'person', before: now() }),

    erasePost: ({ post }: { post: string }): Promise<number> => erase({ post }, { post }, { why: 'person' }),

    sweep,

    /** Looks through the texts once a day: a background starts often, and there may be a million. */
    async sweepDaily(): Promise<void> {
      const last = (await sweepStore.read()) ?? 0;
      // A clock that was set back must not put the next sweep off for years.
      if (Math.abs(now() - last) >= DAY) await sweep();
    },
  };
};
