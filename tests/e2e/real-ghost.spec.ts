import { LABEL, TEXT } from '#tests/attack/held-post.ts';
import { forwardTo, outOfReach } from '#tests/real/forward.ts';
import { GhostAuthor } from '#tests/real/ghost/author.ts';
import { type GhostSite, startGhost } from '#tests/real/ghost/start-ghost.ts';
import { findPost, waitForStored } from '#tests/real/ghost/stored.ts';
import { test as base, expect } from './fixtures.ts';
import { buildWithPermissions } from './pages/build-with-permissions.ts';
import { sendAsPage } from './pages/extension-page.ts';
import { lastFacts, readLog, waitForEnd } from './pages/log-page.ts';

/** A real Ghost with its real editor; what it stored is read back from its database. */

const HOST = 'ghost.example';
const ORIGIN = `https://${HOST}`;
const AI = 'Drafted by AI, reviewed by me';

const test = base.extend<{ author: GhostAuthor }, { ghost: GhostSite }>({
  extensionDir: [async ({ engine }, use) => buildWithPermissions(engine, [ORIGIN], use), { scope: 'worker' }],
  ghost: [
    async ({ internet }, use) => {
      const site = await startGhost(HOST);
      internet.serve(forwardTo(HOST, site.port));
      internet.serve(outOfReach('ghost.org', 'static.ghost.org', 'cdn.jsdelivr.net'));
      await use(site);
      await site.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  author: async ({ tab, candor, ghost }, use) => {
    await sendAsPage(candor, 'add-site', { origin: ORIGIN });
    const author = new GhostAuthor(tab, ORIGIN);
    await author.logIn(ghost);
    await use(author);
  },
});

test.describe.configure({ timeout: 180_000 });

const asHtml = (...texts: string[]): string => texts.map((text) => `<p>${text}</p>`).join('');

test('a post is labelled in a paragraph of its own, published by mouse, and confirmed with its address', async ({
  candor,
  ghost,
  author,
  chip,
  review,
  person,
}) => {
  await author.writePost('By mouse', TEXT, 'Then begin.');
  await chip.choose(AI);
  await chip.waitForState('AI: needs review');
  await waitForStored(ghost, 'By mouse', 'draft', 'Then begin.');
  expect(await review.isOpen()).toBe(false);
  await author.openLastStep();
  expect(await review.isOpen()).toBe(false);
  await author.pressPublish();
  await review.waitUntilFilled();
  expect(findPost(ghost, 'By mouse')?.status).toBe('draft');
  await person.approves();
  expect((await waitForStored(ghost, 'By mouse', 'published')).html).toBe(asHtml(LABEL, TEXT, 'Then begin.'));
  await waitForEnd(candor, 'post.published');
  expect((await lastFacts(candor, 'post.held')).kind).toBe('article');
  expect((await lastFacts(candor, 'post.published')).permalink).toBe(`${ORIGIN}/by-mouse/`);
});

test('a post is published by keyboard; an update is held again, by mouse and by Ctrl+S with the focus nowhere', async ({
  candor,
  ghost,
  author,
  chip,
  review,
  person,
}) => {
  await author.writePost('By keyboard', TEXT);
  await chip.choose(AI);
  await chip.waitForState('AI: needs review');
  await author.publishByKeyboard(candor.name);
  await review.waitUntilFilled();
  await review.nameIfAsked('Ada Lovelace');
  await review.approveByKeyboard();
  const { id } = await waitForStored(ghost, 'By keyboard', 'published', asHtml(LABEL, TEXT));
  await waitForEnd(candor, 'post.published');

  await author.openAgain(id);
  await author.addParagraph('Then begin.');
  await chip.choose(AI);
  await chip.waitForState('AI: needs review');
  await author.pressUpdate();
  await review.waitUntilFilled();
  expect((await lastFacts(candor, 'post.held')).kind).toBe('edit');
  expect(findPost(ghost, 'By keyboard')?.html).toBe(asHtml(LABEL, TEXT));
  await person.approves();
  await waitForStored(ghost, 'By keyboard', 'published', asHtml(LABEL, TEXT, 'Then begin.'));
  await waitForEnd(candor, 'post.published');
  expect((await lastFacts(candor, 'post.published')).permalink).toBe(`${ORIGIN}/by-keyboard/`);

  await author.addParagraph('And go on.');
  await chip.choose(AI);
  await chip.waitForState('AI: needs review');
  await author.saveFromAnywhere();
  await person.approves();
  await waitForStored(ghost, 'By keyboard', 'published', asHtml(LABEL, TEXT, 'Then begin.', 'And go on.'));
  await waitForEnd(candor, 'post.published');
});

test('a post that begins with a card is labelled before it', async ({
  candor,
  ghost,
  tab,
  author,
  chip,
  person,
}) => {
  await author.writePost('Card first', '');
  await author.addCard('callout');
  await tab.type('Called out.');
  await tab.press('ArrowDown');
  await tab.press('Enter');
  await tab.type(TEXT);
  await chip.choose(AI);
  await chip.waitForState('AI: needs review');
  await author.openLastStep();
  await author.pressPublish();
  await person.approves();
  const { html } = await waitForStored(ghost, 'Card first', 'published');
  expect(html?.startsWith(`<p>${LABEL}</p><div class="kg-card kg-callout-card`)).toBe(true);
  expect(html).toContain('Called out.');
  await waitForEnd(candor, 'post.published');
});

test('a scheduled post is held when it is scheduled, and so recorded, with its time', async ({
  candor,
  ghost,
  author,
  chip,
  person,
}) => {
  await author.writePost('Later', TEXT);
  await chip.choose(AI);
  await chip.waitForState('AI: needs review');
  await author.openLastStepForLater();
  await author.pressPublish();
  await person.approves();
  const { published_at } = await waitForStored(ghost, 'Later', 'scheduled', asHtml(LABEL, TEXT));
  await waitForEnd(candor, 'post.scheduled');
  const { due } = await lastFacts(candor, 'post.scheduled');
  expect(due).toBe(Date.parse(`${published_at?.replace(' ', 'T')}Z`));
});

test('a post of one’s own goes out untouched', async ({ candor, ghost, author, review }) => {
  const before = (await readLog(candor)).length;
  await author.writePost('My own', 'I wrote this myself.');
  await author.openLastStep();
  await author.pressPublish();
  expect((await waitForStored(ghost, 'My own', 'published')).html).toBe(asHtml('I wrote this myself.'));
  expect(await review.isOpen()).toBe(false);
  expect((await readLog(candor)).length).toBe(before);
});
