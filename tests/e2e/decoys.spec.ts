import { LABEL, SENT, TEXT } from '../attack/held-post.ts';
import { findInFrames, nestInFrames, nestInShadowRoots, readSent } from '../attack/nested-composer.ts';
import { expect, test, until } from './fixtures.ts';
import { sendAsPage } from './pages/extension-page.ts';
import { readLog } from './pages/log-page.ts';

const HOME = 'https://mastodon.social/home';

/** Pages that are built so that the gate looks at the wrong place, too late, or at too much. */

test('a button named Post that stands apart, or belongs to something else in the composer, publishes nothing and holds nothing', async ({
  tab,
  person,
  review,
}) => {
  const composer = await person.writesWithAi();
  await tab.evaluate(() => {
    const apart = document.createElement('button');
    apart.textContent = 'Post';
    apart.id = 'apart';
    document.body.prepend(apart);
    const inside = document.createElement('button');
    inside.type = 'button';
    inside.textContent = 'Post';
    inside.id = 'inside';
    document.querySelector('form.compose-form')?.prepend(inside);
  });
  await tab.click('#apart');
  await tab.click('#inside');
  expect(await review.isOpen()).toBe(false);
  expect(await composer.posts()).toEqual([]);

  await composer.pressPost();
  await person.approves();
  const [post] = await composer.waitForPost();
  expect(post?.body).toMatchObject(SENT);
});

test('a button that was cloned, and so lost whatever a listener on it would have been, is held all the same', async ({
  tab,
  person,
  review,
}) => {
  const composer = await person.writesWithAi();
  await tab.evaluate(() => {
    const button = document.querySelector('.compose-form__submit button');
    button?.replaceWith(button.cloneNode(true));
  });
  await composer.pressPost();
  await review.waitUntilFilled();
  expect(await composer.posts()).toEqual([]);
});

test('among 10,000 other composers the one that is written in is found and held', async ({
  tab,
  person,
  review,
}) => {
  const composer = await person.writesWithAi();
  await tab.evaluate(() => {
    const crowd = document.createElement('div');
    for (let at = 0; at < 10_000; at += 1) {
      const form = document.createElement('form');
      form.className = 'compose-form';
      const field = document.createElement('textarea');
      field.className = 'autosuggest-textarea__textarea';
      const button = document.createElement('button');
      button.type = 'submit';
      button.textContent = 'Post';
      form.append(field, button);
      crowd.append(form);
    }
    document.body.append(crowd);
  });
  await composer.pressPost();
  await person.approves();
  const [post] = await composer.waitForPost();
  expect(post?.body).toMatchObject(SENT);
  expect(await review.isOpen()).toBe(false);
});

test('a page that presses its own button again and again while the dialog opens sends nothing', async ({
  tab,
  person,
  review,
}) => {
  const composer = await person.writesWithAi();
  await tab.evaluate(() => {
    const press = (): void =>
      document.querySelector<HTMLButtonElement>('.compose-form__submit button')?.click();
    new MutationObserver(press).observe(document.documentElement, { childList: true });
    setInterval(press, 5);
  });
  await composer.pressPost();
  await review.waitUntilFilled();
  await review.waitUntilArmed();
  expect(await composer.posts()).toEqual([]);
  expect(await composer.texts()).toEqual([TEXT]);
});

test('a page that leaves in its own handler of the press does not hear the press that is held', async ({
  tab,
  person,
  review,
}) => {
  const composer = await person.writesWithAi();
  await tab.evaluate(() => {
    const leave = (event: Event): void => {
      if ((event.target as Element).closest('.compose-form__submit')) location.href = '/elsewhere';
    };
    document.addEventListener('click', leave, true);
  });
  await composer.pressPost();
  await review.waitUntilFilled();
  expect(await tab.evaluate(() => location.pathname)).toBe('/home');
  expect(await composer.posts()).toEqual([]);
});

test.describe('where every post is asked about', () => {
  test.beforeEach(({ candor }) => sendAsPage(candor, 'choose-gate-when', { when: 'always' }));
  test.afterEach(async ({ candor }) => {
    await sendAsPage(candor, 'choose-preset', { preset: 'creator' });
    await sendAsPage(candor, 'choose-gate-when', { when: 'evidence' });
  });

  test('a composer in shadow roots inside of each other is found by what it is, held, and labelled', async ({
    tab,
    review,
    person,
  }) => {
    await tab.goto(HOME);
    const composer = await tab.evaluate(nestInShadowRoots, 4, 'open');
    await tab.click(composer.text);
    await tab.type(TEXT);
    await tab.click(composer.button);
    await review.waitUntilFilled();
    expect(await tab.evaluate(readSent)).toEqual([]);
    await review.chooseRole('Drafted by AI, reviewed by me');
    await person.approves();
    await until(async () => (await tab.evaluate(readSent)).length > 0, { what: 'the post' });
    expect(await tab.evaluate(readSent)).toEqual([`${LABEL}\n${TEXT}`]);
  });

  test('one in closed shadow roots is nothing a script can see: the second gate tells of its post', async ({
    candor,
    tab,
  }) => {
    const from = (await readLog(candor)).length;
    await tab.goto(HOME);
    const composer = await tab.evaluate(nestInShadowRoots, 2, 'closed');
    await tab.click(composer.text);
    await tab.type(TEXT);
    await tab.click(composer.button);
    await until(
      async () => (await readLog(candor)).slice(from).some(({ event }) => event === 'post.bypassed'),
      { what: 'the post to be noticed' },
    );
  });

  test('one in a frame in a frame is held by the gate of its own frame', async ({
    candor,
    internet,
    tab,
  }) => {
    const countSent = (): number => internet.requests.filter(({ method }) => method === 'POST').length;
    const depth = 2;
    await tab.goto(HOME);
    await tab.evaluate(nestInFrames, depth);
    const [before, from] = [countSent(), (await readLog(candor)).length];
    await tab.click(await tab.waitFor(findInFrames, depth, '.autosuggest-textarea__textarea'));
    await tab.type(TEXT);
    await tab.click(await tab.waitFor(findInFrames, depth, '.compose-form__submit button'));
    await until(async () => (await readLog(candor)).slice(from).some(({ event }) => event === 'post.held'), {
      what: 'the post to be held',
    });
    expect(countSent()).toBe(before);
  });
});
