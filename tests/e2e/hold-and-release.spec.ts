import { MASTODON, makePerson, SENT, TEXT, WHOLE, X_MODAL } from '../attack/held-post.ts';
import { expect, test, until } from './fixtures.ts';
import { ChipPage, ReviewPage } from './pages/candor-ui.ts';
import { FixtureComposer, requireComposer } from './pages/fixture-composer.ts';
import { eventsOfLastPost, readLog, waitForOutcome } from './pages/log-page.ts';

/** One post is held once, released once, and is what was approved, whatever hands and pages do. */

for (const [title, ctrlKey] of [
  ['Enter that ends a composition of an input method is no submit', false],
  ['Ctrl+Enter during a composition is held, since the site may post on it', true],
] as const) {
  test(`case 11: ${title}`, async ({ tab, review, person }) => {
    const composer = await person.writesWithAi();
    const wasStopped = await tab.evaluate((isChord) => {
      const area = document.querySelector('form.compose-form textarea');
      const init = { key: 'Enter', ctrlKey: isChord, isComposing: true, bubbles: true, cancelable: true };
      const event = new KeyboardEvent('keydown', init);
      area?.dispatchEvent(event);
      return event.defaultPrevented;
    }, ctrlKey);
    expect(wasStopped).toBe(ctrlKey);
    if (ctrlKey) await review.waitUntilFilled();
    expect(await composer.posts()).toEqual([]);
    expect(await composer.texts()).toEqual([TEXT]);
  });
}

test('case 12: a double click on Post makes one dialog, one entry and one post', async ({
  candor,
  tab,
  review,
  person,
}) => {
  const composer = await person.writesWithAi();
  const before = (await readLog(candor)).length;
  await composer.pressPostTwice();
  await review.waitUntilFilled();
  expect(await tab.inside.findAll({ css: 'dialog[open]' })).toHaveLength(1);
  await person.approves();
  expect(await composer.waitForPost()).toHaveLength(1);
  expect(await waitForOutcome(candor)).toEqual(WHOLE);
  const later = (await readLog(candor)).slice(before).filter(({ event }) => event.startsWith('post.'));
  expect(later).toHaveLength(WHOLE.length);
});

test('case 12: a double click on Post of a human post is the site’s own business', async ({
  openComposer,
}) => {
  const composer = await openComposer(MASTODON);
  await composer.write(TEXT);
  await composer.pressPostTwice();
  expect((await composer.waitForPost())[0]?.body).toMatchObject({ status: TEXT });
});

test('case 12: a click and Enter within one task make one dialog and one entry', async ({
  candor,
  tab,
  review,
  person,
}) => {
  const composer = await person.writesWithAi();
  const post = await tab.page.require({ css: MASTODON.submit });
  await tab.page.click({ css: MASTODON.editor });
  await Promise.all([
    tab.press('Control+Enter'),
    tab.click({ x: post.rect.x + post.rect.width / 2, y: post.rect.y + post.rect.height / 2 }),
  ]);
  await review.waitUntilFilled();
  expect(await tab.inside.findAll({ css: 'dialog[open]' })).toHaveLength(1);
  expect(await composer.posts()).toEqual([]);
  expect(await eventsOfLastPost(candor)).toEqual(['post.held']);
});

test('case 12: presses on Post by the page while the dialog is open change nothing', async ({
  candor,
  tab,
  review,
  person,
}) => {
  const composer = await person.asksToPost();
  await tab.evaluate((selector) => {
    const form = document.querySelector<HTMLFormElement>('form.compose-form');
    for (let times = 0; times < 20; times += 1) {
      document.querySelector<HTMLElement>(selector)?.click();
      form?.requestSubmit();
      document
        .querySelector('form.compose-form textarea')
        ?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }),
        );
    }
  }, MASTODON.submit);
  expect(await composer.posts()).toEqual([]);
  expect(await eventsOfLastPost(candor)).toEqual(['post.held']);
  await review.approve();
  expect(await composer.waitForPost()).toHaveLength(1);
});

test('case 13: a Post button that the page replaces between hold and release is found again', async ({
  candor,
  tab,
  review,
  person,
}) => {
  const composer = await person.asksToPost();
  await tab.evaluate((selector) => {
    const old = document.querySelector(selector);
    const made = document.createElement('button');
    made.type = 'submit';
    made.className = old?.className ?? '';
    made.textContent = 'Post';
    old?.replaceWith(made);
  }, MASTODON.submit);
  await review.approve();
  expect((await composer.waitForPost())[0]?.body).toMatchObject(SENT);
  expect(await waitForOutcome(candor)).toEqual(WHOLE);
});

test('case 13: with no Post button left the post is not sent and the person is asked to press it', async ({
  candor,
  tab,
  chip,
  review,
  person,
}) => {
  const composer = await person.asksToPost();
  await tab.evaluate(
    (selector) => document.querySelector(selector)?.setAttribute('disabled', ''),
    MASTODON.submit,
  );
  await review.approve();
  await chip.waitForState('Approved: press Post again');
  expect(await composer.posts()).toEqual([]);

  await tab.evaluate(
    (selector) => document.querySelector(selector)?.removeAttribute('disabled'),
    MASTODON.submit,
  );
  await composer.pressPost();
  expect((await composer.waitForPost())[0]?.body).toMatchObject(SENT);
  expect(await composer.events()).toMatchObject([{ isTrusted: true }]);
  await until(async () => (await eventsOfLastPost(candor)).at(-1) === 'post.published', {
    what: 'the outcome',
  });
});

test('case 19: a press on Post made by the page is held like one by hand, and again after the approval', async ({
  tab,
  chip,
  review,
  person,
}) => {
  const composer = await person.writesWithAi();
  await tab.evaluate((selector) => document.querySelector<HTMLElement>(selector)?.click(), MASTODON.submit);
  await review.waitUntilFilled();
  expect(await composer.posts()).toEqual([]);
  await review.nameIfAsked('Ada Lovelace');

  await tab.evaluate(
    (selector) => document.querySelector(selector)?.setAttribute('disabled', ''),
    MASTODON.submit,
  );
  await review.approve();
  await chip.waitForState('Approved: press Post again');
  await tab.evaluate((selector) => {
    document.querySelector(selector)?.removeAttribute('disabled');
    document.querySelector<HTMLElement>(selector)?.click();
  }, MASTODON.submit);
  await review.waitUntilFilled();
  expect(await composer.posts()).toEqual([]);
});

test('case 12: two composers in two tabs are held at once, each with its own text, and both are recorded', async ({
  candor,
  tab,
  review,
  person,
}) => {
  const before = (await readLog(candor)).length;
  const first = await person.asksToPost();
  const secondTab = await candor.newTab();
  const secondReview = new ReviewPage(secondTab);
  const second = new FixtureComposer(secondTab, requireComposer('Bluesky'));
  await second.open();
  const secondPerson = makePerson({
    chip: new ChipPage(secondTab),
    review: secondReview,
    openComposer: async () => second,
  });
  await secondPerson.asksToPost({ address: second.address, text: 'Another text altogether.' });
  await secondReview.approve();
  await tab.bringToFront();
  await review.approve();
  const [[one], [two]] = await Promise.all([first.waitForPost(), second.waitForPost()]);
  expect(one?.body).toMatchObject(SENT);
  expect(JSON.stringify(two?.body)).toContain('Another text altogether.');
  await until(
    async () => {
      const events = (await readLog(candor)).slice(before).map(({ event }) => event);
      return events.filter((event) => event === 'post.published').length === 2;
    },
    { what: 'both outcomes', timeout: 15_000 },
  );
  const entries = await readLog(candor);
  expect(entries.map(({ index }) => index)).toEqual(entries.map((_, index) => index));
  await secondTab.close();
});

test('case 12: two composers on one page keep their roles and texts apart', async ({
  candor,
  tab,
  chip,
  openComposer,
  person,
}) => {
  const composer = await openComposer(requireComposer('X, inline'));
  await composer.write('My own words.');
  await tab.click('[data-testid="SideNav_NewTweet_Button"]');
  await tab.page.click({ css: X_MODAL.editor });
  await tab.type(TEXT);
  await chip.choose('Drafted by AI, reviewed by me');
  await chip.waitForState('AI: needs review');
  await tab.page.click({ css: X_MODAL.submit });
  await person.approves();
  const [post] = await composer.waitForPost();
  expect(JSON.stringify(post?.body)).toContain(TEXT);
  expect(JSON.stringify(post?.body)).not.toContain('My own words.');
  expect(await waitForOutcome(candor)).toEqual(WHOLE);

  await composer.pressPost();
  const posts = await composer.waitForPost(2);
  expect(JSON.stringify(posts[1]?.body)).toContain('"My own words."');
});

test('case 13: a change of route while the dialog is open sends nothing from a page that is gone', async ({
  candor,
  tab,
  review,
  person,
}) => {
  const composer = await person.asksToPost();
  await tab.evaluate(() => {
    history.pushState({}, '', '/explore');
    document.querySelector('#root')?.replaceChildren('Explore');
  });
  await review.approve();
  await tab.inside.waitFor({ role: 'alert' });
  expect(await composer.posts()).toEqual([]);
  expect((await eventsOfLastPost(candor)).includes('post.published')).toBe(false);
  await review.keepEditing();
  await review.waitUntilClosed();
});
