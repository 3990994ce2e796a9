import { beforeAll, describe, expect, test } from 'vitest';
import { parseCheckpointLine } from '#lib/log/export-lines.ts';
import type { VerifyFailure } from '#lib/log/verification.ts';
import type { Signer } from '#lib/log/verifier-key.ts';
import { verifyExport } from '#lib/log/verify.ts';
import {
  createEntries,
  createExport,
  createSampleSigner,
  linkEntries,
  verifySignature,
  withSections,
} from './sample-log.ts';

/** What an attacker makes of a signed export; the answers with and without a checkpoint kept elsewhere. */
interface Attack {
  readonly name: string;
  readonly tamper: (lines: string[]) => Promise<string[]> | string[];
  readonly alone: Partial<VerifyFailure> | 'not detected';
  readonly withCheckpoint: Partial<VerifyFailure>;
}

const SIZE = 20;
/** Line of an entry: the header stands before. */
const at = (index: number): number => index + 1;

const edit = (line: string | undefined): string => (line ?? '').replace('"site":"x"', '"site":"y"');
const renumber = (line: string, index: number): string => line.replace(/"index":\d+/u, `"index":${index}`);

let signer: Signer;
let lines: string[];
let known: string;

beforeAll(async () => {
  signer = await createSampleSigner();
  lines = await createExport(linkEntries(createEntries(SIZE)), signer);
  known = parseCheckpointLine(lines.at(-1) ?? '') ?? '';
});

const withEntries = (entries: string[]): Promise<string[]> =>
  withSections([lines[0] ?? '', ...entries, lines.at(-1) ?? '']);
const entriesOf = (all: string[]): string[] => all.slice(1, -2);
const forged = (): string => linkEntries(createEntries(SIZE, 'forged'))[9] ?? '';

const ATTACKS: Attack[] = [
  {
    name: 'entry edited',
    tamper: (all) => all.with(at(7), edit(all[at(7)])),
    alone: { code: 'edited', index: 7 },
    withCheckpoint: { code: 'edited', index: 7 },
  },
  {
    name: 'entry deleted',
    tamper: (all) => all.toSpliced(at(7), 1),
    alone: { code: 'deleted', index: 7 },
    withCheckpoint: { code: 'deleted', index: 7 },
  },
  {
    name: 'two entries swapped',
    tamper: (all) => all.with(at(7), all[at(8)] ?? '').with(at(8), all[at(7)] ?? ''),
    alone: { code: 'swapped', index: 7 },
    withCheckpoint: { code: 'swapped', index: 7 },
  },
  {
    name: 'entry forged in the middle',
    tamper: (all) => {
      const before = JSON.parse(all[at(7)] ?? '{}') as { previous: string };
      const entry = renumber(forged(), 7).replace(/"previous":"[^"]*"/u, `"previous":"${before.previous}"`);
      return all.toSpliced(at(7), 0, entry);
    },
    alone: { code: 'forged', index: 7 },
    withCheckpoint: { code: 'forged', index: 7 },
  },
  {
    name: 'whole chain computed anew and signed with the key',
    tamper: () => createExport(linkEntries(createEntries(SIZE, 'y')), signer),
    alone: 'not detected',
    withCheckpoint: { code: 'recomputed', index: 0 },
  },
  {
    name: 'tail cut',
    tamper: (all) => all.toSpliced(at(15), 5),
    alone: { code: 'tail-cut', index: 15 },
    withCheckpoint: { code: 'tail-cut', index: 15 },
  },
  {
    name: 'log emptied',
    tamper: () => createExport([], signer),
    alone: 'not detected',
    withCheckpoint: { code: 'rolled-back', index: 0 },
  },
  {
    name: 'rolled back to an older copy',
    tamper: (all) => createExport(entriesOf(all).slice(0, 12), signer),
    alone: 'not detected',
    withCheckpoint: { code: 'rolled-back', index: 12 },
  },
];

test('eight of eight attacks are detected with a checkpoint', async () => {
  const table: Record<string, string>[] = [];
  let detected = 0;
  for (const { name, tamper, alone, withCheckpoint } of ATTACKS) {
    const tampered = await tamper([...lines]);
    const first = await verifyExport(tampered, { verifySignature });
    const second = await verifyExport(tampered, { verifySignature, knownCheckpoint: known });
    expect(first, name).toMatchObject(alone === 'not detected' ? { ok: true } : { ok: false, ...alone });
    expect(second, name).toEqual({ ok: false, ...withCheckpoint });
    if (!second.ok) detected += 1;
    const say = (result: typeof first): string => (result.ok ? '-' : `${result.code} at ${result.index}`);
    table.push({ attack: name, alone: say(first), 'with checkpoint': say(second) });
  }
  console.table(table);
  console.log(`${detected} of ${ATTACKS.length} detected with a checkpoint`);
  expect(detected).toBe(8);
});

describe('further attempts', () => {
  const check = async (tampered: string[] | Promise<string[]>) =>
    verifyExport(await tampered, { verifySignature });

  test('the first and the last entry are no exception', async () => {
    const entries = entriesOf(lines);
    expect(await check(withEntries(entries.with(0, edit(entries[0]))))).toMatchObject({
      code: 'edited',
      index: 0,
    });
    expect(await check(withEntries(entries.slice(1)))).toMatchObject({ code: 'deleted', index: 0 });
    expect(await check(withEntries([...entries.slice(0, -1), edit(entries.at(-1))]))).toMatchObject({
      code: 'recomputed',
    });
    expect(await check(withEntries(entries.slice(0, -1)))).toMatchObject({
      code: 'tail-cut',
      index: SIZE - 1,
    });
  });

  test('numbers made to fit do not hide what was done', async () => {
    const entries = entriesOf(lines);
    const renumbered = (changed: string[]) => check(withEntries(changed.map(renumber)));
    expect(await renumbered(entries.toSpliced(7, 1))).toMatchObject({ ok: false, index: 7 });
    expect(await renumbered(entries.toSpliced(7, 0, forged()))).toMatchObject({ ok: false, index: 7 });
    const swapped = entries.with(7, entries[8] ?? '').with(8, entries[7] ?? '');
    expect(await renumbered(swapped)).toMatchObject({ code: 'swapped', index: 7 });
  });

  test('an entry that appears twice, or stands far from its place', async () => {
    const entries = entriesOf(lines);
    expect(await check(withEntries(entries.toSpliced(8, 0, entries[7] ?? '')))).toMatchObject({
      code: 'forged',
      index: 8,
    });
    const far = entries.with(3, entries[15] ?? '').with(15, entries[3] ?? '');
    expect(await check(withEntries(far))).toMatchObject({ code: 'swapped', index: 3 });
  });

  test('entries added behind the checkpoint', async () => {
    const longer = linkEntries(createEntries(SIZE + 3));
    expect(await check(withEntries(longer))).toMatchObject({ code: 'forged', index: SIZE });
  });

  test('rewritten from one entry on, signature left as it was', async () => {
    const changed = createEntries(SIZE).map((entry, index) => (index < 9 ? entry : { ...entry, site: 'y' }));
    expect(await check(withEntries(linkEntries(changed)))).toMatchObject({ code: 'recomputed', index: 0 });
    const earlier = await createExport(entriesOf(lines).slice(0, 5), signer);
    const narrowed = await verifyExport(await withEntries(linkEntries(changed)), {
      verifySignature,
      knownCheckpoint: parseCheckpointLine(earlier.at(-1) ?? '') ?? '',
    });
    expect(narrowed).toEqual({ ok: false, code: 'recomputed', index: 5 });
  });

  test('every single changed byte of every line is found', async () => {
    for (const [number, line] of lines.entries()) {
      for (let position = 0; position < line.length; position += 3) {
        const other = line[position] === '0' ? '1' : '0';
        const changed = `${line.slice(0, position)}${other}${line.slice(position + 1)}`;
        const result = await check(lines.with(number, changed));
        expect(result.ok, `line ${number + 1}, character ${position}: ${changed}`).toBe(false);
      }
    }
  });
});
