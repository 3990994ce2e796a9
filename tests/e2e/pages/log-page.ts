import type { LogEntry } from '#lib/model/log-entry.ts';
import type { CandorBrowser } from '#tests/harness/browser.ts';
import type { Tab } from '#tests/harness/tab.ts';
import { until } from '#tests/harness/test.ts';
import { deleteDatabase } from './extension-page.ts';

/** There where the functions run: a page of the extension. */
declare const chrome: typeof import('@wxt-dev/browser').browser;

/** As lib/log/database.ts has them. */
interface Row {
  bytes: Uint8Array;
  opening?: Uint8Array | undefined;
}

/** 256 entries in one row. */
interface Tile {
  bytes: Uint8Array;
  lengths: Uint32Array;
  openings: Uint8Array;
  openingLengths: Uint32Array;
}

/** Name of the database that the log is in: a key that was lost has made it go on in a further one. Others were restored. */
const findLog = async (candor: CandorBrowser): Promise<string> => {
  const found = await candor.evaluate(async () =>
    (await indexedDB.databases())
      .map(({ name = '' }) => name)
      .filter((name) => /^candor-log(?:~\d+)?$/u.test(name)),
  );
  return found.sort().at(-1) ?? 'candor-log';
};

/** Text of an entry, and of the facts that it only commits to. */
interface RowText {
  entry: string;
  facts: string | undefined;
}

const parseRow = ({ entry, facts }: RowText): LogEntry => ({
  ...(facts === undefined ? {} : (JSON.parse(facts) as object)),
  ...(JSON.parse(entry) as LogEntry),
});

/** The log as it lies in the extension's own database, read without the extension's help. */
export const readLog = async (candor: CandorBrowser, database?: string): Promise<LogEntry[]> => {
  const rows = await candor.evaluate(
    async (name) => {
      const request = indexedDB.open(name);
      // Not there yet: looking must not make an empty one, which the log would then find.
      request.onupgradeneeded = () => request.transaction?.abort();
      const database = await new Promise<IDBDatabase | undefined>((resolve) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => resolve(undefined);
      });
      if (!database) return [];
      const { tiles, entries } = await new Promise<{ tiles: Tile[]; entries: Row[] }>((resolve, reject) => {
        const tx = database.transaction(['tiles', 'entries']);
        const [sealed, open] = (['tiles', 'entries'] as const).map((store) => tx.objectStore(store).getAll());
        tx.oncomplete = () => resolve({ tiles: sealed?.result ?? [], entries: open?.result ?? [] });
        tx.onerror = () => reject(tx.error);
      });
      database.close();
      const split = (bytes: Uint8Array, lengths: Uint32Array): Uint8Array[] => {
        let start = 0;
        return [...lengths].map((length) => {
          start += length;
          return bytes.subarray(start - length, start);
        });
      };
      const sealedRows = tiles.flatMap(({ bytes, lengths, openings, openingLengths }) => {
        const opened = split(openings, openingLengths);
        return split(bytes, lengths).map((entry, at): Row => ({ bytes: entry, opening: opened[at] }));
      });
      const text = new TextDecoder();
      return [...sealedRows, ...entries].map(({ bytes, opening }) => ({
        entry: text.decode(bytes),
        // The salt stands before them.
        facts: opening && opening.length > 0 ? text.decode(opening.subarray(32)) : undefined,
      }));
    },
    database ?? (await findLog(candor)),
  );
  const found = rows.map(parseRow);
  // The newest sealed entry lies in both stores.
  return [...new Map(found.map((entry) => [entry.index, entry])).values()].sort((a, b) => a.index - b.index);
};

/** The log of a browser that gives Candor no database, as it lies in the extension's memory. */
export const readMemoryLog = async (candor: CandorBrowser): Promise<LogEntry[]> => {
  const rows = await candor.evaluate(async () => {
    const kept = Object.entries(await chrome.storage.session.get(null)).filter(([name]) =>
      name.startsWith('log/entries/'),
    );
    const text = new TextDecoder();
    return kept.map(([, row]) => {
      const { bytes, opening } = row as Row;
      return { entry: text.decode(bytes), facts: opening && text.decode(opening.subarray(32)) };
    });
  });
  return rows.map(parseRow).sort((a, b) => a.index - b.index);
};

/** Events of the newest post, in order. */
export const eventsOfLastPost = async (candor: CandorBrowser): Promise<string[]> => {
  const entries = await readLog(candor);
  const last = entries.findLast(({ post }) => post !== undefined)?.post;
  return entries.filter(({ post }) => post === last && post !== undefined).map(({ event }) => event);
};

/** The newest entry of this event. */
export const lastFacts = async (candor: CandorBrowser, event: LogEntry['event']): Promise<LogEntry> => {
  const found = (await readLog(candor)).findLast((entry) => entry.event === event);
  if (!found) throw new Error(`no ${event} in the log`);
  return found;
};

/** Waits until the newest post has ended; gives its events. */
export const waitForOutcome = (candor: CandorBrowser): Promise<string[]> =>
  until(
    async () => {
      const events = await eventsOfLastPost(candor);
      const last = events.at(-1) ?? '';
      return ['post.published', 'post.unconfirmed', 'post.failed', 'post.cancelled'].includes(last)
        ? events
        : undefined;
    },
    { what: 'the outcome of the newest post', timeout: 15_000 },
  );

/** Presses "Verify now" in popup or dashboard; waits until the log was found intact. */
export const verifyLog = async (page: Tab['page']): Promise<void> => {
  await page.click({ role: 'button', name: 'Verify now' });
  await page.waitFor({ text: /^Entries shown here have not been changed since checkpoint \d+\.$/ });
};

/** Waits until the newest post has come to this event; gives its events. */
export const waitForEnd = (candor: CandorBrowser, event: string): Promise<string[]> =>
  until(
    async () => {
      const events = await eventsOfLastPost(candor);
      return events.at(-1) === event ? events : undefined;
    },
    { what: `${event} of the newest post`, timeout: 15_000 },
  );

export const deleteLog = (candor: CandorBrowser): Promise<void> => deleteDatabase(candor, 'candor-log');

/** Candor remembers no log and warns of none. */
export const forgetLog = (candor: CandorBrowser): Promise<void> =>
  candor.evaluate(() => chrome.storage.local.remove(['log-head', 'log-warning']));
