import type { CandorBrowser } from '../harness/browser.ts';

/** There where the function runs: a page of the extension. */
declare const chrome: typeof import('@wxt-dev/browser').browser;

/** Where in everything the extension stores a text is found: `database/store` or the name of the storage area. */
export const findInStorage = (candor: CandorBrowser, text: string): Promise<string[]> =>
  candor.evaluate(async (wanted) => {
    const found: string[] = [];
    const isIn = (value: unknown): boolean => {
      if (typeof value === 'string') return value.includes(wanted);
      if (ArrayBuffer.isView(value)) return new TextDecoder().decode(value).includes(wanted);
      if (value instanceof ArrayBuffer) return isIn(new Uint8Array(value));
      if (value instanceof Map || value instanceof Set) return [...value].some(isIn);
      if (typeof value !== 'object' || value === null) return false;
      return Object.entries(value).some(([key, inner]) => isIn(key) || isIn(inner));
    };
    const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store);
        if (isIn(await settled(rows.getAll())) || isIn(await settled(rows.getAllKeys())))
          found.push(`${name}/${store}`);
      }
      database.close();
    }
    for (const area of ['local', 'session', 'sync'] as const) {
      if (isIn(await chrome.storage[area].get(null))) found.push(area);
    }
    if (isIn({ ...localStorage }) || isIn({ ...sessionStorage })) found.push('web storage');
    return found;
  }, text);
