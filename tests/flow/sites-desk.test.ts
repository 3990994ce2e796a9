import { beforeEach, expect, test, vi } from 'vitest';
import { settingsSchema } from '#lib/model/settings.ts';
import type { SitePack } from '#lib/model/site-pack.ts';
import { MASTODON } from '#lib/sites/definitions/mastodon.ts';
import { X } from '#lib/sites/definitions/x.ts';

const world = vi.hoisted(() => ({
  stored: {} as Record<string, unknown>,
  allowed: new Set<string>(),
}));

vi.mock('@wxt-dev/browser', () => ({
  browser: {
    storage: {
      local: {
        get: async (keys: string | string[]) =>
          Object.fromEntries(
            [keys].flat().flatMap((key) => (key in world.stored ? [[key, world.stored[key]]] : [])),
          ),
        set: async (items: Record<string, unknown>) =>
          void Object.assign(world.stored, structuredClone(items)),
        remove: async (keys: string[]) => {
          for (const key of keys) delete world.stored[key];
        },
      },
    },
    permissions: {
      contains: async ({ origins }: { origins: string[] }) =>
        origins.every((origin) => world.allowed.has(origin)),
    },
  },
}));

const { createSitesDesk } = await import('#lib/flow/sites-desk.ts');

const VERIFIED = { date: '2026-11-01', how: 'Seen in a live account.' };
const newer = (version: number) => ({ ...X, version, verified: VERIFIED });
const OWN = { ...MASTODON, id: 'notes', name: 'Notes', hosts: ['notes.example'], verified: VERIFIED };
const packOf = (...sites: SitePack['sites']): { pack: SitePack } => ({
  pack: { candorSites: 1, title: 'Pack', sites },
});
const settingsOf = (more: object = {}) =>
  settingsSchema.parse({ identities: [], preset: 'creator', addedSites: [], keepText: true, ...more });

let settings = settingsOf();
const desk = createSitesDesk({
  readSettings: async () => settings,
  readGuardedRequests: async () => 'enforce',
  now: () => 1000,
});
const stateOf = async (id: string) => (await desk.overview()).sites.find((site) => site.id === id);

beforeEach(() => {
  world.stored = {};
  world.allowed = new Set(['https://x.com/*', 'https://twitter.com/*', 'https://mobile.twitter.com/*']);
  settings = settingsOf();
});

test('without a pack the definitions that came with Candor are in force', async () => {
  expect(await desk.newerFor('https://x.com/home')).toEqual([]);
  expect(await stateOf('x')).toMatchObject({ from: 'candor', version: X.version, isOn: true });
});

test('the page is told what happens to requests that nobody let go', async () => {
  expect((await desk.overview()).requests).toBe('enforce');
});

test('a newer definition wins, for the page and for the background', async () => {
  await desk.importPack(packOf(newer(X.version + 1)));
  const { verified: _, ...definition } = newer(X.version + 1);
  expect(await desk.newerFor('https://x.com/home')).toEqual([definition]);
  expect(await desk.newerFor('https://bsky.app/')).toEqual([]);
  expect(await stateOf('x')).toMatchObject({ from: 'pack', version: X.version + 1, verified: VERIFIED });
});

test('an older one, or one as old, does not', async () => {
  await desk.importPack(packOf(newer(X.version)));
  expect(await desk.newerFor('https://x.com/home')).toEqual([]);
  expect(await stateOf('x')).toMatchObject({ from: 'candor' });
});

test('a pack may bring a site that Candor does not know, and is taken out whole', async () => {
  await desk.importPack(packOf(newer(X.version + 1), OWN));
  expect(await stateOf('notes')).toMatchObject({ name: 'Notes', from: 'pack', isOn: false });
  expect((await desk.newerFor('https://notes.example/')).map(({ id }) => id)).toEqual(['notes']);
  expect((await desk.overview()).packs).toEqual([{ title: 'Pack', importedAt: 1000, sites: 2 }]);

  await desk.removePack({ title: 'Pack' });
  expect(await desk.newerFor('https://notes.example/')).toEqual([]);
  expect((await desk.overview()).packs).toEqual([]);
  expect(Object.keys(world.stored).sort()).toEqual(['site-marked', 'site-packs']);
});

test('software that people host themselves is decided by its marks, on hosts that no definition names', async () => {
  const { hosts: _, ...own } = OWN;
  await desk.importPack(packOf({ ...own, hosts: [] }));
  expect((await desk.newerFor('https://anything.example/')).map(({ id }) => id)).toEqual(['notes']);
});

test('a pack that takes the host of another site is refused, and changes nothing', async () => {
  await expect(desk.importPack(packOf({ ...newer(9), id: 'thief' }))).rejects.toThrow('x.com belongs to');
  expect(world.stored).toEqual({});
});

test('a stored definition that does not parse any more leaves the one that came with Candor', async () => {
  await desk.importPack(packOf(newer(X.version + 1)));
  world.stored['site-definition:x'] = { version: 99, id: 'x' };
  expect(await desk.newerFor('https://x.com/home')).toEqual([]);
});

test('a site is off where the person switched it off, and only there', async () => {
  settings = settingsOf({ sitesOff: ['x'] });
  expect(await desk.isOffAt('https://x.com/home')).toBe(true);
  expect(await desk.isOffAt('https://bsky.app/')).toBe(false);
  expect(await stateOf('x')).toMatchObject({ isOn: false, isAllowed: true });
});

test('a site without permission is not on', async () => {
  expect(await stateOf('bluesky')).toMatchObject({ isOn: false, isAllowed: false });
});

test('what worked last and what failed last stand beside each other', async () => {
  await desk.noteOutcome('x', 'published', undefined);
  await desk.noteOutcome('x', 'unconfirmed', 'no-evidence');
  expect(await stateOf('x')).toMatchObject({ worked: 1000, failed: { time: 1000, code: 'no-evidence' } });
});

test('what the site refused is no fault of its definition', async () => {
  await desk.noteOutcome('x', 'failed', 'You already said that.');
  await desk.noteOutcome('x', 'cancelled', 'kept-editing');
  const state = await stateOf('x');
  expect(state?.failed).toBeUndefined();
  expect(state?.worked).toBeUndefined();
});
