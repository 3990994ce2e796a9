import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildOnce } from './fixtures/build-once.ts';

let folder: string;
let cache: string;
let source: string;
let builds: number;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'candor-build-once-'));
  cache = path.join(folder, 'cache');
  source = path.join(folder, 'source');
  await mkdir(source);
  await writeFile(path.join(source, 'page.js'), 'first');
  builds = 0;
});

afterEach(() => rm(folder, { recursive: true }));

const make = async (draft: string): Promise<void> => {
  builds += 1;
  await writeFile(path.join(draft, 'page.js'), await readFile(path.join(source, 'page.js')));
  await writeFile(path.join(draft, 'manifest.json'), '{}');
};

const build = (how: (draft: string) => Promise<void> = make): Promise<string> =>
  buildOnce({ name: 'sample', sources: [source], proof: 'manifest.json', make: how, cache });

const whole = ['manifest.json', 'page.js'];
const filesOf = async (built: string): Promise<string[]> => (await readdir(built)).sort();

test('the same sources are built once, changed ones again', async () => {
  const first = await build();
  expect(await build()).toBe(first);
  expect(builds).toBe(1);
  await writeFile(path.join(source, 'page.js'), 'second');
  const second = await build();
  expect(second).not.toBe(first);
  expect(await readFile(path.join(second, 'page.js'), 'utf8')).toBe('second');
});

test('many at once get the same whole build, and no draft is left', async () => {
  const built = await Promise.all([build(), build(), build(), build()]);
  expect(new Set(built).size).toBe(1);
  expect(await filesOf(built[0] ?? '')).toEqual(whole);
  expect(await readdir(cache)).toEqual([path.basename(built[0] ?? '')]);
});

test('a build that breaks off counts for nothing', async () => {
  const breakOff = async (draft: string): Promise<void> => {
    await writeFile(path.join(draft, 'page.js'), 'half');
    throw new Error('interrupted');
  };
  await expect(build(breakOff)).rejects.toThrow('interrupted');
  expect(await readdir(cache)).toEqual([]);
  expect(await filesOf(await build())).toEqual(whole);
});

test('a build without its proof is an error, not a build', async () => {
  await expect(build(async () => undefined)).rejects.toThrow('the build of sample has no manifest.json');
  expect(await readdir(cache)).toEqual([]);
});

test.each([
  ['empty', []],
  ['half filled', ['.done', 'page.js']],
] as const)('a folder that lies there %s is replaced', async (_, left) => {
  const built = await build();
  await rm(built, { recursive: true });
  await mkdir(built);
  for (const name of left) await writeFile(path.join(built, name), '');
  expect(await build()).toBe(built);
  expect(await filesOf(built)).toEqual(whole);
});
