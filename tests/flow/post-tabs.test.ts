import { expect, test, vi } from 'vitest';
import { createPostTabs, postTabStore } from '#lib/flow/post-tabs.ts';
import { uuid } from '../log/test-log.ts';

const stored = vi.hoisted(() => new Map<string, unknown>());
vi.mock('@wxt-dev/browser', () => ({
  browser: {
    storage: {
      session: {
        get: async (key: string) => (stored.has(key) ? { [key]: stored.get(key) } : {}),
        set: async (items: object) => {
          for (const [key, value] of Object.entries(items)) stored.set(key, value);
        },
      },
    },
  },
}));

test('case 26: a post belongs to the tab that held it first, for every background that follows', async () => {
  await createPostTabs(postTabStore).bind(uuid(1), 7);
  const next = createPostTabs(postTabStore);
  await next.bind(uuid(1), 7);
  await next.requireOwn(uuid(1), 7);
  await expect(next.bind(uuid(1), 8)).rejects.toThrow('not-allowed');
  await expect(next.requireOwn(uuid(1), 8)).rejects.toThrow('not-allowed');
  await expect(next.requireOwn(uuid(2), 7)).rejects.toThrow('not-approved');
  expect([...stored]).toEqual([[`post-tab:${uuid(1)}`, 7]]);
});
