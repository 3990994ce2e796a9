import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Bytes, readUtf8, utf8 } from '#lib/log/bytes.ts';
import { checkFile } from '#lib/log/check-file.ts';
import { MANIFEST_START, parseCheckpointLine } from '#lib/log/export-lines.ts';
import type { Verification } from '#lib/log/verification.ts';
import type { Signer } from '#lib/log/verifier-key.ts';
import {
  createEntries,
  createExport,
  createSampleSigner,
  linkEntries,
  sampleContentLine,
  verifySignature,
  withSections,
} from './sample-log.ts';

/** What can be done to the file of an export: never "verified", never a crash, always a reason. */

/** Files made up by the machine. More by hand: `CANDOR_FUZZ=100000`. */
const FUZZED = Number(process.env.CANDOR_FUZZ ?? 10_000);
const SIZE = 6;

let signer: Signer;
let lines: string[];
let file: Bytes;
let known: string;

const asFile = (all: readonly string[]): Bytes => utf8(`${all.join('\n')}\n`);

beforeAll(async () => {
  signer = await createSampleSigner();
  const bare = await createExport(linkEntries(createEntries(SIZE)), signer);
  lines = await withSections(bare.toSpliced(4, 0, sampleContentLine()));
  file = asFile(lines);
  known = parseCheckpointLine(lines.at(-1) ?? '') ?? '';
});

async function check(bytes: Bytes, isKeyKnown = true): Promise<Verification> {
  const source = {
    name: 'log.jsonl',
    size: bytes.length,
    read: async (from: number, to: number) => bytes.slice(from, to),
  };
  const report = await checkFile(source, { verifySignature, ...(isKeyKnown && { knownKey: signer.key }) });
  if (report?.kind !== 'export') return { ok: false, code: 'unparsable', line: 1 };
  return report.result;
}

/** Not verified, with the place: an entry, a line, or what is wrong with the file as a whole. */
function expectRefused(result: Verification, what: string): void {
  expect(result.ok, what).toBe(false);
  if (result.ok) return;
  const isAboutAll = ['bad-signature', 'foreign-key', 'unsigned', 'bad-known-checkpoint'].includes(
    result.code,
  );
  expect(
    isAboutAll || result.index !== undefined || result.line !== undefined,
    `${what}: ${result.code}`,
  ).toBe(true);
}

test('untouched it is verified, so that what follows means something', async () => {
  expect(await check(file)).toMatchObject({ ok: true, size: SIZE, texts: 1 });
});

test('each byte of the file, in three ways', async () => {
  for (const [at, byte] of file.entries()) {
    for (const bits of [1, 0x20, 0xff]) {
      const result = await check(file.with(at, byte ^ bits));
      expectRefused(result, `byte ${at} ^ ${bits}`);
    }
  }
});

test('cut at each byte', async () => {
  // Without the last line end nothing is missing.
  for (let length = 0; length < file.length - 1; length += 1)
    expectRefused(await check(file.slice(0, length)), `${length} bytes`);
});

const swapLines = (all: string[], one: number, other: number): string[] =>
  all.with(one, all[other] ?? '').with(other, all[one] ?? '');

test('each line deleted, doubled, and swapped with each other', async () => {
  for (let at = 0; at < lines.length; at += 1) {
    const isText = lines[at]?.startsWith('{"content":') === true;
    const isManifest = lines[at]?.startsWith(MANIFEST_START) === true;
    const expectFound = async (changed: string[], what: string): Promise<void> => {
      expectRefused(await check(asFile(changed)), what);
      // With a manifest that fits, a text that is left out breaks nothing, and one that stands there twice says the same twice.
      const result = await check(asFile(await withSections(changed)));
      if (isText) expect(result, what).toMatchObject({ ok: true, size: SIZE });
      else if (!isManifest) expectRefused(result, what);
    };
    await expectFound(lines.toSpliced(at, 1), `line ${at} deleted`);
    await expectFound(lines.toSpliced(at, 0, lines[at] ?? ''), `line ${at} doubled`);
    for (let other = at + 1; other < lines.length; other += 1)
      expectRefused(await check(asFile(swapLines(lines, at, other))), `lines ${at} and ${other} swapped`);
  }
});

test('each tail cut, with its signature left', async () => {
  for (let kept = 0; kept < SIZE; kept += 1) {
    const entries = linkEntries(createEntries(kept));
    const cut = await withSections([lines[0] ?? '', ...entries, lines.at(-1) ?? '']);
    expect(await check(asFile(cut))).toEqual({
      ok: false,
      code: 'tail-cut',
      index: kept,
    });
  }
});

test('rebuilt with another key: told by whoever knows the key, or an earlier checkpoint', async () => {
  const other = await createSampleSigner();
  const rebuilt = await createExport(linkEntries(createEntries(SIZE, 'y')), other);
  expect(await check(asFile(rebuilt))).toEqual({ ok: false, code: 'foreign-key' });
  expect(await check(asFile(rebuilt), false)).toMatchObject({ ok: true, isKeyKnown: false });
  // The old header over the new log, and the new one over the old.
  expectRefused(await check(asFile(rebuilt.with(0, lines[0] ?? '')), false), 'old header');
  expectRefused(await check(asFile(lines.with(0, rebuilt[0] ?? '')), false), 'new header');
});

test('two tails from one stem: at most one passes beside a checkpoint of the other', async () => {
  const stem = createEntries(4);
  const grow = (site: string) =>
    createExport(linkEntries([...stem, ...createEntries(7, site).slice(4)]), signer);
  const [one, other] = await Promise.all([grow('one'), grow('other')]);
  const checkAgainst = async (all: readonly string[], checkpoint: string) => {
    const bytes = asFile(all);
    const source = {
      name: 'log.jsonl',
      size: bytes.length,
      read: async (a: number, b: number) => bytes.slice(a, b),
    };
    return (await checkFile(source, { verifySignature, knownCheckpoint: checkpoint }))?.kind === 'export'
      ? (
          (await checkFile(source, { verifySignature, knownCheckpoint: checkpoint })) as {
            result: Verification;
          }
        ).result
      : undefined;
  };
  const [seenOne, seenOther] = [one, other].map((all) => parseCheckpointLine(all.at(-1) ?? '') ?? '');
  expect(await checkAgainst(one, seenOne ?? '')).toMatchObject({ ok: true });
  expect(await checkAgainst(other, seenOne ?? '')).toMatchObject({ ok: false, code: 'recomputed', index: 0 });
  expect(await checkAgainst(one, seenOther ?? '')).toMatchObject({ ok: false, code: 'recomputed', index: 0 });
});

test('a clock set backwards is said, and breaks nothing', async () => {
  const entries = createEntries(SIZE).map((entry, at) => ({
    ...entry,
    time: 1_700_000_000_000 - at * 60_000,
  }));
  const backwards = await createExport(linkEntries(entries), signer);
  expect(await check(asFile(backwards))).toMatchObject({ ok: true, timeWentBack: SIZE - 1 });
});

test('an entry of another log, at each place, put in or in place of one', async () => {
  const foreign = linkEntries(createEntries(SIZE, 'elsewhere'));
  const own = lines.toSpliced(4, 1);
  for (let at = 0; at < SIZE; at += 1) {
    expectRefused(await check(asFile(own.toSpliced(at + 1, 0, foreign[at] ?? ''))), `put in at ${at}`);
    expectRefused(await check(asFile(own.with(at + 1, foreign[at] ?? ''))), `in place of ${at}`);
  }
});

describe(`${FUZZED} fuzzed files`, () => {
  /** One change at a place: bytes taken out, and others put in. */
  const edit = fc.record({
    at: fc.nat(10_000),
    out: fc.nat(60),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 20 }),
      fc
        .constantFrom('\n', '{}', '"', '\\u0000', '{"content":', '{"checkpoint":"', '[[[[', '1e999')
        .map(utf8),
    ),
  });

  const apply = (bytes: Bytes, { at, out, put }: { at: number; out: number; put: Uint8Array }): Bytes => {
    const from = at % (bytes.length + 1);
    return Uint8Array.from([...bytes.slice(0, from), ...put, ...bytes.slice(from + out)]);
  };

  const isSame = (changed: Bytes): boolean => {
    try {
      const text = readUtf8(changed);
      // Texts beside the entries may be missing, and so may the last line end.
      const bare = (all: string) =>
        all.split('\n').filter((line) => line !== '' && !line.startsWith('{"content":'));
      return JSON.stringify(bare(text)) === JSON.stringify(bare(readUtf8(file)));
    } catch {
      return false;
    }
  };

  test('changed at up to four places', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        const changed = edits.reduce(apply, file);
        if (isSame(changed)) return;
        expectRefused(await check(changed), readUtf8Loosely(changed));
      }),
      { numRuns: FUZZED },
    );
  }, 240_000);

  const readUtf8Loosely = (bytes: Bytes): string => new TextDecoder().decode(bytes);

  test('bytes and lines of any kind', async () => {
    const line = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.json({ maxDepth: 3 }),
      fc.constantFrom(...['{"candor":"log","format":1}', '{"candor":"log"}', '{"checkpoint":"\\n\\n"}']),
      fc.nat(8).map((at) => lines[at % lines.length] ?? ''),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (all) => {
        const result = await check(asFile(all));
        if (!isSame(asFile(all))) expectRefused(result, all.join('\n'));
      }),
      { numRuns: FUZZED / 10 },
    );
  }, 120_000);
});

test('nothing here depends on the checkpoint that was kept', () => {
  expect(known).toContain(`\n${SIZE}\n`);
});
