import { browser } from '@wxt-dev/browser';
import type { LogBackup } from '../log/backup/log-backup.ts';
import { type Restored, type RestoreOptions, restoreBackup } from '../log/backup/restore.ts';
import type { LogExport } from '../log/export/log-export.ts';
import type { LogArchive } from '../log/log-archive.ts';
import { LogError } from '../log/log-error.ts';
import type { LogQueries } from '../log/log-queries.ts';
import type { LogReader } from '../log/log-reader.ts';
import type { MemoryRows } from '../log/memory-rows.ts';
import { type Log, type LogOptions, type OpenedLog, openLog } from '../log/open-log.ts';
import { listFormerLogs as listFormer, openLogReader } from '../log/open-log-reader.ts';
import type { LogFault, LogStanding, LogWarning } from '../model/log-standing.ts';
import type { SweepStore } from './erasure-desk.ts';
import type { LateRecord, LateStore } from './late-records.ts';
import { createLogWarnings } from './log-warnings.ts';

/** The IndexedDB database of the log, in the extension's own origin. */
const NAME = 'candor-log';

/** The stored item `log-head` in `storage.local`: a lost or rolled back database is noticed by it. */
const HEAD = 'log-head';

const randomBytes: LogOptions['randomBytes'] = (length) => crypto.getRandomValues(new Uint8Array(length));

const headMirror: NonNullable<LogOptions['headMirror']> = {
  async read() {
    const stored = (await browser.storage.local.get(HEAD))[HEAD];
    return typeof stored === 'string' ? stored : undefined;
  },
  write: (head) => browser.storage.local.set({ [HEAD]: head }),
};

/** In `storage.session`, which Firefox keeps in memory and as it was given: rows of a log that may have no database. */
const ROWS = 'log/';

const memory: MemoryRows = {
  async readAll() {
    const stored = Object.entries(await browser.storage.session.get(null));
    const rows = stored.filter(([name]) => name.startsWith(ROWS));
    return Object.fromEntries(rows.map(([name, row]) => [name.slice(ROWS.length), row]));
  },
  async write(changed, removed) {
    const rows = Object.entries(changed).map(([name, row]) => [`${ROWS}${name}`, row]);
    await browser.storage.session.set(Object.fromEntries(rows));
    if (removed.length > 0) await browser.storage.session.remove(removed.map((name) => `${ROWS}${name}`));
  },
};

const WARNING = 'log-warning';

const warnings = createLogWarnings({
  store: {
    async read() {
      const stored = (await browser.storage.local.get(WARNING))[WARNING];
      return typeof stored === 'object' && stored !== null ? (stored as LogWarning) : undefined;
    },
    write: (warning) => browser.storage.local.set({ [WARNING]: warning }),
    remove: () => browser.storage.local.remove(WARNING),
  },
  now: Date.now,
});

/**
 * Firefox deletes databases of extensions too when its share of the disk is full, `unlimitedStorage` or not, unless this
 * was asked for; it grants it unasked. In Chromium's worker there is no such question, and `unlimitedStorage` is enough.
 */
const askToKeep = async (): Promise<void> => {
  const { persist } = (navigator.storage ?? {}) as Partial<StorageManager>;
  await persist?.call(navigator.storage).catch(() => false);
};

const open = async (): Promise<OpenedLog> => {
  await askToKeep();
  const found = await openLog({
    name: NAME,
    now: Date.now,
    randomBytes,
    software: browser.runtime.getManifest().version,
    crypto,
    headMirror,
    memory,
  });
  // A warning that cannot be stored must not stop posts; the log's next entry says the same.
  if (found.keeping === 'on-disk') await warnings.note(found.condition).catch(() => undefined);
  return found;
};

let opened: Promise<OpenedLog> | undefined;

/** A failed opening is tried again by the next caller. */
const openOnce = (): Promise<OpenedLog> => {
  opened ??= open().catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
};

/** The one writer: only the background calls this. */
export const openCandorLog = async (): Promise<Log> => (await openOnce()).log;

const faultOf = (error: unknown): LogFault => {
  if (!(error instanceof LogError)) return 'unavailable';
  return error.code === 'newer-database' ? 'newer' : error.code;
};

const readState = (): Promise<Pick<LogStanding, 'keeping' | 'fault'>> =>
  openOnce().then(
    ({ keeping }) => ({ keeping }),
    (error) => ({ keeping: 'on-disk', fault: faultOf(error) }),
  );

/** What the person must know of the log; also where it does not open. */
export const readLogStanding = async (): Promise<LogStanding> => {
  const [state, warning, late] = await Promise.all([readState(), warnings.read(), lateStore.read()]);
  return { ...state, ...(late.length > 0 && { waiting: late.length }), ...(warning && { warning }) };
};

export const dismissLogWarning = async (): Promise<true> => {
  await warnings.dismiss();
  return true;
};

const LATE = 'late-records';

/** What waits for a log on disk must not go into one in memory, nor the other way round. */
const lateArea = async () =>
  (await readState()).keeping === 'in-memory' ? browser.storage.session : browser.storage.local;

/** Written by the background only, with facts of its own making: nothing to validate but that it is a list. */
export const lateStore: LateStore = {
  async read() {
    const stored = (await (await lateArea()).get(LATE))[LATE];
    return Array.isArray(stored) ? (stored as LateRecord[]) : [];
  },
  write: async (records) => (await lateArea()).set({ [LATE]: records }),
};

const SWEEP = 'text-sweep';

export const sweepStore: SweepStore = {
  async read() {
    const stored = (await browser.storage.local.get(SWEEP))[SWEEP];
    return typeof stored === 'number' ? stored : undefined;
  },
  write: (time) => browser.storage.local.set({ [SWEEP]: time }),
};

/** Logs beside the present one: that ended here, or were restored. */
export const listFormerLogs = () => listFormer({ name: NAME, memory });

/** Brings a backup back, as the log here goes on or beside it. As `restoreBackup`. */
export const restoreCandorLog = (
  options: Pick<RestoreOptions, 'file' | 'passphrase' | 'takeIn' | 'onProgress' | 'signal'>,
): Promise<Restored> => restoreBackup({ ...options, name: NAME, subtle: crypto.subtle, randomBytes });

/** `database`: as `listFormerLogs` names it. */
export const readFormerCandorLog = (database: string): LogReader & LogArchive =>
  openLogReader({ name: database, crypto, isFormer: true });

/** For Candor's own pages. */
export const readCandorLog = (): LogReader & LogArchive & LogExport & LogQueries & LogBackup =>
  openLogReader({ name: NAME, crypto, memory });
