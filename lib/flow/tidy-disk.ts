import { deleteDB, openDB } from 'idb';

const SCRATCH = 'candor-scratch';

/** Below what Chromium puts into files of their own. Bytes. */
const ROW = 48_000;
/** Chromium goes over to a new file every 4 MB and joins files when there are four. Bytes in all. */
const ENOUGH = 32_000_000;
const ROWS_AT_ONCE = 50;

/**
 * Writes so much into a database of its own, and takes it away again, that the browser tidies up its files, and with
 * them what was erased before. Chromium keeps all databases of one extension in one set of files, to which it only
 * adds until then. No browser promises any of that.
 */
export async function tidyDisk(): Promise<void> {
  const database = await openDB(SCRATCH, 1, { upgrade: (made) => void made.createObjectStore('rows') });
  const row = crypto.getRandomValues(new Uint8Array(ROW));
  for (let written = 0; written * ROW < ENOUGH; written += ROWS_AT_ONCE) {
    const tx = database.transaction('rows', 'readwrite');
    for (let at = 0; at < ROWS_AT_ONCE; at += 1) void tx.store.put(row, written + at);
    await tx.done;
  }
  database.close();
  await deleteDB(SCRATCH);
}
