import { LABEL, TEXT } from '../attack/held-post.ts';
import {
  moveHostOutOfSight,
  pressEverything,
  removeHost,
  removeHostForEver,
  styleHost,
  styleHostForEver,
  styleRoot,
} from '../attack/hostile-page.ts';
import { waitForReviewWindow } from '../attack/review-elsewhere.ts';
import { expect, test } from './fixtures.ts';
import { eventsOfLastPost, waitForOutcome } from './pages/log-page.ts';

/** The dialog in a page that hides, removes, filters and presses: it comes back, or the review moves to a window. */

const SENT = `${LABEL}\n${TEXT}`;

test('case 22: a review window that is closed has answered: the person keeps editing, and may post again', async ({
  candor,
  tab,
  review,
  person,
}) => {
  const composer = await person.asksToPost();
  await tab.evaluate(styleRoot, 'display', 'none');
  const window = await waitForReviewWindow(candor);
  await window.close();
  expect(await waitForOutcome(candor)).toEqual(['post.held', 'post.cancelled']);
  await tab.evaluate(styleRoot, 'display', 'block');
  await tab.bringToFront();
  await composer.pressPost();
  await review.waitUntilFilled();
  expect(await composer.posts()).toEqual([]);
});

test('case 21: behind a filter on the root element no press decides', async ({
  candor,
  engine,
  tab,
  review,
  person,
}) => {
  const composer = await person.asksToPost();
  const point = await review.approvePoint();
  await tab.evaluate(styleRoot, 'filter', 'opacity(0)');
  // Chromium paints the top layer all the same: there the dialog stays, and stays usable.
  if (engine === 'firefox') {
    await tab.click(point);
    await waitForReviewWindow(candor);
    expect(await eventsOfLastPost(candor)).toEqual(['post.held']);
    expect(await composer.posts()).toEqual([]);
  } else {
    await review.waitUntilArmed();
    expect(await review.isOpen()).toBe(true);
  }
});

test('case 22: a dialog removed once comes back, and the review goes on', async ({ tab, review, person }) => {
  const composer = await person.asksToPost();
  await tab.evaluate(removeHost);
  await review.waitUntilArmed();
  expect(await composer.posts()).toEqual([]);
  await review.approve();
  expect((await composer.waitForPost())[0]?.body).toMatchObject({ status: SENT });
});

test('case 22: a dialog removed in a loop moves to a window after three returns, and the post stays held', async ({
  candor,
  tab,
  review,
  person,
}) => {
  const composer = await person.asksToPost();
  await tab.evaluate(removeHostForEver);
  await waitForReviewWindow(candor);
  await review.waitUntilClosed();
  // The first one, and one for each return: nobody fights over the page for ever.
  expect(await tab.evaluate(() => (window as unknown as { removals: number }).removals)).toBeLessThanOrEqual(
    4,
  );
  await composer.pressPost();
  expect(await composer.posts()).toEqual([]);
  expect(await eventsOfLastPost(candor)).toEqual(['post.held']);
});

for (const [property, value] of [
  ['display', 'none'],
  ['content-visibility', 'hidden'],
] as const) {
  test(`case 22: a host hidden once by ${property} comes back`, async ({ tab, review, person }) => {
    const composer = await person.asksToPost();
    await tab.evaluate(styleHost, property, value);
    await review.waitUntilArmed();
    await review.approve();
    expect((await composer.waitForPost())[0]?.body).toMatchObject({ status: SENT });
  });
}

test('case 22: a host moved to where nothing is painted comes back', async ({ tab, review, person }) => {
  const composer = await person.asksToPost();
  await tab.evaluate(moveHostOutOfSight);
  await review.waitUntilArmed();
  await review.approve();
  expect((await composer.waitForPost())[0]?.body).toMatchObject({ status: SENT });
});

test('case 22: a host hidden again and again moves the review to a window', async ({
  candor,
  tab,
  person,
}) => {
  const composer = await person.asksToPost();
  await tab.evaluate(styleHostForEver, 'display', 'none');
  await waitForReviewWindow(candor);
  expect(await composer.posts()).toEqual([]);
});

for (const [property, value] of [
  ['zoom', '.01'],
  ['display', 'none'],
] as const) {
  test(`case 22: a root element with ${property} ${value} moves the review to a window`, async ({
    candor,
    tab,
    person,
  }) => {
    const composer = await person.asksToPost();
    await tab.evaluate(styleRoot, property, value);
    await waitForReviewWindow(candor);
    expect(await composer.posts()).toEqual([]);
    expect(await eventsOfLastPost(candor)).toEqual(['post.held']);
  });
}

test('case 19: clicks and keys made by the page on dialog and chip do nothing', async ({
  candor,
  tab,
  chip,
  review,
  person,
}) => {
  const composer = await person.asksToPost();
  await tab.evaluate(pressEverything);
  expect(await review.isOpen()).toBe(true);
  expect(await composer.posts()).toEqual([]);
  expect(await eventsOfLastPost(candor)).toEqual(['post.held']);

  await review.keepEditing();
  await review.waitUntilClosed();
  await tab.evaluate(pressEverything);
  expect(await tab.inside.find({ css: '.chip-menu' })).toBeUndefined();
  expect(await chip.state()).toBe('AI: needs review');
});
