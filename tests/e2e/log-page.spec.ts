import type { CandorBrowser } from '#tests/harness/browser.ts';
import { test as base, expect, until } from './fixtures.ts';
import { requireComposer } from './pages/fixture-composer.ts';
import { readLog, verifyLog, waitForOutcome } from './pages/log-page.ts';
import { LogSection } from './pages/log-section.ts';

const FOX = 'Foxes cross the harbour at night.';
const OWL = 'Owls count the boats at dawn.';

let hasPosted: CandorBrowser | undefined;

/** Two posts on two sites, the newest of this browser's log. */
const test = base.extend<{ posted: CandorBrowser }>({
  posted: async ({ candor, person }, use) => {
    if (hasPosted === candor) {
      await use(candor);
      return;
    }
    hasPosted = candor;
    await person.postsWithAi({ address: requireComposer('Bluesky'), text: FOX });
    await waitForOutcome(candor);
    await person.postsWithAi({ address: requireComposer('Mastodon'), text: OWL });
    await waitForOutcome(candor);
    await use(candor);
  },
});

test('filters narrow the list, stand in the address, and the back button takes them back', async ({
  posted,
}) => {
  const log = await LogSection.open(posted);
  await log.waitForPost(/Foxes/);
  await log.waitForPost(/Owls/);
  await log.choose('Site', 'Blue');
  await log.waitForChip(/Site: Bluesky/);
  await log.waitUntilPostIsGone(/Owls/);
  expect(await log.askedInAddress()).toBe('#log?site=bluesky');
  await log.searchFor('harbour');
  await log.waitForChip(/Words: harbour/);
  await log.waitForPost(/Foxes/);
  expect(await log.askedInAddress()).toBe('#log?site=bluesky&words=harbour');

  await log.tab.reload();
  await log.waitForPost(/Foxes/);
  await log.waitForChip(/Words: harbour/);
  expect(await log.tab.page.axe()).toEqual([]);
  await log.removeChip(/Words/);
  await log.removeChip(/Site/);
  await log.waitForPost(/Owls/);
  await log.tab.back();
  await log.waitForChip(/Site: Bluesky/);
  await log.waitUntilPostIsGone(/Owls/);
  expect(log.tab.errors).toEqual([]);
  await log.tab.close();
});

test('what makes no sense in the address is passed over, and an empty list has a way out', async ({
  posted,
}) => {
  const log = await LogSection.open(posted, '?role=robot&from=never&words=unicorn');
  await log.tab.page.waitFor({ css: '.log-state', text: /No post matches/ });
  await log.waitForChip(/Words: unicorn/);
  expect(await log.tab.page.findAll({ css: '.filter-chip' })).toHaveLength(1);
  expect(await log.tab.page.axe()).toEqual([]);
  await log.showAll();
  expect(await log.tab.page.focused()).toMatchObject({ name: 'Search posts' });
  await log.waitForPost(/Foxes/);
  await log.waitUntilUnfiltered();
  expect(log.tab.errors).toEqual([]);
  await log.tab.close();
});

test('by keyboard alone: from row to row, into the story of a post, and back to its row', async ({
  posted,
}) => {
  const log = await LogSection.open(posted);
  await log.waitForPost(/Foxes/);
  await log.tab.page.click({ css: '#filter-outcome' });
  await log.tab.press('Escape');
  for (let step = 0; step < 4 && (await log.focusedRow()) === ''; step += 1) await log.tab.press('Tab');
  expect(await log.focusedRow()).toContain('Owls');
  await log.tab.press('ArrowDown');
  await expect.poll(() => log.focusedRow()).toContain('Foxes');
  await log.tab.press('Home');
  await expect.poll(() => log.focusedRow()).toContain('Owls');
  await log.tab.press('End');
  await expect.poll(() => log.focusedRow()).not.toContain('Owls');
  await log.tab.press('Home');
  await expect.poll(() => log.focusedRow()).toContain('Owls');
  await log.tab.press('ArrowDown');
  await expect.poll(() => log.focusedRow()).toContain('Foxes');
  await log.tab.press('Enter');
  await log.waitForStep(/Posted on Bluesky/);
  await log.tab.press('Escape');
  await log.waitUntilClosed();
  expect(await log.focusedRow()).toContain('Foxes');
  expect(log.tab.errors).toEqual([]);
  await log.tab.close();
});

test('the story of a post is told in words, has an address of its own, and takes a note', async ({
  posted,
}) => {
  const log = await LogSection.open(posted);
  await log.openPost(/Foxes/);
  expect(await log.steps()).toEqual([
    'Held before it went to Bluesky',
    expect.stringMatching(/^Reviewed and approved/),
    'Let go to Bluesky',
    'Posted on Bluesky',
  ]);
  await log.waitForStep(/From the draft to the approved text/);
  expect(await log.tab.page.axe()).toEqual([]);
  const address = await log.askedInAddress();
  expect(address).toMatch(/^#log\?post=[0-9a-f-]{36}$/);
  const before = await readLog(posted);
  await log.addNote('Asked for by the harbour office.');
  await log.waitForStep(/Note.*Asked for by the harbour office\./);
  const after = await readLog(posted);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.slice(before.length)).toMatchObject([
    { event: 'post.annotated', note: 'Asked for by the harbour office.', post: address.slice(-36) },
  ]);
  await log.tab.close();

  const linked = await LogSection.open(posted, address.replace('#log', ''));
  await linked.waitForStep(/Asked for by the harbour office/);
  await linked.tab.press('Escape');
  await linked.waitUntilClosed();
  await until(async () => (await linked.askedInAddress()) === '#log', {
    what: 'the address to name no post any more',
  });
  await verifyLog(linked.tab.page);
  expect(linked.tab.errors).toEqual([]);
  await linked.tab.close();
});

test('charts answer in a sentence, and the table behind each has the numbers', async ({ posted }) => {
  const log = await LogSection.open(posted);
  expect(await log.answerOf('posts')).toMatch(/^\d+ of \d+ posts since .* have AI in them\.$/);
  expect(await log.answerOf('labelled')).toMatch(
    /^\d+ of \d+ AI posts in the last four weeks were labelled\.$/,
  );
  const [head, ...weeks] = await log.tableOf('posts');
  expect(head?.at(-1)).toBe('Posts');
  const posts = (await readLog(posted)).filter(({ event }) => event === 'post.held').length;
  const counted = weeks.reduce((sum, row) => sum + Number(row.at(-1)), 0);
  expect(counted).toBe(posts);
  const sites = await log.tableOf('sites');
  expect(sites.map(([name]) => name)).toEqual(expect.arrayContaining(['Bluesky', 'Mastodon']));
  expect(await log.tab.page.axe()).toEqual([]);
  expect(log.tab.errors).toEqual([]);
  await log.tab.close();
});
