import { LABEL } from '../attack/held-post.ts';
import { expect, test } from './fixtures.ts';
import { type FixtureComposer, requireComposer } from './pages/fixture-composer.ts';
import { waitForOutcome } from './pages/log-page.ts';

const modal = requireComposer('X, modal');

const sentTexts = async (composer: FixtureComposer): Promise<string[]> =>
  (await composer.posts()).map(
    ({ body }) => (body as { variables: { tweet_text: string } }).variables.tweet_text,
  );

test('a thread is labelled in its first part and marked in every further one, and goes as a whole', async ({
  candor,
  tab,
  chip,
  openComposer,
  person,
}) => {
  const composer = await openComposer(modal);
  await composer.write('First thought about dogs.');
  await tab.click('[role="dialog"] [data-testid="addButton"]');
  await tab.page.click({ css: '[role="dialog"] [data-testid="tweetTextarea_1"]' });
  await tab.type('Second thought about dogs.');
  await chip.choose('Drafted by AI, reviewed by me');
  await composer.pressPost();
  await person.approves();
  await composer.waitForPost(2);

  const [first, second] = await sentTexts(composer);
  expect(first).toBe(`${LABEL}\nFirst thought about dogs.`);
  expect(second).toMatch(/^\(AI, .+\)\nSecond thought about dogs\.$/);
  expect((await waitForOutcome(candor)).at(-1)).toBe('post.published');
});

for (const [kind, path] of [
  ['reply', '?in_reply_to=17'],
  ['quote', '?quote=1'],
] as const) {
  test(`a ${kind} is a post of its own`, async ({ person }) => {
    const composer = await person.postsWithAi({
      address: { ...modal, url: `https://x.com/compose/post${path}&inline=off` },
      text: 'I agree with every word.',
      role: 'Edited with AI',
    });
    expect((await sentTexts(composer))[0]).toMatch(/^\[AI.+\]\nI agree with every word\.$/);
  });
}

test('the mobile layout of X, a plain textarea, is held and labelled as well', async ({ person }) => {
  const composer = await person.postsWithAi({
    address: {
      ...requireComposer('X, inline'),
      url: 'https://x.com/home?layout=mobile',
      editor: '[data-testid="tweetTextarea_0"] textarea',
    },
    text: 'Written on a phone.',
  });
  expect((await sentTexts(composer))[0]).toBe(`${LABEL}\nWritten on a phone.`);
});

test('the same post, refused by the site and pressed again, gets no second label and asks nobody twice', async ({
  candor,
  chip,
  review,
  person,
}) => {
  const composer = await person.postsWithAi({
    address: requireComposer('X, inline'),
    text: 'Once more #refuse',
  });
  expect((await waitForOutcome(candor)).at(-1)).toBe('post.failed');
  await chip.waitForState('Approved');

  await composer.pressPost();
  await composer.waitForPost(2);
  expect(await review.isOpen()).toBe(false);
  expect(await sentTexts(composer)).toEqual([`${LABEL}\nOnce more #refuse`, `${LABEL}\nOnce more #refuse`]);
});

for (const name of ['X, inline', 'Mastodon', 'LinkedIn, classic', 'Bluesky']) {
  test(`another role after a refusal replaces the label, on ${name}`, async ({ tab, chip, person }) => {
    const composer = await person.postsWithAi({
      address: requireComposer(name),
      text: 'Second thoughts #refuse',
    });
    await chip.waitForState('Approved');

    await tab.page.click({ css: composer.address.editor });
    await tab.press('Control+End');
    await tab.type(' and third');
    await chip.waitForState('AI: needs review');
    await chip.choose('Edited with AI');
    await composer.pressPost();
    await person.approves();
    const [, second] = await composer.waitForPost(2);
    const sent = JSON.stringify(second?.body);
    expect(sent).not.toContain('AI-generated');
    expect(sent.split('[AI').length).toBe(2);
    expect(sent).toMatch(/\[AI-assisted: .*Ada Lovelace.*\]\\nSecond thoughts #refuse and third/);
  });
}

test('posting without a label needs a reason, sends the text as it is, and is recorded as an override', async ({
  candor,
  review,
  person,
}) => {
  const composer = await person.writesWithAi({
    address: requireComposer('X, inline'),
    text: 'Plain words.',
    role: 'Edited with AI',
  });
  await composer.pressPost();
  await review.waitUntilFilled();
  await review.postWithoutLabel('Only the spelling was checked.');
  await composer.waitForPost();
  expect(await sentTexts(composer)).toEqual(['Plain words.']);
  expect(await waitForOutcome(candor)).toEqual([
    'post.held',
    'post.overridden',
    'post.released',
    'post.published',
  ]);
});
