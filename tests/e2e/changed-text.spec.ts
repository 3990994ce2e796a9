import { goBack } from '../attack/go-back.ts';
import { MASTODON, SENT, TEXT } from '../attack/held-post.ts';
import { expect, test, until } from './fixtures.ts';
import { eventsOfLastPost, waitForOutcome } from './pages/log-page.ts';

/** What was approved is what is sent: a text that changes on the way is not. */

test('case 14: a text that the page changes while the dialog is open is not sent', async ({
  candor,
  tab,
  review,
  person,
}) => {
  const composer = await person.asksToPost();
  await tab.evaluate(() => window.fixture.load(['Something nobody has read.']));
  await review.approve();
  await tab.inside.waitFor({ role: 'alert', text: /changed/ });
  expect(await composer.posts()).toEqual([]);
  await review.keepEditing();
  expect(await composer.texts()).toEqual(['Something nobody has read.']);
  expect((await waitForOutcome(candor)).at(-1)).toBe('post.cancelled');
});

test('case 14: a text that the page changes as the label goes in is not sent', async ({
  tab,
  review,
  person,
}) => {
  const composer = await person.asksToPost();
  await tab.evaluate(() => {
    window.addEventListener('input', () => setTimeout(() => window.fixture.load(['Buy my coin.'])), {
      once: true,
    });
  });
  await review.approve();
  await tab.inside.waitFor({ role: 'alert' });
  expect(await composer.posts()).toEqual([]);
  expect(await composer.texts()).toEqual(['Buy my coin.']);
});

test('case 17: an editor that does not keep the label stops the post, and the label put in by hand lets it go', async ({
  candor,
  tab,
  review,
  person,
}) => {
  const composer = await person.asksToPost();
  await tab.evaluate((text) => {
    const undo = (): void => window.fixture.load([text]);
    Object.assign(window, { stopUndoing: () => window.removeEventListener('input', undo) });
    window.addEventListener('input', undo);
  }, TEXT);
  await review.approve();
  await tab.inside.waitFor({ role: 'alert', text: /did not take the label/ });
  await tab.inside.waitFor({ role: 'button', name: 'Copy the label' });
  expect(await composer.posts()).toEqual([]);
  await review.keepEditing();
  await review.waitUntilClosed();
  expect(await composer.texts()).toEqual([TEXT]);

  await tab.evaluate(() => (window as unknown as { stopUndoing(): void }).stopUndoing());
  await tab.evaluate((text) => window.fixture.load([text]), SENT.status);
  await tab.waitFor((text) => window.fixture.texts()[0] === text, SENT.status);
  await composer.pressPost();
  expect((await composer.waitForPost())[0]?.body).toMatchObject(SENT);
  await until(async () => (await eventsOfLastPost(candor)).at(-1) === 'post.published', {
    what: 'the outcome',
  });
  expect(await eventsOfLastPost(candor)).toEqual([
    'post.held',
    'post.approved',
    'post.cancelled',
    'post.released',
    'post.published',
  ]);
});

test('case 14: an approved text that is changed before the own press is held again', async ({
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
  await tab.evaluate(
    (selector) => document.querySelector(selector)?.removeAttribute('disabled'),
    MASTODON.submit,
  );
  await tab.page.click({ css: MASTODON.editor });
  await tab.press('Control+End');
  await tab.type(' And a third.');
  await composer.pressPost();
  await review.waitUntilFilled();
  expect(await composer.posts()).toEqual([]);
});

test('case 14: leaving the page while the dialog is open sends nothing and is recorded', async ({
  candor,
  tab,
  review,
  person,
}) => {
  await person.asksToPost();
  await tab.goto('https://bsky.app/');
  expect(await waitForOutcome(candor)).toEqual(['post.held', 'post.cancelled']);
  await goBack(tab);
  expect(await review.isOpen()).toBe(false);
});
