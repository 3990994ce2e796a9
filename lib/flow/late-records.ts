import type { AppendOptions, Log } from '../log/open-log.ts';
import type { LogEntry, LogFacts } from '../model/log-entry.ts';

/** Facts that the log could not take when they happened. No texts. */
export interface LateRecord {
  facts: LogFacts;
  /** When it happened, milliseconds since 1970. */
  time: number;
}

/** Where they wait: the stored item `late-records` in `storage.local`. */
export interface LateStore {
  read(): Promise<LateRecord[]>;
  write(records: LateRecord[]): Promise<void>;
}

/** The newest are kept. */
const MOST = 200;

type Contents = Parameters<Log['append']>[1];

interface LatePorts {
  openLog(): Promise<Log>;
  store: LateStore;
  now(): number;
}

/** Says in the entry itself that it stands later in the log than it happened. */
const asLate = ({ facts, time }: LateRecord): LogFacts => ({
  ...facts,
  reason: [facts.reason, `recorded late; happened at ${new Date(time).toISOString()}`]
    .filter(Boolean)
    .join('; '),
});

/**
 * Records what has happened, whether the log can take it or not: what it cannot take waits, and goes in, marked,
 * before the next entry that it can take. The caller still hears of the failure.
 */
export const createLateRecords = ({ openLog, store, now }: LatePorts) => ({
  async record(facts: LogFacts, contents?: Contents, options?: AppendOptions): Promise<LogEntry> {
    try {
      const log = await openLog();
      const waiting = await store.read();
      for (const late of waiting) await log.append(asLate(late), [], { keepText: false, once: true });
      if (waiting.length > 0) await store.write([]);
      return await log.append(facts, contents, options);
    } catch (error) {
      const waiting = await store.read();
      await store.write([...waiting, { facts, time: now() }].slice(-MOST));
      throw error;
    }
  },
});
