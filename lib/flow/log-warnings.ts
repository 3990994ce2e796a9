import type { Condition } from '../log/head-mirror.ts';
import type { LogWarning } from '../model/log-standing.ts';

/** Kept after it was dismissed too: the same finding is made again until the log has a new entry. */
interface StoredWarning extends LogWarning {
  isDismissed?: true;
}

/** Where it waits for the person: the stored item `log-warning` in `storage.local`. */
export interface WarningStore {
  read(): Promise<StoredWarning | undefined>;
  write(warning: StoredWarning): Promise<void>;
  remove(): Promise<void>;
}

interface WarningPorts {
  store: WarningStore;
  /** Milliseconds since 1970. */
  now(): number;
}

/**
 * Keeps what an opening of the log found to be wrong. The log itself forgets: with the next entry it is remembered as
 * it is then, and an opening half a minute later finds it as it was left.
 */
export const createLogWarnings = ({ store, now }: WarningPorts) => ({
  async note({ is, remembered = 0, found = 0 }: Condition): Promise<void> {
    const last = await store.read();
    if (is === 'new' || is === 'kept') {
      if (last?.isDismissed) await store.remove();
      return;
    }
    const isKnown = last?.is === is && last.remembered === remembered && last.found === found;
    if (!isKnown) await store.write({ is, remembered, found, time: now() });
  },

  async read(): Promise<LogWarning | undefined> {
    const warning = await store.read();
    return warning?.isDismissed ? undefined : warning;
  },

  async dismiss(): Promise<void> {
    const warning = await store.read();
    if (warning) await store.write({ ...warning, isDismissed: true });
  },
});
