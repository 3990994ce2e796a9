import type { Point, Tab } from '#tests/harness/tab.ts';
import { expect, until } from '#tests/harness/test.ts';
import { type Ask, test } from '../sites/site-test.ts';

/** What the finder makes of pages that are not in their everyday state. */

interface Seen {
  type: string;
  isTrusted: boolean;
  composer: string;
  control?: string;
}
interface Described {
  composer: string;
  found: string;
  control: string;
  draft: { parts: { text: string; media: { kind: string; key: string }[] }[] };
}

const open = async (tab: Tab, ask: Ask, address: string, texts?: string[]): Promise<void> => {
  await tab.goto(address);
  await tab.waitFor(() => 'fixture' in window);
  await until(async () => (await composers(ask)).length > 0, { what: 'the composer' });
  if (!texts) return;
  await tab.evaluate((given) => window.fixture.load(given), texts);
  await until(async () => (await composers(ask)).at(-1)?.draft.parts[0]?.text === texts[0], {
    what: 'the text',
  });
};

const composers = (ask: Ask): Promise<Described[]> => ask<Described[]>('composers');
const seen = (ask: Ask): Promise<Seen[]> => ask<Seen[]>('seen');

/** As if the person had chosen a file. */
const attach = (tab: Tab): Promise<void> =>
  tab.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('no file input');
    const files = new DataTransfer();
    files.items.add(new File([new Uint8Array([1, 2, 3])], 'dog.png', { type: 'image/png' }));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });

for (const [site, address] of [
  ['x', 'https://x.com/home'],
  ['bluesky', 'https://bsky.app/'],
  ['mastodon', 'https://mastodon.social/home'],
] as const) {
  test(`${site}: a refusal is read as one and the text stays`, async ({ tab, ask }) => {
    await open(tab, ask, address, ['not this #refuse']);
    await ask('release', -1);
    await until(async () => (await ask<{ failure?: string }>('arrival')).failure !== undefined, {
      what: 'the failure',
    });
    const arrival = await ask<{ composer: string; permalink?: string }>('arrival');
    expect(arrival.composer).toBe('unchanged');
    expect(arrival.permalink).toBeUndefined();
    expect(await tab.evaluate(() => window.fixture.texts())).toEqual(['not this #refuse']);
  });
}

test('x: a press on a disabled button is no submit, plain Enter is none', async ({ tab, ask }) => {
  await open(tab, ask, 'https://x.com/home');
  await tab.click(await ask<Point>('point', 0, 'control'));
  await tab.click(await ask<Point>('point', 0, 'editor'));
  await tab.type('one');
  await tab.press('Enter');
  await tab.type('two');
  expect(await seen(ask)).toEqual([]);
  expect((await composers(ask))[0]?.draft.parts[0]?.text).toBe('one\ntwo');
  expect(await tab.evaluate(() => window.fixture.texts())).toEqual(['one\ntwo']);
});

test('x: an icon of the feed named like the button is no submit', async ({ tab, ask }) => {
  await open(tab, ask, 'https://x.com/home', ['hello']);
  await tab.click('[data-testid="reply"]');
  await tab.click('[data-testid="emojiButton"]');
  expect(await seen(ask)).toEqual([]);
});

test('x: with the editor known and the button renamed, the site counts as changed', async ({ tab, ask }) => {
  await open(tab, ask, 'https://x.com/home', ['hello']);
  await tab.evaluate(() =>
    document.querySelector('[data-testid="tweetButtonInline"]')?.setAttribute('data-testid', 'zz'),
  );
  const found = (await composers(ask))[0];
  expect(found?.found).toBe('generic');
  expect(found?.control).toBe('Post');
  await tab.click(await ask<Point>('point', 0, 'control'));
  expect(await seen(ask)).toMatchObject([
    { type: 'click', control: 'Post', composer: 'x/generic (generic)' },
  ]);
});

test('x: pictures belong to the card above them', async ({ tab, ask }) => {
  await open(tab, ask, 'https://x.com/compose/post?inline=off', ['one', 'two']);
  await attach(tab);
  await until(async () => (await composers(ask))[0]?.draft.parts[1]?.media.length === 1, {
    what: 'the picture',
  });
  const parts = (await composers(ask))[0]?.draft.parts;
  expect(parts?.[0]?.media).toEqual([]);
  expect(parts?.[1]?.media[0]?.kind).toBe('image');
  expect(parts?.[1]?.media[0]?.key).toMatch(/^blob:https:\/\/x\.com\//u);
});

test('x: the caret is where the person left it', async ({ tab, ask }) => {
  await open(tab, ask, 'https://x.com/home', ['hello world']);
  await tab.click(await ask<Point>('point', 0, 'editor'));
  await tab.press('End');
  for (let steps = 0; steps < 5; steps += 1) await tab.press('ArrowLeft');
  expect(await ask('insert', 0, 0, 'AI:')).toEqual({ ok: true });
  await tab.type('my ');
  await until(
    async () => (await tab.evaluate(() => window.fixture.texts())).join() === 'AI:\nhello my world',
    {
      what: 'the typed words in their place',
    },
  );
});

test('x: a feed without a composer has none', async ({ tab, ask }) => {
  await tab.goto('https://x.com/explore');
  expect(await composers(ask)).toEqual([]);
  expect(await ask('submits')).toEqual([]);
});

test('linkedin: the placeholder dialog is no composer, the one that follows is', async ({ tab, ask }) => {
  await tab.goto('https://www.linkedin.com/feed/?shareActive=true&box=dialog');
  await tab.waitFor(() => document.querySelector('dialog') !== null);
  await until(async () => (await composers(ask)).length === 1, { what: 'the real box' });
  expect((await composers(ask))[0]).toMatchObject({ composer: 'share-dialog', found: 'definition' });
});

test('mastodon: "Post anyway" publishes, the other buttons of the modal do not', async ({
  tab,
  ask,
  fakes,
}) => {
  await open(tab, ask, 'https://mastodon.social/home', ['look']);
  await attach(tab);
  await until(async () => (await composers(ask))[0]?.draft.parts[0]?.media.length === 1, {
    what: 'the picture',
  });
  await tab.click(await ask<Point>('point', 0, 'control'));
  await tab.waitFor(() => document.querySelector('.safety-action-modal') !== null);
  expect(await ask('submits')).toEqual(['post (definition): Post', 'post (definition): Post anyway']);
  await tab.click('.safety-action-modal .spacer + .link-button');
  const mastodon = fakes.find((fake) => fake.site === 'mastodon');
  await until(() => mastodon?.received.some((request) => request.body.includes('look')) ?? false, {
    what: 'the post',
  });
  expect((await seen(ask)).at(-1)).toMatchObject({ type: 'click', control: 'Post anyway', isTrusted: true });
});

test('mastodon: the chord in the content warning publishes too', async ({ tab, ask }) => {
  await open(tab, ask, 'https://mastodon.social/home', ['text']);
  await tab.click('[aria-label="Add content warning"]');
  await tab.click('#cw-spoiler-input');
  await tab.press('Control+Enter');
  await until(async () => (await tab.evaluate(() => window.fixture.log.length)) > 0, {
    what: 'the site to hear it',
  });
  expect(await seen(ask)).toMatchObject([
    { type: 'keydown', composer: 'mastodon/post (definition)', isTrusted: true },
  ]);
});

test('mastodon: Enter in the content warning submits the form, which is seen', async ({ tab, ask }) => {
  await open(tab, ask, 'https://mastodon.social/home', ['text']);
  await tab.click('[aria-label="Add content warning"]');
  await tab.click('#cw-spoiler-input');
  await tab.press('Enter');
  await until(async () => (await tab.evaluate(() => window.fixture.log.length)) > 0, {
    what: 'the site to hear it',
  });
  expect(await seen(ask)).toContainEqual(
    expect.objectContaining({ type: 'submit', composer: 'mastodon/post (definition)', isTrusted: true }),
  );
});

test('tumblr: "Post" in the question about tags publishes, the other button there does not', async ({
  tab,
  ask,
  fakes,
}) => {
  await open(tab, ask, 'https://www.tumblr.com/new/text?ask=tags', ['look']);
  await tab.click(await ask<Point>('point', 0, 'control'));
  await tab.waitFor(() => document.body.textContent?.includes('without tags') ?? false);
  expect(await ask('submits')).toEqual(['post (definition): Post', 'post (definition): Post now']);
  await tab.click('[aria-label="Post"]');
  const tumblr = fakes.find((fake) => fake.site === 'tumblr');
  await until(() => tumblr?.received.some((request) => request.body.includes('look')) ?? false, {
    what: 'the post',
  });
  expect((await seen(ask)).at(-1)).toMatchObject({ type: 'click', control: 'Post', isTrusted: true });
});

test('tumblr: what saves a draft is no submit', async ({ tab, ask }) => {
  await open(tab, ask, 'https://www.tumblr.com/new/text?state=draft', ['look']);
  expect((await ask<string[]>('submits')).filter((submit) => submit.includes('draft'))).toEqual([]);
});

test('tumblr: a title that is still empty takes the label itself', async ({ tab, ask }) => {
  await open(tab, ask, 'https://www.tumblr.com/new/text', ['\nlook']);
  expect(await ask('insert', 0, 0, 'Drafted by AI')).toEqual({ ok: true });
  expect(await tab.evaluate(() => window.fixture.texts())).toEqual(['Drafted by AI\nlook']);
});

test('tumblr: without the class that WordPress gives the list, the text is read and labelled all the same', async ({
  tab,
  ask,
}) => {
  await open(tab, ask, 'https://www.tumblr.com/new/text?list=bare', ['two\nlook']);
  expect((await composers(ask))[0]).toMatchObject({ composer: 'post', found: 'definition' });
  expect(await ask('insert', 0, 0, 'Drafted by AI')).toEqual({ ok: true });
  expect((await composers(ask))[0]?.draft.parts[0]?.text).toBe('Drafted by AI\ntwo\nlook');
});
