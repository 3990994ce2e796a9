import { openDB } from 'idb';
import { concatBytes, toBase64, utf8 } from '#lib/log/bytes.ts';
import { canonicalBytes, type LogValue } from '#lib/log/canonical.ts';
import { type EntryRow, TILE_SIZE } from '#lib/log/database.ts';
import { leafHash } from '#lib/log/hash.ts';
import { openLog } from '#lib/log/open-log.ts';
import { addLeaf, NO_PEAKS } from '#lib/log/peaks.ts';
import { commitmentOf, openingOf } from '#lib/log/private-facts.ts';

const SALT = new Uint8Array(32).fill(7);

function entryOf(
  index: number,
  previous: string,
): { bytes: EntryRow['bytes']; opening: EntryRow['opening'] } {
  const opening = openingOf(
    { address: `https://x.com/home/${index}`, identity: { name: 'Ada Example', organisation: 'Example' } },
    SALT,
  );
  const members: LogValue = {
    v: 1,
    index,
    time: 1_700_000_000_000 + index * 1000,
    software: '0.1.0',
    previous,
    event: 'post.held',
    site: index % 3 === 0 ? 'mastodon' : 'x',
    composer: 'post',
    kind: 'post',
    post: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    role: 'generated-reviewed',
    policy: { id: 'creator', version: '1' },
    findings: [{ rule: 'ai-label', level: 'require', code: 'labelMissing', fix: 'add-label' }],
    contents: [{ what: 'draft', digest: 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=', length: 212 }],
    ...(opening && { private: commitmentOf(opening) }),
  };
  return { bytes: canonicalBytes(members), opening };
}

/** A log of so many entries, sealed as one is, without the work of appending each. Has no rows of posts. */
export async function fillLog(name: string, size: number): Promise<void> {
  // Makes the database and the key.
  const { log } = await openLog({
    name,
    now: () => 0,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    software: '0.1.0',
    crypto,
  });
  await log.close();
  const database = await openDB(name);
  let peaks = NO_PEAKS;
  let previous = '';
  let rows: EntryRow[] = [];
  for (let index = 0; index < size; index += 1) {
    const { bytes, opening } = entryOf(index, previous);
    const leaf = leafHash(bytes);
    peaks = addLeaf(peaks, leaf);
    previous = toBase64(leaf);
    rows.push({ bytes, leaf, peaks: concatBytes(...peaks.hashes), ...(opening && { opening }) });
    if (rows.length < TILE_SIZE || index === size - 1) continue;
    const tile = (index + 1) / TILE_SIZE - 1;
    const tx = database.transaction(['tiles', 'leaves'], 'readwrite');
    void tx.objectStore('tiles').add(
      {
        bytes: concatBytes(...rows.map((row) => row.bytes)),
        lengths: Uint32Array.from(rows, (row) => row.bytes.length),
        openings: concatBytes(...rows.map((row) => row.opening ?? utf8(''))),
        openingLengths: Uint32Array.from(rows, (row) => row.opening?.length ?? 0),
      },
      tile,
    );
    void tx.objectStore('leaves').add(concatBytes(...rows.map((row) => row.leaf)), tile);
    await tx.done;
    rows = [];
  }
  const tx = database.transaction('entries', 'readwrite');
  for (const [at, row] of rows.entries()) void tx.store.add(row, size - rows.length + at);
  await tx.done;
  database.close();
}
