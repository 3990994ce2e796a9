import { expect, test, vi } from 'vitest';

/** Every browser API as a tree of functions that note who listens; nothing ever answers. */
const world = vi.hoisted(() => {
  const heard: string[] = [];
  const make = (path: string): unknown =>
    new Proxy(() => undefined, {
      get: (_, name) =>
        name === 'then' ? undefined : make(path === '' ? String(name) : `${path}.${String(name)}`),
      apply: () => {
        if (path.endsWith('.addListener')) heard.push(path.slice(0, -'.addListener'.length));
        return new Promise(() => undefined);
      },
    });
  return { heard, browser: make('') };
});
vi.mock('wxt/browser', () => ({ browser: world.browser }));
vi.mock('@wxt-dev/browser', () => ({ browser: world.browser }));

test('case 8: the background has registered every listener when its first turn ends', async () => {
  // Loaded by name: nothing may import an entrypoint, and a test of the build's first turn is no exception to why.
  const path = '../../entrypoints/background.ts';
  const { default: background } = (await import(path)) as { default: { main(): void } };
  expect(world.heard).toEqual([]);
  background.main();
  expect([...world.heard].sort()).toEqual([
    'commands.onCommand',
    'permissions.onAdded',
    'permissions.onRemoved',
    'runtime.onInstalled',
    'runtime.onMessage',
    'runtime.onStartup',
    'storage.onChanged',
    'tabs.onRemoved',
  ]);
  const inFirstTurn = world.heard.length;
  await new Promise((resolve) => setTimeout(resolve));
  expect(world.heard).toHaveLength(inFirstTurn);
});
