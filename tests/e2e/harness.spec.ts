import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchCandor } from '../harness/launch.ts';
import { writeSampleExtension } from '../harness/sample-extension.ts';
import { samplePage } from '../harness/sample-page.ts';
import { test as base, expect, until } from '../harness/test.ts';

/** Named as in both browsers' extension pages; functions that run there know it. */
declare const browser: { i18n: { getMessage(name: string): string } };

/** The harness proves itself on a tiny extension: a closed shadow root with a button, and a background that counts. */
const test = base.extend<object, { extensionDir: string }>({
  extensionDir: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameters
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'candor-sample-'));
      await writeSampleExtension(folder);
      await use(folder);
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

test.use({ sites: { hosts: [samplePage] } });

const APPROVE = { role: 'button', name: 'Approve' };

test('serves a preloaded HSTS host locally', async ({ tab, internet }) => {
  await tab.goto('https://x.com/home');
  expect(await tab.url()).toBe('https://x.com/home');
  expect((await tab.page.require({ role: 'heading' })).text).toBe('x.com');
  expect(internet.requests.map(({ method, url }) => `${method} ${url}`)).toContain('GET https://x.com/home');
});

test('serves plain http and sees what the page fetches', async ({ tab, internet }) => {
  await tab.goto('http://plain.example/');
  const echoed = await tab.evaluate(async () =>
    (await fetch('/echo', { method: 'POST', body: 'äöü' })).text(),
  );
  expect(echoed).toBe('äöü');
  expect(internet.requests.find(({ method }) => method === 'POST')).toMatchObject({
    host: 'plain.example',
    from: 'http://plain.example',
  });
});

test('refuses and records what no fixture claims, loopback included', async ({ tab, internet }) => {
  for (const address of ['https://unknown.example/', 'http://127.0.0.1:8099/', 'http://localhost:8099/']) {
    await expect(tab.goto(address)).rejects.toThrow();
  }
  expect([...new Set(internet.refused.map(({ host }) => host))].sort()).toEqual([
    '127.0.0.1',
    'localhost',
    'unknown.example',
  ]);
  internet.refused.length = 0;
});

test('finds and clicks inside a closed shadow root, with a trusted event', async ({ tab }) => {
  await tab.goto('https://x.com/');
  expect(await tab.evaluate(() => document.querySelector('sample-host')?.shadowRoot)).toBeNull();
  const button = await tab.inside.waitFor(APPROVE);
  expect(button).toMatchObject({ tag: 'button', name: 'Approve', disabled: false, focused: false });
  expect(button.rect.width).toBeGreaterThan(10);

  await tab.inside.click(APPROVE);
  await tab.inside.waitFor({ css: 'output', text: 'click trusted detail 1' });
  expect(await tab.inside.focused()).toMatchObject({ name: 'Approve', focused: true });

  await tab.reload();
  await tab.inside.doubleClick(APPROVE);
  await tab.inside.waitFor({ css: 'output', text: 'dblclick trusted detail 2' });
});

test('reads state, style and hosts, and says what is there when it misses', async ({ tab }) => {
  await tab.goto('https://x.com/');
  expect(await tab.inside.waitFor({ role: 'checkbox', name: /mine/i })).toMatchObject({ checked: false });
  await tab.inside.click({ role: 'checkbox' });
  expect(await tab.inside.require({ role: 'checkbox' })).toMatchObject({ checked: true, focused: true });
  const [host] = await tab.inside.hosts();
  expect(host).toMatchObject({ tag: 'sample-host', mode: 'closed' });
  expect(await tab.inside.require({ ...APPROVE, host: 'sample-host', style: ['color'] })).toMatchObject({
    style: { color: 'rgb(0, 0, 0)' },
  });
  expect(await tab.page.find(APPROVE)).toBeUndefined();
  expect(await tab.inside.find({ css: '#unseen' })).toBeUndefined();
  expect(await tab.inside.find({ css: '#unseen', hidden: true })).toMatchObject({ visible: false });
  await expect(tab.inside.require({ role: 'button', name: 'Nothing' })).rejects.toThrow('button "Approve"');
});

test('types, presses chords and pastes like a person', async ({ tab }) => {
  await tab.goto('https://x.com/');
  await tab.click('textarea');
  await tab.type('Hi é 🙂');
  await tab.press('Shift+Home');
  await tab.press('Mod+x');
  await tab.type('> ');
  await tab.press('Mod+v');
  expect(await tab.page.require({ css: 'textarea' })).toMatchObject({ value: '> Hi é 🙂', focused: true });
  await tab.press('Control+Enter');
  await tab.waitFor(() => document.title === 'submitted trusted');

  await tab.click('[contenteditable]');
  await tab.paste({ text: 'plain', html: '<b>rich</b>' });
  await tab.waitFor(() => document.querySelector('[contenteditable] b')?.textContent === 'rich');
  expect(await tab.evaluate(() => (window as unknown as { pasted: string }).pasted)).toBe(
    'trusted plain <b>rich</b>',
  );
});

test('works on a page with a strict content security policy', async ({ tab }) => {
  await tab.goto('https://x.com/strict');
  await tab.inside.click(APPROVE);
  await tab.inside.waitFor({ css: 'output', text: /trusted/ });
});

test('finds what axe finds in a closed root', async ({ tab }) => {
  await tab.goto('https://x.com/');
  await tab.inside.waitFor(APPROVE);
  const violations = await tab.inside.axe();
  expect(violations.map(({ id }) => id).sort()).toEqual(['button-name', 'color-contrast']);
  expect(await tab.inside.axe({ disable: ['button-name', 'color-contrast'] })).toEqual([]);
});

test('collects the errors of the page', async ({ tab }) => {
  await tab.goto('https://x.com/');
  await tab.evaluate(() => {
    console.error('said');
    queueMicrotask(() => {
      throw new Error('thrown');
    });
  });
  await until(() => tab.errors.length === 2);
  expect(tab.errors.join()).toMatch(/said.*thrown/);
});

test('changes viewport and colour scheme, and takes pictures', async ({ tab }, info) => {
  await tab.goto('https://x.com/');
  await tab.setViewport(320, 640);
  await tab.waitFor(() => innerWidth === 320);
  await tab.setColorScheme('dark');
  await tab.waitFor(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await tab.screenshot(info.outputPath('dark-320.png'));
  await tab.setColorScheme('light');
  await tab.waitFor(() => !matchMedia('(prefers-color-scheme: dark)').matches);
});

test('stops the background, which starts again when it is asked', async ({ candor, tab }) => {
  await tab.goto('https://x.com/');
  await candor.background.stop();
  await tab.inside.click(APPROVE);
  await tab.inside.waitFor({ css: '#said', text: /counted 1 of/ });
  await until(() => candor.background.isRunning(), { what: 'the background to be listed' });
  await candor.background.stop();
  expect(await candor.background.isRunning()).toBe(false);
  await tab.inside.click(APPROVE);
  await tab.inside.waitFor({ css: '#said', text: /counted 1 of/ });
  await until(() => candor.background.isRunning(), { what: 'the background to be listed' });
  await tab.inside.click(APPROVE);
  await tab.inside.waitFor({ css: '#said', text: /counted 2 of/ });
});

test('opens a page of the extension', async ({ candor }) => {
  const page = await candor.openPage('page.html');
  expect(await page.url()).toBe(candor.extensionUrl('page.html'));
  await page.page.click({ role: 'button', name: 'Press' });
  await page.page.waitFor({ role: 'heading', name: 'Pressed' });
  expect(await page.page.axe({ disable: ['page-has-heading-one', 'region', 'landmark-one-main'] })).toEqual(
    [],
  );
  await page.close();
});

test('finds a tab that a page or the extension opened', async ({ candor, tab }) => {
  await tab.goto('https://x.com/');
  await tab.evaluate(() => void open('https://x.com/opened'));
  const opened = await candor.waitForTab(/opened$/);
  await opened.inside.waitFor(APPROVE);
  await opened.close();

  const page = await candor.openPage('page.html');
  await page.reload();
  await page.evaluate(() => void open('page.html?second'));
  const second = await candor.waitForTab(candor.extensionUrl('page.html?second'));
  await second.page.waitFor({ role: 'button', name: 'Press' });
  await second.close();
  await page.close();
});

test('reloads the extension; the page goes on', async ({ candor, tab }) => {
  await tab.goto('https://x.com/');
  await tab.inside.waitFor(APPROVE);
  await candor.reloadExtension();
  expect(await tab.evaluate(() => document.querySelectorAll('h1').length)).toBe(1);
  await tab.reload();
  await tab.inside.click(APPROVE);
  await tab.inside.waitFor({ css: '#said', text: /counted 1 of/ });
});

test('keeps IndexedDB of the extension through kill and restart', async ({ candor, internet }) => {
  const before = await candor.newTab('https://x.com/');
  await before.inside.click(APPROVE);
  const { text } = await before.inside.waitFor({ css: '#said', text: /counted \d+ of \d+/ });
  const total = Number(text.split(' ').at(-1));
  await candor.kill();
  expect(candor.pid).toBeUndefined();

  await candor.restart();
  const after = await candor.newTab('https://x.com/');
  await after.inside.click(APPROVE);
  await after.inside.waitFor({ css: '#said', text: `counted 1 of ${total + 1}` });
  const stored = await candor.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(stored).toEqual(['sample']);
  expect(internet.refused).toEqual([]);
});

test('speaks the language it is told to, and lets Firefox stop an idle background', async ({
  engine,
  extensionDir,
  internet,
}) => {
  const options = { proxy: internet.proxy, extensionDir, language: 'de', idleTimeout: 200 };
  const candor = await launchCandor(engine, options);
  try {
    const spoken = await candor.evaluate(() => [navigator.language, browser.i18n.getMessage('name')]);
    expect(spoken).toEqual(['de', 'Muster']);
    if (engine === 'firefox') await until(async () => !(await candor.background.isRunning()));
  } finally {
    await candor.close();
  }
});
