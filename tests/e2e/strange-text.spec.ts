import { LABEL, MASTODON } from '../attack/held-post.ts';
import { makeFormSite } from '../attack/site-with-form.ts';
import { expect, test, until } from './fixtures.ts';

/** Texts that are meant as code, run the other way, cannot be seen, or have no end: text all the same. */

const STRANGE = '</script><img src=x onerror="window.pwned=1"> \u202Egnp.exe \u202C مرحبا 👩‍👩‍👧‍👦 a\u200Bb';

test('case 30: markup, right-to-left and invisible characters are shown as text and sent as written', async ({
  tab,
  chip,
  review,
  openComposer,
}) => {
  const composer = await openComposer(MASTODON);
  await composer.paste(STRANGE);
  await chip.choose('Drafted by AI, reviewed by me');
  await chip.waitForState('AI: needs review');
  await composer.pressPost();
  await review.waitUntilFilled();
  await review.nameIfAsked('Ada Lovelace');
  expect(await review.text()).toContain('</script><img src=x onerror="window.pwned=1">');
  expect(await review.text()).toContain('RLO');
  expect(await tab.inside.find({ css: 'img', hidden: true })).toBeUndefined();
  await review.approve();
  const [post] = await composer.waitForPost();
  expect(post?.body).toMatchObject({ status: `${LABEL}\n${STRANGE}` });
  expect(await tab.evaluate(() => 'pwned' in window)).toBe(false);
});

test('case 30: a post of 100,000 characters is held, shown and sent whole', async ({
  internet,
  tab,
  chip,
  person,
}) => {
  const board = makeFormSite('mastodon.social');
  const remove = internet.serve(board);
  const long = 'A dog needs quiet. '.repeat(5264).trim();
  try {
    await tab.goto('https://mastodon.social/');
    await tab.click('form.post textarea');
    await tab.paste(long);
    await chip.choose('Drafted by AI, reviewed by me');
    await chip.waitForState('AI: needs review');
    await tab.click('form.post button');
    await person.approves();
    await until(() => board.posted.length > 0, { what: 'the post', timeout: 15_000 });
    expect(long.length).toBeGreaterThan(100_000);
    expect(board.posted).toHaveLength(1);
    expect(board.posted[0]?.replace('\r\n', '\n')).toBe(`/post ${LABEL}\n${long}`);
  } finally {
    remove();
  }
});
