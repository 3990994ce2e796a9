import { beforeEach, expect, test, vi } from 'vitest';
import { forgetProtection, readProtection, writeProtection } from '#lib/flow/protection.ts';
import { gateOf } from './samples.ts';

const world = vi.hoisted(() => ({
  stored: new Map<string, unknown>(),
  marks: [] as string[],
  titles: [] as string[],
  url: undefined as string | undefined,
  allowed: [] as string[],
}));
vi.mock('@wxt-dev/browser', () => ({
  browser: {
    storage: {
      session: {
        get: async (key: string) => ({ [key]: world.stored.get(key) }),
        set: async (items: object) => {
          for (const [key, value] of Object.entries(items)) world.stored.set(key, value);
        },
        remove: async (key: string) => void world.stored.delete(key),
      },
    },
    action: {
      setBadgeText: async ({ text }: { text: string }) => void world.marks.push(text),
      setBadgeBackgroundColor: async () => undefined,
      setTitle: async ({ title }: { title: string }) => void world.titles.push(title),
    },
    i18n: { getMessage: (key: string) => key },
    tabs: {
      get: async (tab: number) => {
        if (tab !== 1) throw new Error('no such tab');
        return { url: world.url };
      },
    },
    permissions: {
      contains: async ({ origins }: { origins: string[] }) =>
        origins.every((origin) => world.allowed.includes(origin)),
    },
  },
}));

const MASTODON = gateOf({ url: 'https://mastodon.social/home' });

beforeEach(() => {
  world.stored.clear();
  world.marks.length = 0;
  world.titles.length = 0;
  world.url = 'https://mastodon.social/explore';
  world.allowed = ['https://mastodon.social/*', 'https://x.com/*', 'http://localhost/*'];
});

test('what a gate said holds for all pages of its origin in that tab', async () => {
  await writeProtection(MASTODON, { protection: 'protected', site: 'mastodon' });
  expect(await readProtection(1)).toEqual({ protection: 'protected', site: 'mastodon' });
});

test('it is not said of the next site in the same tab, and is there again on the way back', async () => {
  await writeProtection(MASTODON, { protection: 'protected', site: 'mastodon' });
  world.url = 'https://news.example/';
  expect(await readProtection(1)).toEqual({ protection: 'unwatched' });
  world.url = 'https://x.com/home';
  await writeProtection(gateOf({ url: world.url }), { protection: 'changed', site: 'x' });
  expect(await readProtection(1)).toEqual({ protection: 'changed', site: 'x' });
  world.url = 'https://mastodon.social/home';
  expect(await readProtection(1)).toEqual({ protection: 'protected', site: 'mastodon' });
});

test('a frame does not speak for the page around it', async () => {
  await writeProtection(gateOf({ url: 'https://mastodon.social/embed', frame: 3 }), {
    protection: 'protected',
  });
  expect(await readProtection(1)).toEqual({ protection: 'unwatched' });
  expect(world.marks).toEqual([]);
});

test('a site switched off is unwatched, whatever was said before', async () => {
  await writeProtection(MASTODON, { protection: 'protected' });
  world.allowed = [];
  expect(await readProtection(1)).toEqual({ protection: 'unwatched' });
});

test('a port belongs to the origin, and to no match pattern', async () => {
  world.url = 'http://localhost:3000/';
  await writeProtection(gateOf({ url: 'http://localhost:3000/new' }), { protection: 'protected' });
  expect(await readProtection(1)).toEqual({ protection: 'protected' });
  world.url = 'http://localhost:4000/';
  expect(await readProtection(1)).toEqual({ protection: 'unwatched' });
});

test.each([undefined, 'about:blank', 'chrome://extensions/'])('a tab at %s is unwatched', async (url) => {
  world.url = url;
  expect(await readProtection(1)).toEqual({ protection: 'unwatched' });
});

test('so is a tab that is gone, and one that was closed', async () => {
  await writeProtection(MASTODON, { protection: 'protected' });
  expect(await readProtection(2)).toEqual({ protection: 'unwatched' });
  await forgetProtection(1);
  expect(await readProtection(1)).toEqual({ protection: 'unwatched' });
});

test('only what needs attention gets a mark on the icon', async () => {
  await writeProtection(MASTODON, { protection: 'protected' });
  await writeProtection(MASTODON, { protection: 'changed' });
  await writeProtection(MASTODON, { protection: 'unwatched' });
  expect(world.marks).toEqual(['', '!', '×']);
  expect(world.titles).toEqual([
    'extensionName: tabProtected',
    'extensionName: tabChanged',
    'extensionName: tabUnwatched',
  ]);
});
