import { readdir } from 'node:fs/promises';
import { sayAsContentScript } from '../attack/forged-message.ts';
import { frameEach, listOwnPages, readFrames } from '../attack/framing-page.ts';
import { LABEL, MASTODON, TEXT, WHOLE } from '../attack/held-post.ts';
import { poisonWorld } from '../attack/poisoned-world.ts';
import { expect, test, until } from './fixtures.ts';
import { eventsOfLastPost, readLog, waitForOutcome } from './pages/log-page.ts';

/** What a page can see of Candor and do to it: next to nothing. */

test('case 24: the page finds no word of chip or dialog, and hosts without a name', async ({
  tab,
  openComposer,
  person,
}) => {
  await openComposer(MASTODON);
  const before = await tab.evaluate(() => document.querySelectorAll('*').length);
  await person.asksToPost();
  const seen = await tab.evaluate(() => {
    const foreign = [...document.querySelectorAll('*')].filter(
      (element) => element.parentElement === document.documentElement || (element as HTMLElement).popover,
    );
    return {
      html: document.documentElement.outerHTML,
      hosts: foreign
        .filter((element) => !['HEAD', 'BODY'].includes(element.tagName))
        .map((element) => ({
          names: element.getAttributeNames().filter((name) => name !== 'style' && name !== 'popover'),
          tag: element.tagName,
          root: element.shadowRoot === null,
          children: element.childNodes.length,
        })),
      selected: String(getSelection()),
      globals: Object.keys(window).filter((name) => /candor/iu.test(name)),
    };
  });
  expect(before).toBeGreaterThan(0);
  expect(seen.hosts.length).toBeGreaterThanOrEqual(2);
  for (const host of seen.hosts) expect(host).toEqual({ names: [], tag: 'DIV', root: true, children: 0 });
  const words = /.{0,60}(?:candor|Ada Lovelace|Label and post|needs review).{0,60}/iu;
  expect(words.exec(`${seen.html} ${seen.selected}`)?.[0]).toBeUndefined();
  expect(seen.globals).toEqual([]);
});

test('case 24: clicks and keys inside the dialog stay inside', async ({ tab, review, person }) => {
  await person.asksToPost();
  await tab.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of [
      'keydown',
      'keypress',
      'keyup',
      'input',
      'beforeinput',
      'click',
      'pointerdown',
      'focusin',
    ])
      document.addEventListener(
        type,
        (event) => void heard.push(`${type} ${(event as KeyboardEvent).key ?? ''}`),
      );
    window.addEventListener('keydown', (event) => void heard.push(`first ${event.key}`), true);
    window.addEventListener(
      'click',
      (event) => {
        const [inner] = event.composedPath();
        if (inner instanceof Element && inner.parentElement !== document.documentElement)
          heard.push(inner.outerHTML);
      },
      true,
    );
  });
  await review.chooseRole('Written together with AI');
  await tab.press('ArrowDown');
  await tab.press('j');
  await tab.press('Control+Enter');
  expect(await tab.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
  expect(await review.isOpen()).toBe(true);
});

test('case 28: no packaged file can be fetched or shown by a page', async ({
  candor,
  extensionDir,
  tab,
  openComposer,
}) => {
  await openComposer(MASTODON);
  const files = (await readdir(extensionDir, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => candor.extensionUrl(`${entry.parentPath.slice(extensionDir.length)}/${entry.name}`));
  expect(files.length).toBeGreaterThan(10);
  const open = await tab.evaluate(async (addresses) => {
    const reached: string[] = [];
    for (const address of addresses) {
      await fetch(address).then(
        () => reached.push(`fetch ${address}`),
        () => undefined,
      );
      await new Promise<void>((resolve) => {
        const picture = new Image();
        picture.onload = () => {
          reached.push(`image ${address}`);
          resolve();
        };
        picture.onerror = () => resolve();
        picture.src = address;
      });
    }
    return reached;
  }, files);
  expect(open).toEqual([]);
});

test('case 27: a page has no way to send the extension a message', async ({ candor, tab, openComposer }) => {
  await openComposer(MASTODON);
  const answer = await tab.evaluate(async (id) => {
    const { chrome, browser } = window as unknown as Record<
      string,
      { runtime?: { sendMessage?(id: string, message: unknown): Promise<unknown> } } | undefined
    >;
    const send = chrome?.runtime?.sendMessage ?? browser?.runtime?.sendMessage;
    if (!send) return 'no way';
    return send(id, { name: 'read-settings', input: {} }).then(
      (value) => JSON.stringify(value),
      () => 'refused',
    );
  }, candor.extensionId);
  expect(['no way', 'refused']).toContain(answer);
});

test('case 25: messages between windows decide nothing', async ({ tab, review, person }) => {
  const composer = await person.asksToPost();
  await tab.evaluate(async () => {
    for (const name of ['review-answered', 'approve-post', 'release-post', 'open-chip']) {
      const choice = { role: 'none', language: 'en', label: '', parts: ['x'] };
      window.postMessage({ name, post: '*', choice, input: {} }, '*');
      document.dispatchEvent(new CustomEvent(name, { detail: { choice } }));
      window.dispatchEvent(new CustomEvent(`candor:${name}`, { detail: { choice } }));
    }
    await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  expect(await review.isOpen()).toBe(true);
  expect(await composer.posts()).toEqual([]);
});

test('case 26: a content script of another tab can neither approve, release nor settle a held post', async ({
  candor,
  tab,
  review,
  person,
}) => {
  const composer = await person.asksToPost();
  // The review is there before its record.
  const post = await until(
    async () => {
      const last = (await readLog(candor)).at(-1);
      return last?.event === 'post.held' ? last.post : undefined;
    },
    { what: 'the hold on record' },
  );
  const other = await candor.newTab('https://x.com/home');
  const draft = {
    site: 'mastodon',
    composer: 'post',
    kind: 'post' as const,
    parts: [{ text: 'Buy my coin.', media: [] }],
    address: MASTODON.url,
  };
  const refused = { ok: false, code: 'not-allowed' };
  const forge = sayAsContentScript(candor, other);
  expect(await forge('hold-post', { post, draft, role: 'assisted' })).toMatchObject(refused);
  expect(await forge('approve-post', { post, draft, role: 'none' })).toMatchObject(refused);
  expect(await forge('release-post', { post })).toMatchObject(refused);
  expect(await forge('settle-post', { post, outcome: 'cancelled' })).toMatchObject(refused);
  expect(await eventsOfLastPost(candor)).toEqual(['post.held']);

  // The same words from the tab of the post are heard: it was the tab that counted.
  await other.close();
  await tab.bringToFront();
  const own = sayAsContentScript(candor, tab);
  expect(await own('release-post', { post })).toMatchObject({ ok: false, code: 'not-approved' });
  await review.approve();
  expect(await composer.waitForPost()).toHaveLength(1);
  expect(await waitForOutcome(candor)).toEqual(WHOLE);
});

test('case 31: a page that frames Candor’s own pages gets nothing of them loaded or drawn', async ({
  candor,
  tab,
  openComposer,
}) => {
  await openComposer(MASTODON);
  // A window that an earlier test was left with may be there still.
  const before = await listOwnPages(candor);
  const names = ['popup.html', 'dashboard.html', 'review-window.html'];
  await tab.evaluate(
    frameEach,
    names.map((name) => candor.extensionUrl(name)),
  );
  const frames = await readFrames(tab, names.length);
  // The browser's own error page, or an empty one.
  for (const { address, text } of frames) {
    expect(address).toMatch(/^(?:chrome-error:\/\/chromewebdata\/|about:blank)$/u);
    expect(text).not.toMatch(/Candor|protected/iu);
  }
  expect((await listOwnPages(candor)).sort()).toEqual(before.toSorted());

  const popup = await candor.openPage('popup.html');
  expect((await listOwnPages(candor)).sort()).toEqual([...before, 'popup.html'].sort());
  await popup.close();
});

test('case 29: a page that poisons its world changes neither hold nor label nor record', async ({
  candor,
  tab,
  chip,
  openComposer,
  person,
}) => {
  const composer = await openComposer(MASTODON);
  await tab.evaluate(poisonWorld);
  await composer.write(TEXT);
  await chip.choose('Drafted by AI, reviewed by me');
  await chip.waitForState('AI: needs review');
  await composer.pressPost();
  await person.approves();
  expect((await composer.waitForPost())[0]?.body).toMatchObject({ status: `${LABEL}\n${TEXT}` });
  expect(await waitForOutcome(candor)).toEqual(WHOLE);
  expect(await tab.evaluate(() => (window as unknown as { stolen: string[] }).stolen)).toEqual([]);
});

test('case 48: in a whole post, and on all of its pages, the extension asks nobody for anything', async ({
  candor,
  internet,
  person,
}) => {
  await person.postsWithAi();
  await waitForOutcome(candor);
  for (const name of ['popup.html', 'dashboard.html']) {
    const page = await candor.openPage(name);
    await page.page.waitFor({ role: 'button' });
    await page.close();
  }
  expect(internet.refused).toEqual([]);
  expect(internet.requests.length).toBeGreaterThan(0);
  const hosts = new Set(internet.requests.map(({ host }) => host));
  expect([...hosts]).toEqual(['mastodon.social']);
  expect(internet.requests.filter(({ from }) => from?.includes('extension'))).toEqual([]);
});
