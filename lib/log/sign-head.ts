import { isSameBytes } from './bytes.ts';
import { parseCheckpoint, signCheckpoint } from './checkpoint.ts';
import type { Connection } from './connection.ts';
import { META, type StoreName } from './database.ts';
import { LogError } from './log-error.ts';
import { rootOf } from './peaks.ts';
import { createNodeSource, findCheckpoint, findKey, readHead } from './stored-log.ts';
import { rootAt } from './tree.ts';
import { createSigner } from './web-crypto.ts';

const TREE: StoreName[] = ['meta', 'entries', 'tiles', 'leaves', 'nodes'];

export const noKey = (): LogError => new LogError('corrupt', 'the log has no key');

/** The checkpoint of the log as it is, signed and kept; the same text again while nothing was added. */
export const signHead = ({ use }: Connection, subtle: SubtleCrypto): Promise<string> =>
  use(async (database) => {
    const key = await findKey(database);
    const tx = database.transaction(TREE);
    // Where a request fails, it says so itself.
    tx.done.catch(() => {});
    const head = await readHead(tx);
    const root = rootOf(head);
    const signed = await findCheckpoint(tx);
    // Of a log that lost its key, all that is proved is what it signed before.
    if (!key && signed !== undefined) return signed;
    if (!key) throw noKey();
    const before = signed === undefined ? undefined : parseCheckpoint(signed);
    if (signed !== undefined && before?.size === head.size && isSameBytes(before.root, root)) return signed;
    // A log must never sign two heads of which one does not extend the other.
    const isExtended =
      before === undefined ||
      (before.size < head.size && isSameBytes(await rootAt(before.size, createNodeSource(tx)), before.root));
    if (!isExtended) throw new LogError('corrupt', 'the log does not extend its own last checkpoint');
    const text = await signCheckpoint({ size: head.size, root }, createSigner(subtle, key));
    const writing = database.transaction(['meta'] as StoreName[], 'readwrite');
    writing.done.catch(() => {});
    const meanwhile = parseCheckpoint((await findCheckpoint(writing)) ?? '');
    if (!meanwhile || meanwhile.size < head.size)
      await writing.objectStore('meta').put(text, META.checkpoint);
    await writing.done;
    return text;
  });
