import { openDB } from 'idb';
import { utf8 } from '#lib/log/bytes.ts';
import { canonicalBytes, type LogValue } from '#lib/log/canonical.ts';
import { openLog } from '#lib/log/open-log.ts';
import { type Samples, sampleInterleaved, timed } from './measure.ts';

/** Writes of one sample, one after the other: browsers round their clocks to up to a millisecond. */
const WRITES = 4;

const TEXT = 'Drafted with AI, reviewed and edited by Ada Example. '.repeat(5);

const factsOf = (post: string) => ({
  event: 'post.held' as const,
  post,
  site: 'x',
  composer: 'post',
  kind: 'post' as const,
  address: 'https://x.com/home',
  role: 'generated-reviewed' as const,
  policy: { id: 'creator', version: '1' },
  findings: [
    { rule: 'ai-label' as const, level: 'require' as const, code: 'labelMissing', fix: 'add-label' as const },
  ],
});

/**
 * Milliseconds of one append against one raw strict write of the same bytes (the entry and its text in one row), in
 * the database of the page it runs in. Made to be bundled into an extension page; leaves two databases behind.
 */
export async function appendSamples(name: string, count: number, warmUp: number): Promise<Samples> {
  const { log } = await openLog({
    name,
    now: () => Date.now(),
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    software: '0.1.0',
    crypto,
  });
  const raw = await openDB(`${name} raw`, 1, {
    upgrade: (database) => {
      database.createObjectStore('rows');
    },
  });
  const contents = [{ what: 'draft' as const, text: TEXT }];
  const append = () => log.append(factsOf(crypto.randomUUID()), contents, { keepText: true });
  const { bytes } = { bytes: canonicalBytes((await append()) as unknown as LogValue) };
  const text = utf8(TEXT);
  let rows = 0;

  async function writeRaw(): Promise<void> {
    const tx = raw.transaction('rows', 'readwrite', { durability: 'strict' });
    rows += 1;
    void tx.store.add({ bytes, text }, rows);
    await tx.done;
  }

  async function repeat(work: () => Promise<unknown>): Promise<void> {
    for (let write = 0; write < WRITES; write += 1) await work();
  }

  const samples = await sampleInterleaved(
    count,
    warmUp,
    async () => (await timed(() => repeat(append))) / WRITES,
    async () => (await timed(() => repeat(writeRaw))) / WRITES,
  );
  await log.close();
  raw.close();
  return samples;
}
