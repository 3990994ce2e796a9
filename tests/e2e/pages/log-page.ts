import type { LogEntry } from '#lib/model/log-entry.ts';
import type { CandorBrowser } from '#tests/harness/browser.ts';
import { until } from '#tests/harness/test.ts';

/** The log as it lies in the extension's own database, read without the extension's help. */
export const readLog = async (candor: CandorBrowser): Promise<LogEntry[]> => {
  const lines = await candor.evaluate(async () => {
    const request = indexedDB.open('candor-log');
    // Not there yet: looking must not make an empty one, which the log would then find.
    request.onupgradeneeded = () => request.transaction?.abort();
    const database = await new Promise<IDBDatabase | undefined>((resolve) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(undefined);
    });
    if (!database) return [];
    const all = database.transaction('entries').objectStore('entries').getAll();
    const rows = await new Promise<{ bytes: Uint8Array }[]>((resolve, reject) => {
      all.onsuccess = () => resolve(all.result);
      all.onerror = () => reject(all.error);
    });
    database.close();
    return rows.map(({ bytes }) => new TextDecoder().decode(bytes));
  });
  return lines.map((line) => JSON.parse(line) as LogEntry);
};

/** Events of the newest post, in order. */
export const eventsOfLastPost = async (candor: CandorBrowser): Promise<string[]> => {
  const entries = await readLog(candor);
  const last = entries.findLast(({ post }) => post !== undefined)?.post;
  return entries.filter(({ post }) => post === last && post !== undefined).map(({ event }) => event);
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
