import type { CandorBrowser } from '../harness/browser.ts';

/** What the log's database holds beside its entries. */
interface LogHead {
  /** Entries that the newest row says there are. */
  size: number;
  /** Peaks of the tree in the newest row, one byte an item. */
  peaks: number[];
  /** The checkpoint signed last. */
  checkpoint: string | undefined;
}

/** Head and checkpoint as they lie in the extension's own database, read without the extension's help. */
export const readHeadRow = (candor: CandorBrowser): Promise<LogHead> =>
  candor.evaluate(async () => {
    const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settled(indexedDB.open('candor-log'));
    const tx = database.transaction(['entries', 'meta']);
    const checkpoint: string | undefined = await settled(tx.objectStore('meta').get('checkpoint'));
    const newest = await settled(tx.objectStore('entries').openCursor(null, 'prev'));
    database.close();
    return {
      size: Number(newest?.key ?? -1) + 1,
      peaks: [...(newest?.value.peaks ?? [])],
      checkpoint,
    };
  });
