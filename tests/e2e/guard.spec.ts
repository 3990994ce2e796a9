import { holdAiPost, LABEL, TEXT } from '../attack/held-post.ts';
import {
  coverForEver,
  coverWithDialog,
  coverWithFullscreen,
  coverWithPopover,
  coverWithTransition,
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

/** The dialog in a hostile page: a press counts only if the person has seen what it decides. */

const SENT = `${LABEL}\n${TEXT}`;

for (const where of ['document', 'open root', 'closed root'] as const) {
  test(`case 20: a press through a popover in the ${where} decides nothing, the next one does`, async ({
    candor,
    tab,
    chip,
    review,
    openComposer,
  }) => {
    const composer = await holdAiPost({ chip, review, openComposer });
    const point = await review.approvePoint();
    await tab.evaluate(coverWithPopover, where);
    await tab.click(point);
    await review.waitUntilArmed();
    expect(await eventsOfLastPost(candor)).toEqual(['post.held']);
    expect(await composer.posts()).toEqual([]);

    await review.approve();
    const [post] = await composer.waitForPost();
    expect(post?.body).toMatchObject({ status: SENT });
    expect(await waitForOutcome(candor)).toContain('post.published');
  });
}

test('case 20: the dialog goes back above an element that goes full screen', async ({
  candor,
  tab,
  chip,
  review,
  openComposer,
}) => {
  const composer = await holdAiPost({ chip, review, openComposer });
  await tab.evaluate(coverWithFullscreen);
  await tab.inside.click({ css: 'dialog h2' });
  await tab.waitFor(() => document.fullscreenElement !== null);
  await review.waitUntilArmed();
  expect(await eventsOfLastPost(candor)).toEqual(['post.held']);
  await tab.evaluate(() => document.exitFullscreen());
  await review.approve();
  expect((await composer.waitForPost())[0]?.body).toMatchObject({ status: SENT });
});

test('case 20: pictures of a view transition above the dialog make no press a decision', async ({
  candor,
  tab,
  chip,
  review,
  openComposer,
}) => {
  const composer = await holdAiPost({ chip, review, openComposer });
  const point = await review.approvePoint();
  await tab.evaluate(coverWithTransition);
  await tab.click(point);
  await tab.click(point);
  expect(await eventsOfLastPost(candor)).toEqual(['post.held']);
  expect(await composer.posts()).toEqual([]);
});

test('case 20: a page that covers the dialog again and again loses the review to a window of its own', async ({
  candor,
  tab,
  chip,
  review,
  openComposer,
}) => {
  const composer = await holdAiPost({ chip, review, openComposer });
  await tab.evaluate(coverForEver);
  const window = await waitForReviewWindow(candor);
  await review.waitUntilClosed();
  expect(await composer.posts()).toEqual([]);
  expect(await eventsOfLastPost(candor)).toEqual(['post.held']);

  await window.waitFor((text) => document.body.textContent.includes(text), TEXT);
  if (
    await window.evaluate(() => document.querySelector('.review-form input:not([type="radio"])') !== null)
  ) {
    await window.click('.review-form input:not([type="radio"])');
    await window.type('Ada Lovelace');
  }
  await window.click('.review-foot [data-decides]');
  const [post] = await composer.waitForPost();
  expect(post?.body).toMatchObject({ status: SENT });
  expect(await waitForOutcome(candor)).toEqual([
    'post.held',
    'post.approved',
    'post.released',
    'post.published',
  ]);
});

test('case 22: a review window that is closed has answered: the person keeps editing, and may post again', async ({
  candor,
  tab,
  chip,
  review,
  openComposer,
}) => {
  const composer = await holdAiPost({ chip, review, openComposer });
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
  tab,
  chip,
  review,
  openComposer,
  engine,
}) => {
  const composer = await holdAiPost({ chip, review, openComposer });
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

test('case 22: a dialog removed once comes back, and the review goes on', async ({
  chip,
  review,
  openComposer,
  tab,
}) => {
  const composer = await holdAiPost({ chip, review, openComposer });
  await tab.evaluate(removeHost);
  await review.waitUntilArmed();
  expect(await composer.posts()).toEqual([]);
  await review.approve();
  expect((await composer.waitForPost())[0]?.body).toMatchObject({ status: SENT });
});

test('case 22: a dialog removed in a loop moves to a window after three returns, and the post stays held', async ({
  candor,
  tab,
  chip,
  review,
  openComposer,
}) => {
  const composer = await holdAiPost({ chip, review, openComposer });
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
  test(`case 22: a host hidden once by ${property} comes back`, async ({
    tab,
    chip,
    review,
    openComposer,
  }) => {
    const composer = await holdAiPost({ chip, review, openComposer });
    await tab.evaluate(styleHost, property, value);
    await review.waitUntilArmed();
    await review.approve();
    expect((await composer.waitForPost())[0]?.body).toMatchObject({ status: SENT });
  });
}

test('case 22: a host moved to where nothing is painted comes back', async ({
  tab,
  chip,
  review,
  openComposer,
}) => {
  const composer = await holdAiPost({ chip, review, openComposer });
  await tab.evaluate(moveHostOutOfSight);
  await review.waitUntilArmed();
  await review.approve();
  expect((await composer.waitForPost())[0]?.body).toMatchObject({ status: SENT });
});

test('case 22: a host hidden again and again moves the review to a window', async ({
  candor,
  tab,
  chip,
  review,
  openComposer,
}) => {
  const composer = await holdAiPost({ chip, review, openComposer });
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
    chip,
    review,
    openComposer,
  }) => {
    const composer = await holdAiPost({ chip, review, openComposer });
    await tab.evaluate(styleRoot, property, value);
    await waitForReviewWindow(candor);
    expect(await composer.posts()).toEqual([]);
    expect(await eventsOfLastPost(candor)).toEqual(['post.held']);
  });
}

test('case 23: the dialog goes back above a modal dialog that the page opens after it', async ({
  candor,
  tab,
  chip,
  review,
  openComposer,
}) => {
  const composer = await holdAiPost({ chip, review, openComposer });
  const point = await review.approvePoint();
  await tab.evaluate(coverWithDialog);
  await tab.click(point);
  await review.waitUntilArmed();
  expect(await eventsOfLastPost(candor)).toEqual(['post.held']);
  await tab.evaluate(() => document.querySelector<HTMLDialogElement>('dialog[open]')?.close());
  await review.approve();
  expect((await composer.waitForPost())[0]?.body).toMatchObject({ status: SENT });
  expect(await waitForOutcome(candor)).toEqual([
    'post.held',
    'post.approved',
    'post.released',
    'post.published',
  ]);
});

test('case 19: clicks and keys made by the page on dialog and chip do nothing', async ({
  candor,
  tab,
  chip,
  review,
  openComposer,
}) => {
  const composer = await holdAiPost({ chip, review, openComposer });
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
