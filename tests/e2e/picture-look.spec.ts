import type { ShownPicture } from '#lib/model/picture.ts';
import {
  countDifferent,
  lookOf,
  MOST_DIFFERENT_BITS,
  type PictureLook,
} from '#lib/provenance/picture-look.ts';
import { serveLab } from '#tests/capture/lab/lab-host.ts';
import type { Motif, Saving } from '#tests/capture/lab/painted-pictures.ts';
import type { Tab } from '#tests/harness/tab.ts';
import { test as base, expect } from './fixtures.ts';
import { CaptureLab } from './pages/capture-lab.ts';

const host = await serveLab();

const test = base.extend<{ lab: CaptureLab }>({
  sites: [{ hosts: [host] }, { scope: 'worker' }],
  lab: async ({ tab }, use) => {
    const lab = new CaptureLab(tab);
    await lab.open();
    await use(lab);
  },
});

const SECRET = new Uint8Array(32).fill(5);
const AS_MADE: Saving = { scale: 1, type: 'image/png' };
const SAVED_ANEW: readonly Saving[] = [
  { scale: 1, type: 'image/jpeg', quality: 0.9 },
  { scale: 1, type: 'image/jpeg', quality: 0.5 },
  { scale: 1, type: 'image/webp', quality: 0.75 },
  { scale: 0.5, type: 'image/jpeg', quality: 0.8 },
  { scale: 0.25, type: 'image/jpeg', quality: 0.6 },
];
const SEEDS = Array.from({ length: 24 }, (_, seed) => seed);

interface Read {
  look: PictureLook | undefined;
  time: number;
}

const lookAt = (shown: ShownPicture | undefined): PictureLook | undefined =>
  shown?.small === undefined ? undefined : lookOf(Buffer.from(shown.small, 'base64'), SECRET);

const readAll = async (tab: Tab, motif: Motif, savings: readonly Saving[]): Promise<Read[][]> => {
  const all: Read[][] = [];
  for (const seed of SEEDS) {
    const read = await tab.evaluate((...given) => window.lab.readPainted(...given), motif, seed, [
      ...savings,
    ]);
    all.push(read.map(({ shown, time }) => ({ look: lookAt(shown), time })));
  }
  return all;
};

const between = (one: PictureLook | undefined, other: PictureLook | undefined): number =>
  one?.bits && other?.bits ? countDifferent(one.bits, other.bits) : Number.POSITIVE_INFINITY;

/** Of the pictures that have bits, how many are found again after being saved anew, at least. */
const FOUND: readonly [Motif, number][] = [
  ['photo', 1],
  ['drawing', 0.9],
  ['page', 0.6],
];

for (const [motif, found] of FOUND) {
  test(`a ${motif} is known by its pixels, mostly by its likeness when saved anew, and never taken for another`, async ({
    lab,
  }, testInfo) => {
    test.setTimeout(120_000);
    const all = await readAll(lab.tab, motif, [AS_MADE, AS_MADE, ...SAVED_ANEW]);
    for (const [made, again] of all) expect(again?.look?.digest).toBe(made?.look?.digest);
    expect(new Set(all.map(([made]) => made?.look?.digest)).size).toBe(SEEDS.length);

    const rich = all.filter(([made]) => made?.look?.bits);
    const anew = rich.flatMap(([made, , ...saved]) => saved.map(({ look }) => between(made?.look, look)));
    const share = anew.filter((bits) => bits <= MOST_DIFFERENT_BITS).length / anew.length;
    const others = rich.flatMap(([one], at) =>
      rich.slice(at + 1).map(([other]) => between(one?.look, other?.look)),
    );
    const closest = Math.min(...others);
    const times = all
      .flat()
      .map(({ time }) => time)
      .sort((one, other) => one - other);
    const measured = {
      rich: rich.length,
      share,
      closest,
      median: times[times.length >> 1],
      longest: times.at(-1),
    };
    testInfo.annotations.push({ type: 'measured', description: JSON.stringify(measured) });
    expect(share).toBeGreaterThanOrEqual(found);
    expect(closest).toBeGreaterThan(2 * MOST_DIFFERENT_BITS);
  });
}

test('a logo on white is known by its pixels only', async ({ lab }) => {
  const all = await readAll(lab.tab, 'logo', [AS_MADE, AS_MADE]);
  for (const [made, again] of all) {
    expect(made?.look).toEqual({ digest: expect.any(String) });
    expect(again?.look).toEqual(made?.look);
  }
});
