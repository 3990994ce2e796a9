import { browser } from '@wxt-dev/browser';
import { type LogReader, openLogReader } from '../log/log-reader.ts';
import { type Log, type LogOptions, openLog } from '../log/open-log.ts';
import type { LateRecord, LateStore } from './late-records.ts';

/** The IndexedDB database of the log, in the extension's own origin. */
const NAME = 'candor-log';

/** The stored item `log-head` in `storage.local`: a lost or rolled back database is noticed by it. */
const HEAD = 'log-head';

const headMirror: NonNullable<LogOptions['headMirror']> = {
  async read() {
    const stored = (await browser.storage.local.get(HEAD))[HEAD];
    return typeof stored === 'string' ? stored : undefined;
  },
  write: (head) => browser.storage.local.set({ [HEAD]: head }),
};

let opened: Promise<Log> | undefined;

/** The one writer: only the background calls this. A failed opening is tried again by the next caller. */
export const openCandorLog = (): Promise<Log> => {
  opened ??= openLog({
    name: NAME,
    now: Date.now,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    software: browser.runtime.getManifest().version,
    crypto,
    headMirror,
  }).then(
    ({ log }) => log,
    (error) => {
      opened = undefined;
      throw error;
    },
  );
  return opened;
};

const LATE = 'late-records';

/** Written by the background only, with facts of its own making: nothing to validate but that it is a list. */
export const lateStore: LateStore = {
  async read() {
    const stored = (await browser.storage.local.get(LATE))[LATE];
    return Array.isArray(stored) ? (stored as LateRecord[]) : [];
  },
  write: (records) => browser.storage.local.set({ [LATE]: records }),
};

/** For Candor's own pages. */
export const readCandorLog = (): LogReader => openLogReader({ name: NAME, crypto });
