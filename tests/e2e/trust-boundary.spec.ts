import { readdir } from 'node:fs/promises';
import { holdAiPost, LABEL, MASTODON, TEXT, writeWithAi } from '../attack/held-post.ts';
import { poisonWorld } from '../attack/poisoned-world.ts';
import { makeFormSite } from '../attack/site-with-form.ts';
import { expect, test, until } from './fixtures.ts';
import { waitForOutcome } from './pages/log-page.ts';

/** What a page can see of Candor and do to it: next to nothing. */

const WHOLE = ['post.held', 'post.approved', 'post.released', 'post.published'];

test('case 24: the page finds no word of chip or dialog, and hosts without a name', async ({
  tab,
  chip,
  review,
  openComposer,
}) => {
  await openComposer(MASTODON);
  const before = await tab.evaluate(() => document.querySelectorAll('*').length);
  await holdAiPost({ chip, review, openComposer });
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

test('case 24: clicks and keys inside the dialog stay inside', async ({
  tab,
  chip,
  review,
  openComposer,
}) => {
  await holdAiPost({ chip, review, openComposer });
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
  tab,
  extensionDir,
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

test('case 25: messages between windows decide nothing', async ({ tab, chip, review, openComposer }) => {
  const composer = await holdAiPost({ chip, review, openComposer });
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

test('case 29: a page that poisons its world changes neither hold nor label nor record', async ({
  candor,
  tab,
  chip,
  review,
  openComposer,
}) => {
  const composer = await openComposer(MASTODON);
  await tab.evaluate(poisonWorld);
  await composer.write(TEXT);
  await chip.choose('Drafted by AI, reviewed by me');
  await chip.waitForState('AI: needs review');
  await composer.pressPost();
  await review.nameAndApprove('Ada Lovelace');
  expect((await composer.waitForPost())[0]?.body).toMatchObject({ status: `${LABEL}\n${TEXT}` });
  expect(await waitForOutcome(candor)).toEqual(WHOLE);
  expect(await tab.evaluate(() => (window as unknown as { stolen: string[] }).stolen)).toEqual([]);
});

const STRANGE = '</script><img src=x onerror="window.pwned=1"> \u202Egnp.exe \u202C مرحبا 👩‍👩‍👧‍👦 a\u200Bb';

test('case 30: markup, right-to-left and invisible characters are shown as text and sent as written', async ({
  tab,
  chip,
  review,
  openComposer,
}) => {
  const composer = await openComposer(MASTODON);
  await composer.paste(STRANGE);
  await chip.choose('Drafted by AI, reviewed by me');
  await chip.waitForState('AI: needs review');
  await composer.pressPost();
  await review.waitUntilFilled();
  await review.nameIfAsked('Ada Lovelace');
  expect(await review.text()).toContain('</script><img src=x onerror="window.pwned=1">');
  expect(await review.text()).toContain('RLO');
  expect(await tab.inside.find({ css: 'img', hidden: true })).toBeUndefined();
  await review.approve();
  const [post] = await composer.waitForPost();
  expect(post?.body).toMatchObject({ status: `${LABEL}\n${STRANGE}` });
  expect(await tab.evaluate(() => 'pwned' in window)).toBe(false);
});

test('case 30: a post of 100,000 characters is held, shown and sent whole', async ({
  tab,
  internet,
  chip,
  review,
}) => {
  const board = makeFormSite('mastodon.social');
  const remove = internet.serve(board);
  const long = 'A dog needs quiet. '.repeat(5264).trim();
  try {
    await tab.goto('https://mastodon.social/');
    await tab.click('form.post textarea');
    await tab.paste(long);
    await chip.choose('Drafted by AI, reviewed by me');
    await chip.waitForState('AI: needs review');
    await tab.click('form.post button');
    await review.nameAndApprove('Ada Lovelace');
    await until(() => board.posted.length > 0, { what: 'the post', timeout: 15_000 });
    expect(long.length).toBeGreaterThan(100_000);
    expect(board.posted).toHaveLength(1);
    expect(board.posted[0]?.replace('\r\n', '\n')).toBe(`/post ${LABEL}\n${long}`);
  } finally {
    remove();
  }
});

test('case 48: in a whole post, and on all of its pages, the extension asks nobody for anything', async ({
  candor,
  internet,
  chip,
  review,
  openComposer,
}) => {
  const composer = await writeWithAi({ chip, openComposer });
  await composer.pressPost();
  await review.nameAndApprove('Ada Lovelace');
  await composer.waitForPost();
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
