import { LABEL } from '#tests/attack/held-post.ts';
import { forwardTo, outOfReach } from '#tests/real/forward.ts';
import { WordPressAuthor } from '#tests/real/wordpress/author.ts';
import { startWordPress, type WordPressSite } from '#tests/real/wordpress/start-wordpress.ts';
import { findPost, readComments, waitForPublished } from '#tests/real/wordpress/stored.ts';
import { test as base, expect, until } from './fixtures.ts';
import { buildWithPermissions } from './pages/build-with-permissions.ts';
import { sendAsPage } from './pages/extension-page.ts';
import { lastFacts, readLog, waitForEnd } from './pages/log-page.ts';

/** A real WordPress with its real editors; what it stored is read back from its database. */

const HOST = 'dogs.example';
const ORIGIN = `https://${HOST}`;
const TEXT = 'Give a rescue dog two quiet weeks.';
const AI = 'Drafted by AI, reviewed by me';

const test = base.extend<{ author: WordPressAuthor }, { wordpress: WordPressSite }>({
  extensionDir: [async ({ engine }, use) => buildWithPermissions(engine, [ORIGIN], use), { scope: 'worker' }],
  wordpress: [
    async ({ internet }, use) => {
      const site = await startWordPress(HOST);
      internet.serve(forwardTo(HOST, site.port));
      internet.serve(outOfReach('s.w.org', 'secure.gravatar.com'));
      await use(site);
      await site.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  author: async ({ tab, candor, wordpress }, use) => {
    await sendAsPage(candor, 'add-site', { origin: ORIGIN });
    const author = new WordPressAuthor(tab, ORIGIN);
    await author.logIn(wordpress);
    await use(author);
    // The guard saw all that the editors sent, drafts and autosaves too, and nothing that the gate had not.
    const events = (await readLog(candor)).map(({ event }) => event as string);
    expect(events.filter((event) => /bypassed|altered/u.test(event))).toEqual([]);
  },
});

test.describe.configure({ timeout: 120_000 });

const paragraph = (text: string): string => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`;
const asBlocks = (...texts: string[]): string => texts.map(paragraph).join('\n\n');

test('a post is labelled in a block of its own, published by mouse, and confirmed with its address', async ({
  candor,
  wordpress,
  author,
  chip,
  review,
  person,
}) => {
  await author.writePost('By mouse', TEXT, 'Then begin.');
  await chip.choose(AI);
  await chip.waitForState('AI: needs review');
  await author.openPublishPanel();
  expect(await review.isOpen()).toBe(false);
  await author.pressPublish();
  await review.waitUntilFilled();
  expect(findPost(wordpress, 'By mouse')?.status).not.toBe('publish');
  await person.approves();
  expect((await waitForPublished(wordpress, 'By mouse')).content).toBe(asBlocks(LABEL, TEXT, 'Then begin.'));
  await waitForEnd(candor, 'post.published');
  expect((await lastFacts(candor, 'post.held')).kind).toBe('article');
  expect((await lastFacts(candor, 'post.published')).permalink).toBe(`${ORIGIN}/by-mouse/`);
});

test('a post is published by keyboard; an update by Ctrl+S is held again, by mouse too', async ({
  candor,
  wordpress,
  author,
  chip,
  review,
  person,
}) => {
  await author.writePost('By keyboard', TEXT);
  await chip.choose(AI);
  await chip.waitForState('AI: needs review');
  await author.openPublishPanel();
  await author.publishByKeyboard();
  await person.approves();
  await waitForPublished(wordpress, 'By keyboard');
  await waitForEnd(candor, 'post.published');

  await author.closePanel();
  await author.addParagraph('Then begin.');
  await chip.choose(AI);
  await chip.waitForState('AI: needs review');
  await author.save();
  await review.waitUntilFilled();
  await until(async () => (await lastFacts(candor, 'post.held')).kind === 'edit', { what: 'the hold' });
  expect(findPost(wordpress, 'By keyboard')?.content).toBe(asBlocks(LABEL, TEXT));
  await person.approves();
  await until(() => findPost(wordpress, 'By keyboard')?.content === asBlocks(LABEL, TEXT, 'Then begin.'), {
    what: 'the update',
  });
  await waitForEnd(candor, 'post.published');

  await author.addParagraph('And go on.');
  await chip.choose(AI);
  await chip.waitForState('AI: needs review');
  await author.pressUpdate();
  await person.approves();
  await until(() => findPost(wordpress, 'By keyboard')?.content.includes('And go on.'), {
    what: 'the second update',
  });
  await waitForEnd(candor, 'post.published');
  expect((await lastFacts(candor, 'post.published')).permalink).toBe(`${ORIGIN}/by-keyboard/`);
});

test('a post that begins with a heading is scheduled: the label is a paragraph before it, the log says when', async ({
  candor,
  wordpress,
  author,
  chip,
  person,
}) => {
  await author.writePost('Later', '## What to do', TEXT);
  await author.setDate('2031-01-02T03:04:05');
  await chip.choose(AI);
  await chip.waitForState('AI: needs review');
  await author.openPublishPanel();
  await author.pressPublish();
  await person.approves();
  await waitForEnd(candor, 'post.scheduled');
  const { status, content } = findPost(wordpress, 'Later') ?? {};
  expect(status).toBe('future');
  expect(content).toMatch(/^<!-- wp:paragraph -->\n<p>\[AI-generated.*\n<!-- wp:heading -->/su);
  expect((await lastFacts(candor, 'post.scheduled')).due).toBe(Date.UTC(2031, 0, 2, 3, 4, 5));
});

test('a draft is saved by Ctrl+S without a question', async ({ wordpress, author, chip, review }) => {
  await author.writePost('Only a draft', TEXT);
  await chip.choose(AI);
  await chip.waitForState('AI: needs review');
  await author.save();
  await until(() => findPost(wordpress, 'Only a draft')?.status === 'draft', { what: 'the draft' });
  expect(await review.isOpen()).toBe(false);
});

test('a post of one’s own goes out untouched', async ({ candor, wordpress, author, review }) => {
  const before = await lastFacts(candor, 'post.held').catch(() => undefined);
  await author.writePost('My own', 'I wrote this myself.');
  await author.openPublishPanel();
  await author.pressPublish();
  expect((await waitForPublished(wordpress, 'My own')).content).toBe(asBlocks('I wrote this myself.'));
  await author.waitForSnackbar(/Post published/u);
  expect(await review.isOpen()).toBe(false);
  expect((await lastFacts(candor, 'post.held').catch(() => undefined))?.index).toBe(before?.index);
});

test('in the classic editor the label stands before the text, and the next page confirms', async ({
  candor,
  wordpress,
  author,
  chip,
  person,
}) => {
  await author.writePage('Classic', TEXT);
  await chip.choose(AI);
  await chip.waitForState('AI: needs review');
  await author.pressPublishOfPage();
  await person.approves();
  const { content } = await waitForPublished(wordpress, 'Classic');
  expect(content.replace(/\s+/gu, ' ')).toBe(`${LABEL} ${TEXT}`);
  await waitForEnd(candor, 'post.published');
  expect((await lastFacts(candor, 'post.published')).permalink).toBe(`${ORIGIN}/classic/`);
});

test('a comment is labelled and confirmed with its own address', async ({
  candor,
  wordpress,
  author,
  chip,
  person,
}) => {
  await author.writeComment('/hello-world/', TEXT);
  await chip.choose(AI);
  await chip.waitForState('AI: needs review');
  await author.pressPostComment();
  await person.approves();
  await until(() => readComments(wordpress).at(-1)?.replace(/\s+/gu, ' ') === `${LABEL} ${TEXT}`, {
    what: 'the comment',
  });
  await waitForEnd(candor, 'post.published');
  expect((await lastFacts(candor, 'post.held')).kind).toBe('comment');
  expect((await lastFacts(candor, 'post.published')).permalink).toMatch(/\/hello-world\/#comment-\d+$/u);
});

test('an answer among the comments of the dashboard is labelled', async ({
  candor,
  wordpress,
  author,
  chip,
  person,
}) => {
  await author.answerFirstComment(TEXT);
  await chip.choose(AI);
  await chip.waitForState('AI: needs review');
  await author.pressReply();
  await person.approves();
  await until(() => readComments(wordpress).at(-1)?.replace(/\s+/gu, ' ') === `${LABEL} ${TEXT}`, {
    what: 'the answer',
  });
  await waitForEnd(candor, 'post.published');
  expect((await lastFacts(candor, 'post.held')).kind).toBe('reply');
});
