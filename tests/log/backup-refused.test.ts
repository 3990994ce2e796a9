import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Bytes, concatBytes, utf8 } from '#lib/log/bytes.ts';
import { listFormerLogs } from '#lib/log/open-log-reader.ts';
import { seal } from '#lib/log/sealed-file.ts';
import {
  backUp,
  everything,
  gather,
  type Install,
  install,
  PASSPHRASE,
  PIECE,
  putBack,
  randomBytes,
  refusalOf,
  restoreInto,
} from './backup-parts.ts';
import { BARE, collect, held, WHOLE } from './test-log.ts';

/** Whatever is wrong with a backup, or goes wrong: a reason, and nothing has changed. */

afterEach(() => {
  vi.restoreAllMocks();
});

async function expectRefused(here: Install, backup: Bytes, code: string | RegExp, passphrase = PASSPHRASE) {
  const before = await everything(here.options.name);
  expect(await refusalOf(restoreInto(here, backup, { passphrase }))).toMatch(code);
  expect(await everything(here.options.name)).toEqual(before);
}

const sealLines = (lines: readonly string[]): Promise<Bytes> => {
  const plain = utf8(lines.map((line) => `${line}\n`).join(''));
  const options = { subtle: crypto.subtle, randomBytes, iterations: 10, piece: PIECE };
  return gather(
    seal(
      (async function* () {
        yield plain;
      })(),
      PASSPHRASE,
      options,
    ),
  );
};

describe('a file that is not right', () => {
  test('a wrong passphrase', async () => {
    const here = await install(1);
    await expectRefused(here, await backUp(await install(2)), /^passphrase$/u, 'six lighthouses');
  });

  test('a byte that was changed, wherever it is; a file that was cut, wherever; one with more behind it', async () => {
    const here = await install(1);
    const backup = await backUp(await install(12));
    expect(backup.length).toBeGreaterThan(2 * PIECE);
    const before = await everything(here.options.name);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(backup.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.constantFrom('flip', 'cut', 'add'),
        async (at, change, how) => {
          const flipped = backup.map((byte, place) => (place === at ? byte ^ change : byte));
          const broken = {
            flip: flipped,
            cut: backup.slice(0, at),
            add: concatBytes(backup, flipped.slice(at)),
          };
          expect(await refusalOf(restoreInto(here, broken[how]))).toMatch(/^(?:passphrase|damaged|format)$/u);
        },
      ),
      { numRuns: 150 },
    );
    expect(await everything(here.options.name)).toEqual(before);
  });

  test('pieces in another order, left out, or from another backup of the same log', async () => {
    const here = await install(1);
    const old = await install(12);
    const backup = await backUp(old);
    const other = await backUp(old);
    const start = backup.indexOf(0x0a) + 1;
    const size = PIECE + 16;
    const piece = (of: Bytes, at: number) => of.slice(start + at * size, start + (at + 1) * size);
    const head = backup.slice(0, start);
    const rest = backup.slice(start + 2 * size);
    const [first, second] = [piece(backup, 0), piece(backup, 1)];
    await expectRefused(here, concatBytes(head, second, first, rest), 'damaged');
    await expectRefused(here, concatBytes(head, first, rest), 'damaged');
    await expectRefused(here, concatBytes(head, first, second, second, rest), 'damaged');
    await expectRefused(here, concatBytes(head, first, piece(other, 1), rest), 'damaged');
    await expectRefused(here, concatBytes(head, first, second), 'damaged');
  });

  test('a file of another kind', async () => {
    const here = await install(1);
    const lines = await collect((await install(1)).log.exportLines(BARE));
    for (const file of [new Uint8Array(0), utf8('hello'), utf8(`${lines.join('\n')}\n`), randomBytes(5000)])
      await expectRefused(here, file, /^format$/u);
  });

  test('under the right passphrase, a log that does not prove itself', async () => {
    const here = await install(1);
    const { log } = await install(2);
    const whole = await collect(log.exportLines(WHOLE));
    const line = (start: string): number => whole.findIndex((each) => each.startsWith(start));
    const entry = whole.findIndex((each) => each.includes('"event":"post.held"'));
    const change = (at: number, from: string | RegExp, to: string) =>
      whole.with(at, (whole[at] ?? '').replace(from, to));
    const cases: Record<string, readonly string[]> = {
      'an entry edited': change(entry, '"x"', '"y"'),
      'an entry left out': whole.toSpliced(entry, 1),
      'another text': change(line('{"content":'), 'Text of', 'Lies of'),
      'another name': change(line('{"private":'), 'x.example', 'y.example'),
      'no checkpoint': whole.slice(0, -1),
      'more behind the checkpoint': [...whole, whole[entry] ?? ''],
      'erasures that are none': [...whole, '{"erasures":[["a","b"]]}'],
      'only a part of the entries': await collect(log.exportLines({ ...WHOLE, from: 1_700_000_006_000 })),
      'names that stand for persons': await collect(log.exportLines({ ...WHOLE, names: 'pseudonyms' })),
      'beginnings of texts': await collect(log.exportLines({ ...WHOLE, texts: 'excerpts' })),
      nothing: [],
    };
    for (const [name, lines] of Object.entries(cases))
      expect([name, await refusalOf(restoreInto(here, await sealLines(lines)))]).toEqual([name, 'damaged']);
    expect(await listFormerLogs(here.options)).toEqual([]);
    // The same way, untouched, it is taken.
    expect(await restoreInto(here, await sealLines(whole))).toMatchObject({ is: 'former', size: 7 });
  });
});

describe('a restore that breaks off', () => {
  const noSpace = () => new DOMException('no space', 'QuotaExceededError');

  const failAt = (number: number, fail: (store: IDBObjectStore) => void): { calls: number } => {
    const seen = { calls: 0 };
    for (const method of ['put', 'add', 'clear'] as const) {
      const original = IDBObjectStore.prototype[method] as (...given: unknown[]) => unknown;
      vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
        this: IDBObjectStore,
        ...given: unknown[]
      ) {
        seen.calls += 1;
        if (seen.calls === number) fail(this);
        return original.apply(this, given) as never;
      });
    }
    return seen;
  };

  test.each(['continued', 'former'] as const)(
    'at any of its writes: the log is as it was, or complete (%s)',
    async (as) => {
      const make = async () =>
        as === 'continued'
          ? putBack(1, 90)
          : { back: await install(1), backup: await backUp(await install(90)) };
      const outcomes = new Set<string>();
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 900 }), fc.boolean(), async (number, isFull) => {
          const { back, backup } = await make();
          const before = await everything(back.options.name);
          failAt(number, (store) => {
            if (isFull) throw noSpace();
            store.transaction.abort();
          });
          const outcome = await refusalOf(restoreInto(back, backup));
          vi.restoreAllMocks();
          outcomes.add(outcome.replace(/:.*/u, ''));
          const size = await back.log.size();
          if (outcome === 'restored') expect(size).toBe(as === 'continued' ? 271 : 4);
          else {
            expect(size).toBe(4);
            expect(await listFormerLogs(back.options)).toEqual([]);
            // What a failed take-in leaves goes with the next restore.
            expect((await everything(back.options.name))[back.options.name]).toEqual(
              before[back.options.name],
            );
            expect(await restoreInto(back, backup)).toMatchObject({ is: as, size: 271 });
          }
          expect(await back.log.verify()).toMatchObject({ ok: true });
          await back.log.append(held(500));
          expect(Object.keys(await everything(back.options.name))).toHaveLength(2);
        }),
        { numRuns: 25 },
      );
      expect(outcomes).toContain('LogError');
    },
    60_000,
  );

  test('a background that was killed before it took it in: nothing has changed, and the next one tidies up', async () => {
    const { back, backup } = await putBack(1, 5);
    const before = await everything(back.options.name);
    const takeIn = async () => {
      throw new Error('killed');
    };
    expect(await refusalOf(restoreInto(back, backup, { takeIn }))).toBe('Error: killed');
    expect((await everything(back.options.name))[back.options.name]).toEqual(before[back.options.name]);
    expect(await restoreInto(back, backup)).toMatchObject({ is: 'continued' });
    expect(Object.keys(await everything(back.options.name))).toHaveLength(2);
  });

  test('a person who cancels, in the first reading or in the second', async () => {
    const { back, backup } = await putBack(1, 90);
    const before = await everything(back.options.name);
    for (const share of [0.1, 0.9]) {
      const stop = new AbortController();
      const attempt = restoreInto(back, backup, {
        signal: stop.signal,
        onProgress: (done, total) => {
          if (done >= share * total) stop.abort();
        },
      });
      await expect(attempt).rejects.toMatchObject({ name: 'AbortError' });
      expect(await everything(back.options.name)).toEqual(before);
    }
  });
});
