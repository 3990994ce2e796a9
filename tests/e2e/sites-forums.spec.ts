import { LABEL, TEXT, WHOLE } from '../attack/held-post.ts';
import { test as base, expect, fakeOf } from './fixtures.ts';
import { buildWithPermissions } from './pages/build-with-permissions.ts';
import { sendAsPage } from './pages/extension-page.ts';
import { readLog, waitForEnd } from './pages/log-page.ts';

/** Forums and their like, switched on by the person: Reddit, Hacker News, Discourse, Lemmy, Misskey. */

const ORIGINS = [
  'https://www.reddit.com',
  'https://old.reddit.com',
  'https://news.ycombinator.com',
  'https://meta.example',
  'https://lemmy.example',
  'https://misskey.example',
];

const test = base.extend<{ switchedOn: undefined }>({
  extensionDir: [async ({ engine }, use) => buildWithPermissions(engine, ORIGINS, use), { scope: 'worker' }],
  switchedOn: [
    async ({ candor }, use) => {
      for (const origin of ORIGINS) await sendAsPage(candor, 'add-site', { origin });
      await use(undefined);
    },
    { auto: true },
  ],
});

interface Place {
  name: string;
  site: string;
  url: string;
  title?: string;
  editor: string;
  /** What publishes: a control, or a key in the editor. */
  submit: { css: string } | { key: string };
  request: string;
  /** Another page comes: until it shows the post, nothing is confirmed. */
  leaves?: boolean;
  permalink: RegExp;
}

const COMMENTS = 'r/dogs/comments/1rob/two_quiet_weeks/';

const PLACES: readonly Place[] = [
  {
    name: 'Reddit, a new post with title and button in shadow roots',
    site: 'reddit',
    url: 'https://www.reddit.com/r/dogs/submit?type=TEXT',
    title: '#innerTextArea',
    editor: '[slot="rte"]',
    submit: { css: '#inner-post-submit-button' },
    request: '/svc/shreddit/graphql',
    leaves: true,
    permalink: /^https:\/\/www\.reddit\.com\/r\/dogs\/comments\/1rob\d+\/two_quiet_weeks\/$/u,
  },
  {
    name: 'Reddit, a comment',
    site: 'reddit',
    url: `https://www.reddit.com/${COMMENTS}`,
    editor: '[slot="rte"]',
    submit: { css: '[slot="submit-button"]' },
    request: '/svc/shreddit/t3_1rob/create-comment',
    permalink: /comment\/n\d+\/$/u,
  },
  {
    name: 'old Reddit, a new post',
    site: 'reddit',
    url: 'https://old.reddit.com/r/dogs/submit?selftext=true',
    title: 'textarea[name="title"]',
    editor: 'textarea[name="text"]',
    submit: { css: 'button[name="submit"]' },
    request: '/api/submit',
    leaves: true,
    permalink: /^https:\/\/old\.reddit\.com\/r\/dogs\/comments\/1rob\d+\/two_quiet_weeks\/$/u,
  },
  {
    name: 'old Reddit, a reply',
    site: 'reddit',
    url: `https://old.reddit.com/${COMMENTS}?reply=1`,
    editor: 'textarea[name="text"]',
    submit: { css: 'button.save' },
    request: '/api/comment',
    permalink: /n\d+\/$/u,
  },
  {
    name: 'Hacker News, a story',
    site: 'hacker-news',
    url: 'https://news.ycombinator.com/submit',
    title: 'input[name="title"]',
    editor: 'textarea[name="text"]',
    submit: { css: 'input[type="submit"]' },
    request: '/r',
    leaves: true,
    permalink: /item\?id=\d+$/u,
  },
  {
    name: 'Hacker News, a comment',
    site: 'hacker-news',
    url: 'https://news.ycombinator.com/item?id=1',
    editor: 'textarea[name="text"]',
    submit: { css: 'input[value="add comment"]' },
    request: '/comment',
    leaves: true,
    permalink: /item\?id=\d+$/u,
  },
  {
    name: 'Discourse, a reply in rich text',
    site: 'discourse',
    url: 'https://meta.example/t/two-quiet-weeks/44?rich=1',
    editor: '.ProseMirror',
    submit: { key: 'Control+Enter' },
    request: '/posts',
    permalink: /\/t\/two-quiet-weeks\/44\/2$/u,
  },
  {
    name: 'Discourse, a message in the chat, where Enter sends',
    site: 'discourse',
    url: 'https://meta.example/chat/c/-/7',
    editor: '.chat-composer__input',
    submit: { key: 'Enter' },
    request: '/chat/7',
    permalink: /\/chat\/c\/-\/7\/\d+$/u,
  },
  {
    name: 'Lemmy, a new post, whose page comes without a navigation',
    site: 'lemmy',
    url: 'https://lemmy.example/create_post',
    title: '#post-title',
    editor: '.markdown-textarea textarea',
    submit: { key: 'Control+Enter' },
    request: '/api/v3/post',
    permalink: /^https:\/\/lemmy\.example\/post\/\d+$/u,
  },
  {
    name: 'Misskey, a note',
    site: 'misskey',
    url: 'https://misskey.example/',
    editor: '[data-cy-post-form-text]',
    submit: { css: '[data-cy-open-post-form-submit]' },
    request: '/api/notes/create',
    // The page shows none: it is the site's own answer that names it.
    permalink: /\/notes\/note\d+$/u,
  },
];

/** What a request carries, as JSON or as fields of a form, line ends as the page had them. */
const textOf = (body: string): string =>
  (body.startsWith('{')
    ? body.replaceAll('\\n', '\n')
    : [...new URLSearchParams(body).values()].join('\n')
  ).replaceAll('\r\n', '\n');

for (const place of PLACES) {
  test(`${place.name}: held, labelled once, seen to arrive`, async ({ candor, tab, chip, person }) => {
    const { received } = fakeOf(place.site);
    await tab.goto(place.url);
    if (place.title) {
      await tab.page.click({ css: place.title });
      await tab.type('Two quiet weeks for a dog');
    }
    await tab.page.click({ css: place.editor });
    await tab.type(TEXT);
    await chip.choose('Drafted by AI, reviewed by me');
    await chip.waitForState('AI: needs review');
    received.length = 0;
    await tab.page.click({ css: place.editor });
    if ('key' in place.submit) await tab.press(place.submit.key);
    else await tab.page.click(place.submit);
    await person.approves();

    const events = await waitForEnd(candor, 'post.published');
    expect(events.filter((event) => event !== 'post.unconfirmed')).toEqual(WHOLE);
    if (!place.leaves) expect(events).toEqual(WHOLE);
    const posts = received.filter(({ path }) => path === place.request);
    expect(posts.length).toBe(1);
    expect(textOf(posts[0]?.body ?? '').split(LABEL).length).toBe(2);
    expect(textOf(posts[0]?.body ?? '')).toContain(`${LABEL}\n${TEXT}`);
    const { permalink } = (await readLog(candor)).at(-1) ?? {};
    expect(permalink).toMatch(place.permalink);
  });
}

test('Hacker News: a form that another extension sends by form.submit() is held as well', async ({
  candor,
  tab,
  chip,
  person,
}) => {
  const { received } = fakeOf('hacker-news');
  await tab.goto('https://news.ycombinator.com/item?id=1');
  await tab.page.click({ css: 'textarea[name="text"]' });
  await tab.type(TEXT);
  await chip.choose('Drafted by AI, reviewed by me');
  await chip.waitForState('AI: needs review');
  received.length = 0;
  await tab.evaluate(() => document.querySelector<HTMLFormElement>('form[action="comment"]')?.submit());
  await person.approves();
  await waitForEnd(candor, 'post.published');
  expect(received.map(({ path }) => path)).toEqual(['/comment']);
  expect(textOf(received[0]?.body ?? '')).toContain(`${LABEL}\n${TEXT}`);
});

test('Hacker News: a link with nothing but a title is a post too, its label goes into the text', async ({
  candor,
  tab,
  chip,
  person,
}) => {
  const { received } = fakeOf('hacker-news');
  await tab.goto('https://news.ycombinator.com/submit');
  await tab.page.click({ css: 'input[name="title"]' });
  await tab.type('A title that AI wrote for a link');
  await tab.page.click({ css: 'textarea[name="text"]' });
  await chip.choose('Drafted by AI, reviewed by me');
  received.length = 0;
  await tab.page.click({ css: 'input[type="submit"]' });
  await person.approves();
  await waitForEnd(candor, 'post.published');
  expect(new URLSearchParams(received[0]?.body).get('text')).toBe(LABEL);
});

test('Reddit: a button that swallows scripted presses asks for one more by hand, and the post goes once', async ({
  candor,
  tab,
  chip,
  person,
  review,
}) => {
  const { received } = fakeOf('reddit');
  await tab.goto('https://www.reddit.com/r/dogs/submit?type=TEXT&trusted=1');
  await tab.page.click({ css: '#innerTextArea' });
  await tab.type('Two quiet weeks for a dog');
  await tab.page.click({ css: '[slot="rte"]' });
  await tab.type(TEXT);
  await chip.choose('Drafted by AI, reviewed by me');
  await chip.waitForState('AI: needs review');
  received.length = 0;
  await tab.page.click({ css: '#inner-post-submit-button' });
  await person.approves();
  await chip.waitForState('Approved: press Post again');
  expect(received.filter(({ path }) => path.endsWith('/graphql'))).toEqual([]);
  await tab.page.click({ css: '#inner-post-submit-button' });
  await waitForEnd(candor, 'post.published');
  expect(await review.isOpen()).toBe(false);
  expect(received.filter(({ path }) => path.endsWith('/graphql')).length).toBe(1);
});

test('Hacker News: a page that says no confirms nothing', async ({ candor, tab, chip, person }) => {
  await tab.goto('https://news.ycombinator.com/reply?id=100');
  await tab.page.click({ css: 'textarea[name="text"]' });
  await tab.type(`${TEXT} #refuse`);
  await chip.choose('Drafted by AI, reviewed by me');
  await chip.waitForState('AI: needs review');
  await tab.page.click({ css: 'input[type="submit"]' });
  await person.approves();
  await tab.waitFor(() => document.body.textContent?.includes('too fast') ?? false);
  expect((await waitForEnd(candor, 'post.unconfirmed')).slice(0, 3)).toEqual(WHOLE.slice(0, 3));
});
