import type { LogEntry } from '#lib/model/log-entry.ts';
import type { CandorBrowser } from '#tests/harness/browser.ts';
import type { FixtureHost } from '#tests/harness/internet.ts';
import { LABEL, TEXT } from '../attack/held-post.ts';
import { test as base, expect, until } from './fixtures.ts';
import { listenToGates } from './pages/extension-page.ts';
import { requireComposer } from './pages/fixture-composer.ts';
import { lastFacts, readLog, waitForOutcome } from './pages/log-page.ts';
import { NoticePage } from './pages/notice.ts';
import { siteShowing } from './pages/shown-posts.ts';

/** After publication: what a page shows of a post, against what was approved. */

interface Parts {
  notice: NoticePage;
  /** Posts with AI on a site, label and all; gives its addresses. */
  publishes(composer: string, text?: string): Promise<string[]>;
  /** From now on a host answers thus, until the test ends. */
  serve<Host extends FixtureHost>(host: Host): Host;
  /** What pages have told of posts. */
  told: { waitFor(text: string): Promise<unknown>; all(): Promise<string[]> };
}

const test = base.extend<Parts>({
  notice: async ({ tab }, use) => use(new NoticePage(tab)),
  publishes: async ({ candor, person }, use) =>
    use(async (composer, text = TEXT) => {
      await person.postsWithAi({ address: requireComposer(composer), text });
      expect((await waitForOutcome(candor)).at(-1)).toBe('post.published');
      const { permalink = '', partLinks = [] } = await lastFacts(candor, 'post.published');
      return [permalink, ...partLinks];
    }),
  serve: async ({ internet }, use) => {
    const undo: (() => void)[] = [];
    await use((host) => {
      undo.push(internet.serve(host));
      return host;
    });
    for (const stop of undo) stop();
  },
  told: async ({ candor }, use) => {
    const gates = await listenToGates(candor, 'report-shown');
    await use({ waitFor: gates.waitForQuestionAbout, all: gates.asked });
    await gates.stop();
  },
});

const drifts = async (candor: CandorBrowser): Promise<LogEntry['drift'][]> => {
  const log = await readLog(candor);
  const last = log.findLast(({ event }) => event === 'post.published')?.post;
  return log.filter(({ event, post }) => event === 'post.drifted' && post === last).map(({ drift }) => drift);
};

const waitForDrift = (candor: CandorBrowser, count = 1): Promise<LogEntry['drift'][]> =>
  until(
    async () => {
      const found = await drifts(candor);
      return found.length >= count ? found : undefined;
    },
    { what: `${count} findings`, timeout: 15_000 },
  );

test('a label that is gone when the person opens the post is told once, and is in the log', async ({
  candor,
  tab,
  notice,
  publishes,
  serve,
  told,
}) => {
  const [link = ''] = await publishes('Mastodon');
  const site = serve(siteShowing('mastodon.social', [{ text: TEXT, link }]));
  await tab.goto(link);
  await notice.waitUntilShown(/Your post on Mastodon is shown without its label/u);
  await tab.inside.waitFor({ role: 'button', name: 'Copy the label' });
  expect(await drifts(candor)).toEqual([[{ part: 0, found: 'label-gone' }]]);
  expect(await lastFacts(candor, 'post.drifted')).toMatchObject({
    address: link,
    contents: [{ what: 'shown', length: TEXT.length }],
  });
  await notice.close();

  const before = (await told.all()).length;
  await tab.reload();
  await until(async () => (await told.all()).length > before, { what: 'a second look' });
  expect(await notice.isShown()).toBe(false);
  expect(await drifts(candor)).toHaveLength(1);
  expect(new Set(site.seen.map(({ method }) => method))).toEqual(new Set(['GET']));
  expect(site.seen).toHaveLength(2);

  const popup = await candor.openPage('popup.html');
  await popup.page.waitFor({ css: '.badge', text: /^Label gone$/ });
  await popup.close();
});

test('a post that is shown as approved is nobody’s business', async ({
  candor,
  tab,
  notice,
  publishes,
  serve,
  told,
}) => {
  const [link = ''] = await publishes('Mastodon', 'Two quiet weeks are enough.');
  serve(siteShowing('mastodon.social', [{ text: `${LABEL}\nTwo quiet weeks are enough.`, link }]));
  await tab.goto('https://mastodon.social/home');
  await told.waitFor('Two quiet weeks are enough.');
  expect(await drifts(candor)).toEqual([]);
  expect(await notice.isShown()).toBe(false);
});

test('an edit that keeps the label is recorded, and disturbs nobody', async ({
  candor,
  tab,
  notice,
  publishes,
  serve,
}) => {
  const [link = ''] = await publishes('Mastodon');
  serve(siteShowing('mastodon.social', [{ text: `${LABEL}\nBuy my coin.`, link }]));
  await tab.goto(link);
  expect(await waitForDrift(candor)).toEqual([[{ part: 0, found: 'text-changed' }]]);
  expect(await notice.isShown()).toBe(false);
});

test('of other people’s posts nothing is told, though they quote the person’s or say the same', async ({
  tab,
  publishes,
  serve,
  told,
}) => {
  const [link = ''] = await publishes('Mastodon', 'Mine and nobody else’s.');
  serve(
    siteShowing('mastodon.social', [
      { text: 'Mine and nobody else’s. Or so she says.', link: 'https://mastodon.social/@other/2' },
      {
        text: 'I quote what is not mine.',
        link: 'https://mastodon.social/@other/1',
        quoted: { text: 'Mine and nobody else’s.', link },
      },
      { text: 'No link, no owner.' },
      { text: 'Mine and nobody else’s.', link },
    ]),
  );
  await tab.goto('https://mastodon.social/home');
  await told.waitFor('Mine and nobody else’s.');
  for (const message of await told.all())
    expect(JSON.parse(message)).toMatchObject({ part: 0, text: 'Mine and nobody else’s.' });
});

test('a part of a thread without its mark is told when it comes on screen', async ({
  candor,
  tab,
  chip,
  notice,
  openComposer,
  person,
  serve,
  told,
}) => {
  const modal = requireComposer('X, modal');
  const composer = await openComposer(modal);
  await composer.write('First thought about dogs.');
  await tab.click('[role="dialog"] [data-testid="addButton"]');
  await tab.page.click({ css: '[role="dialog"] [data-testid="tweetTextarea_1"]' });
  await tab.type('Second thought about dogs.');
  await chip.choose('Drafted by AI, reviewed by me');
  await composer.pressPost();
  await person.approves();
  await composer.waitForPost(2);
  expect((await waitForOutcome(candor)).at(-1)).toBe('post.published');
  const { permalink, partLinks = [] } = await lastFacts(candor, 'post.published');
  expect(partLinks).toHaveLength(1);

  // X writes the person's name where its answer had none.
  const named = (link = ''): string => link.replace('/i/', '/ada/');
  serve(
    siteShowing(
      'x.com',
      [{ text: `${LABEL}\nFirst thought about`, link: named(permalink) }],
      [{ text: 'Second thought about dogs.', link: named(partLinks[0]) }],
    ),
  );
  await tab.goto('https://x.com/home');
  await told.waitFor('First thought');
  expect((await told.all()).join()).not.toContain('Second thought');
  expect(await drifts(candor)).toEqual([]);
  await tab.evaluate(() => document.querySelector('main > :last-child')?.scrollIntoView());
  await notice.waitUntilShown(/A part of your thread on X is shown without its label/u);
  expect(await drifts(candor)).toEqual([[{ part: 1, found: 'part-without-label' }]]);
});

test('a page of one post needs no link to it, nor the spelling of the address it was given', async ({
  candor,
  tab,
  notice,
  publishes,
  serve,
}) => {
  const [link = ''] = await publishes('Bluesky');
  serve(
    siteShowing('bsky.app', [
      { text: TEXT },
      { text: 'An answer.', link: 'https://bsky.app/profile/other.example/post/3other' },
    ]),
  );
  await tab.goto(link.replace(/did:[^/]+/u, 'ada.example'));
  await notice.waitUntilShown(/Your post on Bluesky is shown without its label/u);
  expect(await drifts(candor)).toEqual([[{ part: 0, found: 'label-gone' }]]);
});

test('the page that sent a post is watched from then on', async ({ candor, tab, publishes, told }) => {
  const [link = ''] = await publishes('Mastodon', 'Shown where it was written.');
  await tab.evaluate(
    (href, text) => {
      const status = document.createElement('div');
      status.className = 'status';
      status.innerHTML = '<a class="status__relative-time"></a><div class="status__content"></div>';
      status.querySelector('a')?.setAttribute('href', href);
      const content = status.querySelector('div');
      if (content) content.textContent = text;
      document.body.prepend(status);
    },
    link,
    'Shown where it was written.',
  );
  await told.waitFor('Shown where it was written.');
  expect(await waitForDrift(candor)).toEqual([[{ part: 0, found: 'label-gone' }]]);
});
