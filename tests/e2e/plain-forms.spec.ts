import { SENT, TEXT, WHOLE } from '../attack/held-post.ts';
import { makeFormSite } from '../attack/site-with-form.ts';
import { expect, test, until } from './fixtures.ts';
import { eventsOfLastPost } from './pages/log-page.ts';

/** Forms that the browser itself submits: by their button, and by a script that fires no event. */

for (const [title, press] of [
  ['a press on its button', 'button'],
  ['form.submit() by the page', 'script'],
] as const) {
  test(`case 11: a plain form is held at ${title} and goes once, labelled`, async ({
    candor,
    internet,
    tab,
    chip,
    review,
    person,
  }) => {
    const board = makeFormSite('mastodon.social');
    const remove = internet.serve(board);
    try {
      await tab.goto('https://mastodon.social/');
      await tab.click('form.post textarea');
      await tab.type(TEXT);
      await chip.choose('Drafted by AI, reviewed by me');
      await chip.waitForState('AI: needs review');
      await tab.click(press === 'button' ? 'form.post button' : '.later');
      await review.waitUntilFilled();
      expect(board.posted).toEqual([]);
      await person.approves();
      await until(() => board.posted.length > 0, { what: 'the post' });
      expect(board.posted.map((line) => line.replace('\r\n', '\n'))).toEqual([`/post ${SENT.status}`]);
      const events = await eventsOfLastPost(candor);
      expect(events.slice(0, 3)).toEqual(WHOLE.slice(0, 3));
    } finally {
      remove();
    }
  });
}

test('case 11: form.submit() of a human post passes', async ({ internet, tab }) => {
  const board = makeFormSite('mastodon.social');
  const remove = internet.serve(board);
  try {
    await tab.goto('https://mastodon.social/');
    await tab.click('form.post textarea');
    await tab.type(TEXT);
    await tab.click('.later');
    await until(() => board.posted.length > 0, { what: 'the post' });
    expect(board.posted).toEqual([`/post ${TEXT}`]);
  } finally {
    remove();
  }
});

test('case 11: another form of the page is not held because a composer holds an AI text', async ({
  internet,
  tab,
  chip,
}) => {
  const board = makeFormSite('mastodon.social');
  const remove = internet.serve(board);
  try {
    await tab.goto('https://mastodon.social/');
    await tab.click('form.post textarea');
    await tab.type(TEXT);
    await chip.choose('Drafted by AI, reviewed by me');
    await chip.waitForState('AI: needs review');
    await tab.evaluate(() => document.querySelector<HTMLFormElement>('form.poll')?.submit());
    await until(() => board.posted.length > 0, { what: 'the vote' });
    expect(board.posted).toEqual(['/poll yes']);
  } finally {
    remove();
  }
});
