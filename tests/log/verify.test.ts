import { beforeAll, expect, test } from 'vitest';
import { formatCheckpointLine, formatHeader, parseCheckpointLine } from '#lib/log/export-lines.ts';
import { fingerprintOf, formatVerifierKey, type Signer } from '#lib/log/verifier-key.ts';
import { verifyExport } from '#lib/log/verify.ts';
import { joinLines } from '#lib/log/whole-lines.ts';
import {
  createEntries,
  createExport,
  createSampleSigner,
  linkEntries,
  sampleContentLine,
  verifySignature,
  withSections,
} from './sample-log.ts';

let signer: Signer;
let lines: string[];

beforeAll(async () => {
  signer = await createSampleSigner();
  lines = await createExport(linkEntries(createEntries(6)), signer);
});

const check = (checked: Parameters<typeof verifyExport>[0], knownCheckpoint?: string) =>
  verifyExport(checked, { verifySignature, ...(knownCheckpoint !== undefined && { knownCheckpoint }) });

async function* stream(all: string[]) {
  for (const line of all) yield joinLines([line]);
}

test('an intact log says how long it is, from when to when and who signed', async () => {
  const expected = {
    ok: true,
    size: 6,
    first: 1_700_000_000_000,
    last: 1_700_000_005_000,
    fingerprint: fingerprintOf(signer.key),
    isKeyKnown: false,
    texts: 0,
    timeWentBack: 0,
  };
  expect(await check(lines)).toMatchObject(expected);
  expect(await check(stream(lines))).toMatchObject(expected);
});

test('an empty log is a log', async () => {
  const empty = await createExport([], signer);
  expect(await check(empty)).toMatchObject({ ok: true, size: 0 });
  expect(await check(lines, parseCheckpointLine(empty.at(-1) ?? ''))).toMatchObject({ ok: true, extends: 0 });
});

test('a log extends each of its earlier checkpoints', async () => {
  for (let size = 0; size <= 6; size += 1) {
    const earlier = await createExport(linkEntries(createEntries(size)), signer);
    expect(await check(lines, parseCheckpointLine(earlier.at(-1) ?? ''))).toMatchObject({
      ok: true,
      extends: size,
    });
  }
});

test('a clock that went back is a note, not a fault', async () => {
  const entries = createEntries(6).map((entry, index) => (index === 3 ? { ...entry, time: 5 } : entry));
  const result = await check(await createExport(linkEntries(entries), signer));
  expect(result).toMatchObject({ ok: true, timeWentBack: 1, last: 1_700_000_005_000 });
});

test('texts beside the log are held to their digests', async () => {
  const withText = async (line: string, position = 4) =>
    check(await withSections(lines.toSpliced(position, 0, line)));
  expect(await withText(sampleContentLine())).toMatchObject({ ok: true, texts: 1 });
  expect(await withText(sampleContentLine('another text'))).toEqual({
    ok: false,
    code: 'content-mismatch',
    index: 2,
    line: 5,
  });
  expect(await withText(sampleContentLine(), 5)).toMatchObject({ code: 'content-mismatch' });
  expect(await withText('{"content":{"index":2}}')).toMatchObject({ code: 'unparsable', line: 5 });
});

test.each<[string, (all: string[]) => string[], object]>([
  ['nothing at all', () => [], { code: 'unparsable', line: 1 }],
  ['no header', (all) => all.slice(1), { code: 'unparsable', line: 1 }],
  [
    'a header without a key',
    (all) => all.with(0, '{"candor":"log","format":1}'),
    { code: 'unparsable', line: 1 },
  ],
  [
    'a newer format',
    (all) => all.with(0, (all[0] ?? '').replace('"format":1', '"format":2')),
    { code: 'newer-format' },
  ],
  [
    'a newer entry',
    (all) => all.with(3, (all[3] ?? '').replace('"v":1', '"v":2')),
    { code: 'newer-format', line: 4 },
  ],
  ['a broken line', (all) => all.with(3, (all[3] ?? '').slice(0, -4)), { code: 'unparsable', line: 4 }],
  ['an empty line', (all) => all.toSpliced(3, 0, ''), { code: 'unparsable', line: 4 }],
  ['a line that is no entry', (all) => all.toSpliced(3, 0, '{"a":1}'), { code: 'unparsable', line: 4 }],
  ['an entry written differently', (all) => all.with(3, `${all[3]} `), { code: 'unparsable', line: 4 }],
  ['a line after the checkpoint', (all) => [...all, all[1] ?? ''], { code: 'unparsable', line: 10 }],
  ['a cut file', (all) => all.slice(0, -1), { code: 'unsigned', line: 9 }],
  ['no manifest', (all) => all.toSpliced(-2, 1), { code: 'unparsable', line: 8 }],
  [
    'an entry behind the manifest',
    (all) => all.toSpliced(-1, 0, all[6] ?? ''),
    { code: 'unparsable', line: 9 },
  ],
  [
    'a cut checkpoint',
    (all) => all.with(-1, (all.at(-1) ?? '').slice(0, -9)),
    { code: 'unparsable', line: 9 },
  ],
  [
    'a checkpoint that is none',
    (all) => all.with(-1, formatCheckpointLine('a\n')),
    { code: 'unparsable', line: 9 },
  ],
])('%s', async (_, change, expected) => {
  expect(await check(change([...lines]))).toMatchObject({ ok: false, ...expected });
});

test('a signature that is not of the key in the header', async () => {
  const other = await createSampleSigner();
  const key = formatHeader(formatVerifierKey(other.key));
  expect(await check(lines.with(0, key))).toEqual({ ok: false, code: 'foreign-key' });
  const resized = (lines.at(-1) ?? '').replace(String.raw`\n6\n`, String.raw`\n5\n`);
  expect(await check(lines.with(-1, resized))).toEqual({ ok: false, code: 'bad-signature' });
});

test('a known checkpoint of another log, or a damaged one', async () => {
  const own = parseCheckpointLine(lines.at(-1) ?? '') ?? '';
  const other = await createExport([], await createSampleSigner('candor.example/log/other'));
  expect(await check(lines, parseCheckpointLine(other.at(-1) ?? ''))).toEqual({
    ok: false,
    code: 'foreign-key',
  });
  expect(await check(lines, own.replace('\n6\n', '\n4\n'))).toEqual({
    ok: false,
    code: 'bad-known-checkpoint',
  });
  expect(await check(lines, 'nothing')).toEqual({ ok: false, code: 'bad-known-checkpoint' });
});

test('hostile lines are read without an exception', async () => {
  const hostile = [
    '{"__proto__":{"v":1}}',
    '[[[[[[[[[[1]]]]]]]]]]',
    `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
    'null',
    '{"content":null}',
    '{"checkpoint":7}',
    '{"v":1,"v":1}',
    '\u0000',
    '{"v":1e999}',
  ];
  for (const line of hostile) {
    expect(await check(lines.with(3, line))).toMatchObject({ ok: false, code: 'unparsable', line: 4 });
  }
  expect(({} as { v?: unknown }).v).toBeUndefined();
});
