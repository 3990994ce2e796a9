import { LABEL, TEXT, WHOLE } from '../attack/held-post.ts';
import {
  coverForEver,
  coverWithDialog,
  coverWithFullscreen,
  coverWithOwn,
  coverWithPopover,
  coverWithTransition,
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
    review,
    person,
  }) => {
    const composer = await person.asksToPost();
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

for (const [title, outer] of [
  ['its own host', true],
  ['the chip', false],
] as const) {
  test(`case 20: a press through ${title}, raised and painted over by the page, decides nothing`, async ({
    candor,
    tab,
    review,
    person,
  }) => {
    const composer = await person.asksToPost();
    const point = await review.approvePoint();
    await tab.evaluate(coverWithOwn, outer);
    await tab.click(point);
    await review.waitUntilArmed();
    expect(await eventsOfLastPost(candor)).toEqual(['post.held']);
    expect(await composer.posts()).toEqual([]);
  });
}

test('case 20: the dialog goes back above an element that goes full screen', async ({
  candor,
  tab,
  review,
  person,
}) => {
  const composer = await person.asksToPost();
  await tab.evaluate(coverWithFullscreen);
  await tab.inside.click({ css: 'dialog h2' });
  await tab.inside.waitFor({ css: 'dialog[open]:not([data-armed])' });
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
  review,
  person,
}) => {
  const composer = await person.asksToPost();
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
  review,
  person,
}) => {
  const composer = await person.asksToPost();
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
  expect(await waitForOutcome(candor)).toEqual(WHOLE);
});

test('case 23: the dialog goes back above a modal dialog that the page opens after it', async ({
  candor,
  tab,
  review,
  person,
}) => {
  const composer = await person.asksToPost();
  const point = await review.approvePoint();
  await tab.evaluate(coverWithDialog);
  await tab.click(point);
  await review.waitUntilArmed();
  expect(await eventsOfLastPost(candor)).toEqual(['post.held']);
  await tab.evaluate(() => document.querySelector<HTMLDialogElement>('dialog[open]')?.close());
  await review.approve();
  expect((await composer.waitForPost())[0]?.body).toMatchObject({ status: SENT });
  expect(await waitForOutcome(candor)).toEqual(WHOLE);
});
