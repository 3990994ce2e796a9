import { concatBytes, toBase64 } from '#lib/log/bytes.ts';
import { canonicalBytes, type LogValue } from '#lib/log/canonical.ts';
import {
  type ContentRow,
  META,
  openDatabase,
  type PostRow,
  type StoreName,
  TILE_SIZE,
} from '#lib/log/database.ts';
import { contentDigest, type Hash, leafHash, nodeHash } from '#lib/log/hash.ts';
import { addLeaf, NO_PEAKS, type Peaks, rootOf } from '#lib/log/peaks.ts';
import { extendPost } from '#lib/log/post-rows.ts';
import { TILE_LEVEL } from '#lib/log/stored-log.ts';
import { generateKey } from '#lib/log/web-crypto.ts';
import type { ContentDigest, LogEntry, LogFacts } from '#lib/model/log-entry.ts';

/** One entry to be. */
export interface Written {
  readonly facts: LogFacts;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly texts?: readonly {
    readonly what: ContentDigest['what'];
    readonly text: string;
    /** Of which only the digest is in the log. */
    readonly isLeftOut?: boolean;
  }[];
  /** No further entry of this post: its row need not be kept in mind. */
  readonly isLast?: boolean;
}

/** Entries written in one transaction. */
const BATCH = 32 * TILE_SIZE;
const STORES: StoreName[] = ['entries', 'tiles', 'leaves', 'nodes', 'posts', 'contents', 'meta'];

interface Leaf {
  readonly bytes: ReturnType<typeof canonicalBytes>;
  readonly leaf: Hash;
}

/** The complete subtrees of whole tiles, and the nodes that each further tile makes. */
function createTileTree() {
  const peaks: Hash[] = [];
  let tiles = 0;
  return {
    peaks: (): Peaks => ({ size: tiles * TILE_SIZE, hashes: [...peaks] }),
    add(root: Hash): { key: [number, number]; node: Hash }[] {
      const made = [{ key: [TILE_LEVEL, tiles] as [number, number], node: root }];
      let node = root;
      for (let position = tiles, level = TILE_LEVEL; position % 2 === 1; ) {
        node = nodeHash(peaks.pop() as Hash, node);
        level += 1;
        position = (position - 1) / 2;
        made.push({ key: [level, position], node });
      }
      peaks.push(node);
      tiles += 1;
      return made;
    },
  };
}

/** Digests of few salts: making a million of them is no part of any measure. */
function createTexts() {
  let made = 0;
  return (texts: NonNullable<Written['texts']>) =>
    texts.map(({ what, text, isLeftOut = false }) => {
      made += 1;
      const salt = new Uint8Array(new BigUint64Array([BigInt(made)]).buffer);
      const digest = toBase64(contentDigest(salt, text));
      return { digest: { what, digest, length: text.length }, salt: toBase64(salt), text, isLeftOut };
    });
}

/**
 * Makes a log as appends and sealing would leave it, in tiles at once: for logs too long to append entry by entry. The
 * catalogue is left to catch up.
 */
export async function writeLog(name: string, entries: Iterable<Written>): Promise<number> {
  const database = await openDatabase(name, () => {});
  const tree = createTileTree();
  const openTexts = createTexts();
  const posts = new Map<string, PostRow>();
  let previous: Hash | undefined;
  let size = 0;
  /** Not in a tile yet; the newest entry never is. */
  let loose: Leaf[] = [];
  let contents: { key: string; row: ContentRow }[] = [];
  let done: PostRow[] = [];

  function add({ facts, time, texts = [], isLast }: Written): void {
    const salted = openTexts(texts);
    const entry = {
      ...facts,
      v: 1,
      index: size,
      time,
      previous: previous ? toBase64(previous) : '',
      software: '0.1.0',
      ...(salted.length > 0 && { contents: salted.map(({ digest }) => digest) }),
    };
    const bytes = canonicalBytes(entry as unknown as LogValue);
    previous = leafHash(bytes);
    loose.push({ bytes, leaf: previous });
    for (const { digest, salt, text } of salted.filter(({ isLeftOut }) => !isLeftOut))
      contents.push({ key: digest.digest, row: { salt, text, time } });
    if (facts.post !== undefined) {
      const row = extendPost(posts.get(facts.post), facts.post, entry as unknown as LogEntry);
      if (isLast) posts.delete(facts.post);
      else posts.set(facts.post, row);
      if (isLast) done.push(row);
    }
    size += 1;
  }

  async function flush(isEnd: boolean): Promise<void> {
    const tx = database.transaction(STORES, 'readwrite', { durability: 'relaxed' });
    const writes: Promise<unknown>[] = [];
    while (loose.length > TILE_SIZE) {
      const tile = loose.slice(0, TILE_SIZE);
      const number = (size - loose.length) / TILE_SIZE;
      const bytes = concatBytes(...tile.map((leaf) => leaf.bytes));
      const lengths = Uint32Array.from(tile, (leaf) => leaf.bytes.length);
      // Its entries commit to nothing that lies beside them.
      const none = { openings: new Uint8Array(0), openingLengths: new Uint32Array(tile.length) };
      writes.push(tx.objectStore('tiles').add({ bytes, lengths, ...none }, number));
      writes.push(tx.objectStore('leaves').add(concatBytes(...tile.map(({ leaf }) => leaf)), number));
      const root = rootOf(tile.reduce((peaks, { leaf }) => addLeaf(peaks, leaf), NO_PEAKS));
      for (const { key, node } of tree.add(root)) writes.push(tx.objectStore('nodes').put(node, key));
      loose = loose.slice(TILE_SIZE);
    }
    for (const row of isEnd ? [...done, ...posts.values()] : done)
      writes.push(tx.objectStore('posts').put(row));
    for (const { key, row } of contents) writes.push(tx.objectStore('contents').add(row, key));
    if (isEnd) {
      let peaks = tree.peaks();
      for (const [at, { bytes, leaf }] of loose.entries()) {
        peaks = addLeaf(peaks, leaf);
        const row = { bytes, leaf, peaks: concatBytes(...peaks.hashes) };
        writes.push(tx.objectStore('entries').add(row, size - loose.length + at));
      }
    }
    done = [];
    contents = [];
    await Promise.all([...writes, tx.done]);
  }

  if ((await database.count('entries')) > 0) throw new Error(`${name} is not empty`);
  // The background makes the key as soon as it runs.
  if (!(await database.get('meta', META.key)))
    await database.put('meta', await generateKey(crypto.subtle, 'candor.example/log/made'), META.key);
  let writing = Promise.resolve();
  for (const entry of entries) {
    add(entry);
    if (size % BATCH > 0) continue;
    // The next batch is made while the browser writes this one.
    await writing;
    writing = flush(false);
  }
  await writing;
  await flush(true);
  database.close();
  return size;
}
