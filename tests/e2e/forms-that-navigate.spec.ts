import { type ClassicSite, makeClassicSite } from '../attack/classic-site.ts';
import { LABEL, TEXT, WHOLE } from '../attack/held-post.ts';
import { test as base, expect, until } from './fixtures.ts';
import { readLog, waitForEnd } from './pages/log-page.ts';

/** Comment forms, wikis: the browser sends the form and another page comes, which shows the post or does not. */
const test = base.extend<{ classic: ClassicSite }>({
  classic: async ({ internet }, use) => {
    const classic = makeClassicSite('mastodon.social');
    const remove = internet.serve(classic);
    await use(classic);
    remove();
  },
});

const ARTICLE = 'https://mastodon.social/article';
const CONFIRMED_LATER = [...WHOLE.slice(0, 3), 'post.unconfirmed', 'post.published'];

test('a comment goes by the button that was pressed, and the page it leads to confirms it with its address', async ({
  candor,
  classic,
  tab,
  chip,
  person,
}) => {
  await tab.goto(ARTICLE);
  await tab.click('#commentform textarea');
  await tab.type(TEXT);
  await chip.choose('Drafted by AI, reviewed by me');
  await chip.waitForState('AI: needs review');
  await tab.page.click({ role: 'button', name: 'Close with comment' });
  await person.approves();
  expect(await waitForEnd(candor, 'post.published')).toEqual(CONFIRMED_LATER);
  expect(classic.sent).toEqual([
    { path: '/article/comments', fields: { comment: `${LABEL}\r\n${TEXT}`, action: 'close' } },
  ]);
  expect((await readLog(candor)).at(-1)?.permalink).toBe(`${ARTICLE}#comment-1`);
});

test('a page that says something else confirms nothing', async ({ candor, classic, tab, chip, person }) => {
  await tab.goto(ARTICLE);
  await tab.click('#commentform textarea');
  await tab.type(`${TEXT} #refuse`);
  await chip.choose('Drafted by AI, reviewed by me');
  await chip.waitForState('AI: needs review');
  await tab.page.click({ role: 'button', name: 'Post comment' });
  await person.approves();
  await until(() => classic.sent.length > 0, { what: 'the comment' });
  await tab.page.waitFor({ css: 'p[role="alert"]' });
  expect(await waitForEnd(candor, 'post.unconfirmed')).toEqual(CONFIRMED_LATER.slice(0, 4));
});

test('a page that gives the text back and says why it was refused is believed', async ({
  candor,
  classic,
  tab,
  chip,
  person,
}) => {
  await tab.goto(ARTICLE);
  await tab.click('#commentform textarea');
  await tab.type(`${TEXT} #again`);
  await chip.choose('Drafted by AI, reviewed by me');
  await chip.waitForState('AI: needs review');
  await tab.page.click({ role: 'button', name: 'Post comment' });
  await person.approves();
  await waitForEnd(candor, 'post.failed');
  expect(classic.sent.length).toBe(1);
  expect((await readLog(candor)).at(-1)?.reason).toBe('Too many links.');
});

test('a wiki: its preview is not held, its publishing button is, and sends its own name', async ({
  candor,
  classic,
  tab,
  chip,
  review,
  person,
}) => {
  await tab.goto('https://mastodon.social/wiki/Dogs/edit');
  await tab.click('#wpTextbox1');
  await tab.type(TEXT);
  await chip.choose('Drafted by AI, reviewed by me');
  await chip.waitForState('AI: needs review');
  await tab.click('#wpPreview');
  await tab.waitFor((text) => document.querySelector('div')?.textContent === text, TEXT);
  expect(await review.isOpen()).toBe(false);

  await tab.click('#wpTextbox1');
  await chip.choose('Drafted by AI, reviewed by me');
  await chip.waitForState('AI: needs review');
  await tab.click('#wpSave');
  await person.approves();
  expect(await waitForEnd(candor, 'post.published')).toEqual(CONFIRMED_LATER);
  expect(classic.sent.map(({ fields }) => Object.keys(fields))).toEqual([
    ['wpTextbox1', 'wpPreview'],
    ['wpTextbox1', 'wpSave'],
  ]);
  expect(classic.sent.at(-1)?.fields).toEqual({
    wpTextbox1: `${LABEL}\r\n${TEXT}`,
    wpSave: 'Publish changes',
  });
});

test('a submit event that the page makes itself, untrusted and not bubbling, is held and goes once', async ({
  classic,
  tab,
  chip,
  review,
  person,
}) => {
  await tab.goto(`${ARTICLE}?keys=1`);
  await tab.click('#commentform textarea');
  await tab.type(TEXT);
  await chip.choose('Drafted by AI, reviewed by me');
  await chip.waitForState('AI: needs review');
  await tab.click('#commentform textarea');
  await tab.press('Alt+Enter');
  await review.waitUntilFilled();
  expect(classic.sent).toEqual([]);
  await person.approves();
  await until(() => classic.sent.length > 0, { what: 'the comment' });
  expect(classic.sent.map(({ fields }) => fields.comment?.replace('\r\n', '\n'))).toEqual([
    `${LABEL}\n${TEXT}`,
  ]);
});
