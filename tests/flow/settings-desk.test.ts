import { beforeEach, expect, test, vi } from 'vitest';
import type { Log } from '#lib/log/open-log.ts';
import type { Settings } from '#lib/model/settings.ts';
import { writeStampAuthority } from '#lib/storage/stamp-store.ts';
import { openTestLog } from '../log/test-log.ts';

const world = vi.hoisted(() => ({
  stored: {} as Record<string, unknown>,
  allowed: new Set<string>(),
  scripts: new Map<string, unknown>(),
}));

const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

vi.mock('@wxt-dev/browser', () => ({
  browser: {
    storage: {
      local: {
        async get(key: string) {
          await tick();
          return { [key]: structuredClone(world.stored[key]) };
        },
        async set(items: Record<string, unknown>) {
          await tick();
          Object.assign(world.stored, structuredClone(items));
        },
      },
    },
    permissions: {
      contains: async ({ origins }: { origins: string[] }) =>
        origins.every((origin) => world.allowed.has(origin)),
    },
    scripting: {
      getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
        ids.filter((id) => world.scripts.has(id)).map((id) => ({ id })),
      registerContentScripts: async (scripts: { id: string }[]) => {
        for (const script of scripts) {
          if (world.scripts.has(script.id)) throw new Error(`duplicate script ${script.id}`);
          world.scripts.set(script.id, script);
        }
      },
      updateContentScripts: async (scripts: { id: string }[]) => {
        for (const script of scripts) {
          if (!world.scripts.has(script.id)) throw new Error(`no script ${script.id}`);
          world.scripts.set(script.id, script);
        }
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        for (const id of ids) world.scripts.delete(id);
      },
      executeScript: async () => [],
    },
    tabs: { query: async () => [] },
  },
}));

const { createSettingsDesk } = await import('#lib/flow/settings-desk.ts');
const { readSettings } = await import('#lib/storage/settings-store.ts');

const SITE = 'https://forum.example';
const nameOf = (number: number) => ({ id: `id ${number}`, name: `Name ${number}`, form: 'person' as const });

let log: Log;
const makeDesk = () =>
  createSettingsDesk({
    openLog: async () => log,
    policyOf: ({ preset }: Settings) => (preset === 'unknown' ? undefined : { id: preset, version: '1' }),
    now: () => 1,
  });

beforeEach(async () => {
  world.stored = {};
  world.allowed.clear();
  world.scripts.clear();
  log = await openTestLog();
});

test('changes asked for at once are all kept', async () => {
  const desk = makeDesk();
  await Promise.all([
    ...[1, 2, 3].map((number) => desk.saveIdentity({ identity: nameOf(number), makeDefault: number === 2 })),
    desk.keepText({ keep: false }),
    desk.chooseGateWhen({ when: 'always' }),
  ]);
  expect(await desk.read()).toMatchObject({
    identities: [nameOf(1), nameOf(2), nameOf(3)],
    defaultIdentity: 'id 2',
    keepText: false,
    gateWhen: 'always',
  });
});

test('a change that fails does not keep the next from happening', async () => {
  const desk = makeDesk();
  await expect(desk.choosePreset({ preset: 'unknown' })).rejects.toThrow('not-allowed');
  await desk.keepText({ keep: false });
  expect((await desk.read()).keepText).toBe(false);
  expect((await desk.read()).preset).toBe('creator');
});

test('a policy is not in force before it is on record', async () => {
  const desk = makeDesk();
  log = { ...log, append: async () => Promise.reject(new Error('full')) };
  await expect(desk.chooseGateWhen({ when: 'declared' })).rejects.toThrow('full');
  expect((await desk.read()).gateWhen).toBeUndefined();
});

test('the first name is kept once, a later one only from a page', async () => {
  const desk = makeDesk();
  await Promise.all([desk.keepFirstIdentity(nameOf(1)), desk.keepFirstIdentity(nameOf(2))]);
  expect((await desk.read()).identities).toEqual([nameOf(1)]);
});

test('case 50: a site is registered only with its permission, and unregistered when that is taken back', async () => {
  const desk = makeDesk();
  await expect(desk.addSite({ origin: SITE })).rejects.toThrow('not-allowed');
  expect((await desk.read()).addedSites).toEqual([]);
  expect(world.scripts.size).toBe(0);

  world.allowed.add(`${SITE}/*`);
  await desk.addSite({ origin: `${SITE}/some/page` });
  await desk.addSite({ origin: SITE });
  expect((await desk.read()).addedSites).toEqual([{ origin: SITE, addedAt: 1 }]);
  const common = { matches: [`${SITE}/*`], runAt: 'document_start', persistAcrossSessions: true };
  expect([...world.scripts.values()]).toMatchObject([
    { ...common, js: ['/gate.js'] },
    { ...common, js: ['/request-guard.js'], world: 'MAIN' },
  ]);

  world.allowed.clear();
  await desk.forgetRevoked();
  expect((await desk.read()).addedSites).toEqual([]);
  expect(world.scripts.size).toBe(0);
});

test('after an update what was registered is what this version registers, where it is still allowed', async () => {
  const desk = makeDesk();
  const revoked = 'https://revoked.example';
  for (const origin of [SITE, revoked]) world.allowed.add(`${origin}/*`);
  await desk.addSite({ origin: SITE });
  await desk.addSite({ origin: revoked });
  const registered = new Map(world.scripts);
  // As a version without the guard left it.
  world.scripts = new Map([[`gate ${SITE}`, { id: `gate ${SITE}`, js: ['/gate-of-old.js'] }]]);
  world.allowed.delete(`${revoked}/*`);
  await desk.keepScripts();
  expect([...world.scripts]).toEqual([...registered].filter(([id]) => id.includes(SITE)));
});

test('the address of an AI tool is no site, and that of a site no AI tool', async () => {
  const desk = makeDesk();
  for (const origin of ['https://chatgpt.com', 'https://www.linkedin.com']) world.allowed.add(`${origin}/*`);
  await expect(desk.addSite({ origin: 'https://chatgpt.com' })).rejects.toThrow('not-allowed');
  await expect(desk.addSource({ origin: 'https://www.linkedin.com', answers: true })).rejects.toThrow(
    'not-allowed',
  );
  expect(world.scripts.size).toBe(0);
  expect(await desk.read()).toMatchObject({ addedSites: [], addedSources: [] });
});

test('where only a part of a host is an AI tool, people post on the rest of it', async () => {
  world.allowed.add('https://huggingface.co/*');
  const { addedSites } = await makeDesk().addSite({ origin: 'https://huggingface.co' });
  expect(addedSites).toEqual([{ origin: 'https://huggingface.co', addedAt: 1 }]);
});

test.each([
  ['a list', []],
  ['text', 'creator'],
  ['nothing at all', null],
  ['a wrong preset', { preset: 7, identities: [nameOf(1)], addedSites: [], keepText: false }],
  ['an unknown key', { preset: 'creator', identities: [], addedSites: [], keepText: false, extra: 1 }],
])('settings that are %s are said to be unreadable, and left as they are', async (_, stored) => {
  world.stored.settings = stored;
  const read = await readSettings();
  expect(read.problem).toBeDefined();
  expect(world.stored.settings).toEqual(stored);
});

test('of settings that do not parse as a whole, what does is used', async () => {
  world.stored.settings = { preset: 7, identities: [nameOf(1)], addedSites: [], keepText: false };
  expect((await readSettings()).settings).toMatchObject({
    identities: [nameOf(1)],
    keepText: false,
    preset: 'creator',
  });
});

test('a host that was granted for an AI tool, on whatever port, is captured and is no site', async () => {
  const desk = makeDesk();
  const origin = 'http://localhost:3000';
  await desk.addSource({ origin, answers: true });
  expect(world.scripts.size).toBe(0);
  world.allowed.add('http://localhost/*');
  await desk.addGranted(['http://localhost/*']);
  expect([...world.scripts.keys()]).toEqual([`capture ${origin}`]);
  const { settings } = await readSettings();
  expect(settings.addedSites).toEqual([]);
  expect(settings.addedSources).toEqual([{ origin, addedAt: 1, answers: true }]);
});

test('a host granted in the browser is switched on, also one whose site Candor knows; those of the installation are not added', async () => {
  const desk = makeDesk();
  const patterns = ['https://studio.youtube.com/*', 'https://x.com/*', 'https://claude.ai/*'];
  for (const pattern of patterns) world.allowed.add(pattern);
  await desk.addGranted(patterns);
  expect((await desk.read()).addedSites.map(({ origin }) => origin)).toEqual(['https://studio.youtube.com']);
});

test('a host granted for a time stamp is asked, not watched', async () => {
  const desk = makeDesk();
  await writeStampAuthority('https://time.example:8443/tsr');
  for (const host of ['time', 'forum']) world.allowed.add(`https://${host}.example/*`);
  await desk.addGranted(['https://time.example/*', 'https://forum.example/*']);
  expect((await desk.read()).addedSites.map(({ origin }) => origin)).toEqual(['https://forum.example']);
});
