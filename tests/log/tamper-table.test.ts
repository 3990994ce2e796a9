import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { concatBytes, readUtf8, toBase64, utf8 } from '#lib/log/bytes.ts';
import { canonicalText, type LogValue } from '#lib/log/canonical.ts';
import { signCheckpoint } from '#lib/log/checkpoint.ts';
import type { EntryRow } from '#lib/log/database.ts';
import { leafHash } from '#lib/log/hash.ts';
import { formatHead } from '#lib/log/head-mirror.ts';
import { addLeaf, NO_PEAKS, rootOf } from '#lib/log/peaks.ts';
import { verifyExport } from '#lib/log/verify.ts';
import { createSigner, type KeyRecord } from '#lib/log/web-crypto.ts';
import { verifySignature } from './sample-log.ts';
import { BARE, collect, held, openWithArchive, testOptions } from './test-log.ts';

/**
 * Case 32: what is done to the log where it lies, by somebody who can write into the browser's profile. Found from
 * inside: Candor says so when it opens or verifies the log, with nothing but what the profile holds. Found with a
 * checkpoint: an export of what is there now does not pass beside a checkpoint that was exported before.
 */

const TRIALS = 60;

/** The profile, as far as it is about the log. */
interface Profile {
  rows: EntryRow[];
  readonly meta: Map<string, unknown>;
  mirror: string;
}

/** An older copy of the profile is there to go back to. */
type Attack = (now: Profile, older: Profile, random: (most: number) => number) => void | Promise<void>;

const decode = ({ bytes }: EntryRow): Record<string, LogValue> => JSON.parse(readUtf8(bytes));

const changeBytes = (row: EntryRow, change: (text: string) => string): EntryRow => ({
  ...row,
  bytes: utf8(change(readUtf8(row.bytes))),
});

/** Links, tree, signature and mirror as they have to be, made with the log's own key. */
async function rebuild(profile: Profile, facts: readonly Record<string, LogValue>[]): Promise<void> {
  let peaks = NO_PEAKS;
  let previous = '';
  let leaf = leafHash(new Uint8Array());
  profile.rows = facts.map((entry, index) => {
    const bytes = utf8(canonicalText({ ...entry, index, previous }));
    leaf = leafHash(bytes);
    peaks = addLeaf(peaks, leaf);
    previous = toBase64(leaf);
    return { bytes, leaf, peaks: concatBytes(...peaks.hashes) };
  });
  const signer = createSigner(crypto.subtle, profile.meta.get('key') as KeyRecord);
  const head = { size: peaks.size, root: rootOf(peaks) };
  profile.meta.set('checkpoint', await signCheckpoint(head, signer));
  profile.mirror = formatHead({ origin: signer.key.name, size: peaks.size, leaf });
}

const requireRow = (rows: readonly EntryRow[], index: number): EntryRow => {
  const row = rows[index];
  if (!row) throw new Error(`no row ${index}`);
  return row;
};

const ATTACKS: Record<string, Attack> = {
  edit: (now, _, random) => {
    const at = random(now.rows.length);
    const edited = changeBytes(requireRow(now.rows, at), (text) => text.replace('"0.1.0"', '"0.1.1"'));
    now.rows = now.rows.with(at, edited);
  },
  delete: (now, _, random) => {
    now.rows = now.rows.toSpliced(random(now.rows.length - 1), 1);
  },
  swap: (now, _, random) => {
    const one = random(now.rows.length - 1);
    const other = one + 1 + random(now.rows.length - one - 1);
    const [a, b] = [requireRow(now.rows, one), requireRow(now.rows, other)];
    now.rows = now.rows.with(one, b).with(other, a);
  },
  forge: (now, _, random) => {
    const at = random(now.rows.length);
    const forged = canonicalText({ ...decode(requireRow(now.rows, at)), site: 'forged' });
    const row = { ...requireRow(now.rows, at), bytes: utf8(forged), leaf: leafHash(utf8(forged)) };
    now.rows = now.rows.toSpliced(at, 0, row);
  },
  rebuild: async (now, _, random) => {
    const at = random(now.rows.length);
    const facts = now.rows.map(decode);
    await rebuild(now, facts.with(at, { ...facts[at], site: 'forged' }));
  },
  'torn record': (now, _, random) => {
    const at = random(now.rows.length);
    const torn = changeBytes(requireRow(now.rows, at), (text) => text.slice(0, random(text.length)));
    now.rows = now.rows.with(at, torn);
  },
  'cut tail': (now, _, random) => {
    now.rows = now.rows.slice(0, now.rows.length - 1 - random(now.rows.length - 1));
  },
  'roll back to an older copy': (now, older) => {
    now.rows = older.rows;
    now.mirror = older.mirror;
    for (const [name, value] of older.meta) now.meta.set(name, value);
    if (!older.meta.has('checkpoint')) now.meta.delete('checkpoint');
  },
};

interface Mirror {
  kept: string;
  read(): Promise<string>;
  write(head: string): Promise<void>;
}

const createMirror = (): Mirror => ({
  kept: '',
  async read() {
    return this.kept;
  },
  async write(head) {
    this.kept = head;
  },
});

async function readProfile(name: string, mirror: Mirror): Promise<Profile> {
  const database = await openDB(name);
  const keys = (await database.getAllKeys('meta')) as string[];
  const meta = new Map(
    await Promise.all(keys.map(async (key) => [key, await database.get('meta', key)] as const)),
  );
  const rows = (await database.getAll('entries')) as EntryRow[];
  database.close();
  return { rows, meta, mirror: mirror.kept };
}

async function writeProfile(name: string, mirror: Mirror, profile: Profile): Promise<void> {
  const database = await openDB(name);
  const tx = database.transaction(['meta', 'entries'], 'readwrite');
  await Promise.all([tx.objectStore('entries').clear(), tx.objectStore('meta').clear()]);
  for (const [key, value] of profile.meta) void tx.objectStore('meta').put(value, key);
  for (const [index, row] of profile.rows.entries()) void tx.objectStore('entries').put(row, index);
  await tx.done;
  database.close();
  mirror.kept = profile.mirror;
}

interface Found {
  readonly inside: boolean;
  readonly checkpoint: boolean;
}

async function attack(tamper: Attack): Promise<Found> {
  const random = (most: number): number => Math.floor(Math.random() * most);
  const mirror = createMirror();
  const options = testOptions({ headMirror: mirror });
  const { log } = await openWithArchive(options);
  const size = 6 + random(30);
  const older = 2 + random(size - 4);
  let copy: Profile | undefined;
  for (let post = 1; post <= size; post += 1) {
    await log.append(held(post));
    if (post !== older) continue;
    if (random(2) === 0) await log.checkpoint();
    await log.close();
    copy = await readProfile(options.name, mirror);
  }
  const exported = await log.checkpoint();
  await log.close();
  const profile = await readProfile(options.name, mirror);
  if (!copy) throw new Error('no older copy');
  await tamper(profile, copy, random);
  await writeProfile(options.name, mirror, profile);

  const opened = await openWithArchive(options).catch(() => undefined);
  const verified = await opened?.log.verify().catch(() => undefined);
  const inside = opened?.condition.is !== 'kept' || verified?.ok !== true;
  const lines = await Promise.resolve(opened && collect(opened.log.exportLines(BARE))).catch(() => undefined);
  const checked = lines && (await verifyExport(lines, { verifySignature, knownCheckpoint: exported }));
  await opened?.log.close();
  return { inside, checkpoint: checked?.ok !== true };
}

test('eight attacks on the log where it lies: all are found with an exported checkpoint', async () => {
  const table: Record<string, string>[] = [];
  for (const [name, tamper] of Object.entries(ATTACKS)) {
    const found = { inside: 0, checkpoint: 0 };
    for (let trial = 0; trial < TRIALS; trial += 1) {
      const { inside, checkpoint } = await attack(tamper);
      found.inside += Number(inside);
      found.checkpoint += Number(checkpoint);
    }
    table.push({
      attack: name,
      'found from inside': `${found.inside} of ${TRIALS}`,
      'with an exported checkpoint': `${found.checkpoint} of ${TRIALS}`,
    });
    expect(found.checkpoint, `${name}, with a checkpoint`).toBe(TRIALS);
    // Who has the key, or puts back all that the profile holds, leaves nothing inside that could tell.
    const isHidden = name === 'rebuild' || name.startsWith('roll back');
    expect(found.inside, `${name}, from inside`).toBe(isHidden ? 0 : TRIALS);
  }
  const inside = table.filter((row) => row['found from inside'] === `${TRIALS} of ${TRIALS}`).length;
  console.table(table);
  console.log(`${inside} of 8 found from inside, 8 of 8 with an exported checkpoint`);
});

test('a log that nobody touched is not accused', async () => {
  for (let trial = 0; trial < 10; trial += 1)
    expect(await attack(() => undefined)).toEqual({ inside: false, checkpoint: false });
});
