import type { LogEntry } from '#lib/model/log-entry.ts';
import type { CandorBrowser } from '#tests/harness/browser.ts';
import type { Internet } from '#tests/harness/internet.ts';
import { LABEL, TEXT, WHOLE } from '../attack/held-post.ts';
import {
  forgeReports,
  hearFirstPost,
  POSTS_AT_ONCE,
  poisonGuard,
  postFromPage,
  scheduleAll,
  stripFirstLine,
  type Way,
} from '../attack/hidden-post.ts';
import { describeNatives } from '../attack/native-look.ts';
import { test as base, expect, until } from './fixtures.ts';
import { protectionOf, sendAsPage } from './pages/extension-page.ts';
import { type ComposerAddress, requireComposer } from './pages/fixture-composer.ts';
import { readLog, waitForOutcome } from './pages/log-page.ts';
import { NoticePage } from './pages/notice.ts';

/** There where the functions run: a page of the extension. */
declare const chrome: typeof import('@wxt-dev/browser').browser;

/** The second gate: what the page sends and hears, whatever its composer looks like. */

interface Parts {
  notice: NoticePage;
  /** Every post is asked about, so that none passes for want of a reason to ask. */
  askedAlways: undefined;
  /** The entries that came since the test began. */
  newEntries(): Promise<LogEntry[]>;
}

const test = base.extend<Parts>({
  notice: async ({ tab }, use) => use(new NoticePage(tab)),
  askedAlways: async ({ candor }, use) => {
    await sendAsPage(candor, 'choose-gate-when', { when: 'always' });
    await use(undefined);
    await sendAsPage(candor, 'choose-preset', { preset: 'creator' });
    await sendAsPage(candor, 'choose-gate-when', { when: 'evidence' });
  },
  newEntries: async ({ candor }, use) => {
    const before = (await readLog(candor)).length;
    await use(async () => (await readLog(candor)).slice(before));
  },
});

const MASTODON_HOME = 'https://mastodon.social/home';

const withoutToast = (name: string, more = ''): ComposerAddress => {
  const address = requireComposer(name);
  const url = new URL(address.url);
  url.searchParams.set('toast', 'off');
  if (more) url.searchParams.set('send', more);
  return { ...address, url: url.href };
};

/** Waits for the log in a tab of its own, and closes that. */
const closeLogTab = (candor: CandorBrowser): Promise<unknown> =>
  until(
    () =>
      candor.evaluate(async () => {
        const tabs = await chrome.tabs.query({});
        const log = tabs.find(({ url }) => url === chrome.runtime.getURL('/dashboard.html'));
        if (log?.id !== undefined) await chrome.tabs.remove(log.id);
        return log !== undefined;
      }),
    { what: 'the log in a tab of its own' },
  );

const countSent = ({ requests }: Internet): number =>
  requests.filter(({ method, url }) => method === 'POST' && url.includes('/api/v1/statuses')).length;

const waitForEvent = (candor: CandorBrowser, from: number, event: string): Promise<LogEntry> =>
  until(async () => (await readLog(candor)).slice(from).find((entry) => entry.event === event), {
    what: event,
    timeout: 15_000,
  });

for (const [name, address, permalink] of [
  ['X by fetch', withoutToast('X, inline'), /^https:\/\/x\.com\/i\/status\/\d+$/u],
  ['X by XMLHttpRequest', withoutToast('X, inline', 'xhr'), /^https:\/\/x\.com\/i\/status\/\d+$/u],
  [
    'Bluesky, whose server is another host',
    withoutToast('Bluesky'),
    /^https:\/\/bsky\.app\/profile\/did:plc:fixture\/post\/\w+$/u,
  ],
  ['Mastodon', withoutToast('Mastodon'), /^https:\/\/mastodon\.social\/@fixture\/\d+$/u],
] as const) {
  test(`${name}: the answer gives the address of the post though the page shows none`, async ({
    candor,
    person,
  }) => {
    await person.postsWithAi({ address });
    expect(await waitForOutcome(candor)).toEqual(WHOLE);
    const published = (await readLog(candor)).findLast(({ event }) => event === 'post.published');
    expect(published?.permalink).toMatch(permalink);
    expect(published?.seenBy).toBe('page');
  });
}

test('a refusal with status 200 is a failure in the site’s own words, though the page says nothing', async ({
  candor,
  person,
}) => {
  await person.postsWithAi({ address: withoutToast('X, inline'), text: `${TEXT} #refuse` });
  expect((await waitForOutcome(candor)).at(-1)).toBe('post.failed');
  expect((await readLog(candor)).at(-1)?.reason).toBe('Whoops! You already said that.');
});

test('a post that the site publishes later is on record as scheduled, with its time', async ({
  candor,
  tab,
  review,
  person,
}) => {
  const day = '2026-12-01T10:00:00.000Z';
  await person.asksToPost({ address: withoutToast('Mastodon') });
  await tab.evaluate(scheduleAll, day);
  const from = (await readLog(candor)).length;
  await review.approve();
  expect(await waitForEvent(candor, from, 'post.scheduled')).toMatchObject({
    due: Date.parse(day),
    seenBy: 'page',
  });
});

for (const way of ['fetch', 'request', 'xhr', 'beacon', 'blob', 'form'] as const satisfies Way[]) {
  test(`cases 15 and 16: a page that posts by itself (${way}) is recorded once and the person is told`, async ({
    askedAlways: _,
    candor,
    internet,
    tab,
    notice,
    newEntries,
  }) => {
    await tab.goto(MASTODON_HOME);
    const from = (await readLog(candor)).length;
    const sentBefore = countSent(internet);
    const text = `Nobody pressed anything, by ${way}.`;
    const heard = await tab.evaluate(postFromPage, way, text);
    expect(heard).toMatch(/^(?:200 false|true|load,loadend 200)$/u);
    const bypassed = await waitForEvent(candor, from, 'post.bypassed');
    expect(bypassed).toMatchObject({ site: 'mastodon', seenBy: 'page', kind: 'post' });
    expect(bypassed.contents).toMatchObject([{ what: 'sent', length: text.length }]);
    await notice.waitUntilShown(/went out without review: Mastodon has changed/u);
    if (way !== 'beacon' && way !== 'blob') {
      const published = await waitForEvent(candor, from, 'post.published');
      expect(published).toMatchObject({ post: bypassed.post, seenBy: 'page' });
      expect(published.permalink).toMatch(/^https:\/\/mastodon\.social\/@fixture\/\d+$/u);
      expect(await notice.addressOfPost()).toBe(published.permalink);
    }
    expect(await newEntries()).toHaveLength(way === 'beacon' || way === 'blob' ? 1 : 2);
    expect(await protectionOf(candor, MASTODON_HOME)).toMatchObject({ protection: 'changed' });
    expect(countSent(internet)).toBe(sentBefore + 1);
  });
}

test('a page whose first script posts is let through at once, and recorded', async ({
  askedAlways: _,
  candor,
  internet,
  tab,
}) => {
  const from = (await readLog(candor)).length;
  const undo = internet.serve(POSTS_AT_ONCE);
  await tab.goto(MASTODON_HOME);
  expect(await tab.evaluate(hearFirstPost)).toBe('200');
  expect((await waitForEvent(candor, from, 'post.bypassed')).contents).toMatchObject([
    { length: 'Before the first word.'.length },
  ]);
  undo();
});

test('a text that the policy lets pass is nobody’s business, however it was sent', async ({
  tab,
  notice,
  newEntries,
  openComposer,
}) => {
  await tab.goto(MASTODON_HOME);
  await tab.evaluate(postFromPage, 'fetch', 'Soup for lunch.');
  // A later post that is followed shows that the first one had its time.
  const composer = await openComposer(requireComposer('Mastodon'));
  await composer.write('Soup again.');
  await composer.pressPost();
  await composer.waitForPost();
  expect(await newEntries()).toEqual([]);
  expect(await notice.isShown()).toBe(false);
});

test('likes, drafts, reading and edits of what is published are not reported', async ({
  askedAlways: _,
  candor,
  tab,
  newEntries,
}) => {
  await tab.goto(MASTODON_HOME);
  const from = (await readLog(candor)).length;
  await tab.evaluate(async () => {
    const json = { 'content-type': 'application/json' };
    const body = JSON.stringify({ status: 'Not new.' });
    await fetch('/api/v1/statuses/112000000000000001/favourite', { method: 'POST', headers: json, body });
    await fetch('/api/v1/statuses/112000000000000001', { method: 'PUT', headers: json, body });
    await fetch('/api/v1/statuses', { headers: json });
    await fetch('/api/v1/drafts', { method: 'POST', headers: json, body });
  });
  await tab.evaluate(postFromPage, 'fetch', 'This one is.');
  await waitForEvent(candor, from, 'post.published');
  expect((await newEntries()).map(({ event }) => event)).toEqual(['post.bypassed', 'post.published']);
});

test('a label that the page strips between release and request is noticed', async ({
  candor,
  tab,
  notice,
  review,
  person,
}) => {
  await person.asksToPost();
  await tab.evaluate(stripFirstLine);
  const from = (await readLog(candor)).length;
  await review.approve();
  const altered = await waitForEvent(candor, from, 'post.altered');
  expect(altered).toMatchObject({ reason: 'sent', seenBy: 'page' });
  expect(altered.contents).toMatchObject([{ what: 'sent', length: TEXT.length }]);
  await notice.waitUntilShown(/another text than the one you approved/u);
  await notice.openLog();
  await closeLogTab(candor);
  await tab.bringToFront();
  await notice.close();
  expect((await waitForEvent(candor, from, 'post.published')).post).toBe(altered.post);
});

test('case 29: a page that poisons its world after the guard came hides no post from it', async ({
  askedAlways: _,
  candor,
  tab,
}) => {
  await tab.goto(MASTODON_HOME);
  const from = (await readLog(candor)).length;
  await tab.evaluate(poisonGuard);
  await tab.evaluate(() => void fetch('/api/v1/statuses', { method: 'POST', body: '{"status":"Hidden."}' }));
  expect((await waitForEvent(candor, from, 'post.bypassed')).contents).toMatchObject([{ length: 7 }]);
});

test('case 25: what a page says in the guard’s name is not heard, and nobody answers it', async ({
  askedAlways: _,
  candor,
  tab,
  newEntries,
}) => {
  await tab.goto(MASTODON_HOME);
  const from = (await readLog(candor)).length;
  expect(await tab.evaluate(forgeReports, 'Forged.')).not.toContain(false);
  // The guard still hears its own gate.
  await tab.evaluate(postFromPage, 'fetch', 'Real.');
  await waitForEvent(candor, from, 'post.published');
  expect((await newEntries()).map(({ event }) => event)).toEqual(['post.bypassed', 'post.published']);
});

test('case 26: a page makes no more noise than it is given room for, in its own tab’s records', async ({
  askedAlways: _,
  candor,
  tab,
  newEntries,
}) => {
  await tab.goto(MASTODON_HOME);
  const from = (await readLog(candor)).length;
  await tab.evaluate(async () => {
    for (let number = 0; number < 60; number += 1)
      await fetch('/api/v1/statuses', {
        method: 'POST',
        body: JSON.stringify({ status: `Noise ${number}` }),
      });
  });
  await waitForEvent(candor, from, 'post.published');
  const entries = await newEntries();
  expect(entries.length).toBeLessThanOrEqual(60);
  for (const entry of entries) expect(entry.seenBy).toBe('page');
});

test('the page cannot tell its functions from those of a page without the guard', async ({ engine, tab }) => {
  await tab.goto('https://social.example/home');
  const clean = await tab.evaluate(describeNatives);
  await tab.goto(MASTODON_HOME);
  expect(await tab.evaluate(describeNatives)).toEqual(clean);
  expect(JSON.stringify(clean)).toContain(
    engine === 'chromium' ? 'function fetch() { [native code] }' : 'native code',
  );
});

test('case 6: after an update of the extension the guard of the open page serves the new gate', async ({
  askedAlways: _,
  candor,
  tab,
}) => {
  await tab.goto(MASTODON_HOME);
  await tab.evaluate(() => Object.assign(window, { known: window.fetch }));
  const waitUntilHeard = async (): Promise<unknown> => {
    const from = (await readLog(candor)).length;
    let number = 0;
    return until(
      async () => {
        number += 1;
        await tab.evaluate(postFromPage, 'fetch', `Number ${number}, after entry ${from}.`);
        return (await readLog(candor)).slice(from).some(({ event }) => event === 'post.bypassed');
      },
      { what: 'the gate to hear of a post', timeout: 15_000 },
    );
  };
  await waitUntilHeard();
  await candor.reloadExtension();
  await tab.bringToFront();
  await waitUntilHeard();
  // The same guard, not one more around it.
  expect(await tab.evaluate(() => (window as unknown as { known: unknown }).known === window.fetch)).toBe(
    true,
  );
});

test.describe('where the policy has requests held', () => {
  const enforced = test.extend<{ strict: undefined }>({
    strict: [
      async ({ candor, askedAlways: _ }, use) => {
        await sendAsPage(candor, 'choose-preset', { preset: 'sharing-policy-2022' });
        await sendAsPage(candor, 'choose-gate-when', { when: 'always' });
        await use(undefined);
      },
      { auto: true },
    ],
  });

  for (const way of ['fetch', 'request', 'xhr', 'beacon', 'blob'] as const satisfies Way[]) {
    enforced(
      `a post by the page itself (${way}) waits, and is not sent if the person keeps editing`,
      async ({ candor, internet, tab, review }) => {
        await tab.goto(MASTODON_HOME);
        const from = (await readLog(candor)).length;
        const text = `Not before I have read it, by ${way}.`;
        const sentBefore = countSent(internet);
        // As the browser itself fails where there is no network.
        const failure = await tab.evaluate(() => fetch('https://mastodon.social:1/').catch(String));
        const heard = tab.evaluate(postFromPage, way, text);
        await review.waitUntilFilled();
        expect(await review.text()).toContain(text);
        await review.keepEditing();
        expect(await heard).toBe(
          way === 'xhr' ? 'error,loadend 0' : way === 'beacon' || way === 'blob' ? 'true' : failure,
        );
        await waitForEvent(candor, from, 'post.cancelled');
        expect(countSent(internet)).toBe(sentBefore);
      },
    );
  }

  enforced('so does one by the page’s first script', async ({ candor, internet, tab, review }) => {
    const undo = internet.serve(POSTS_AT_ONCE);
    const sentBefore = countSent(internet);
    const from = (await readLog(candor)).length;
    await tab.goto(MASTODON_HOME);
    await review.waitUntilFilled();
    expect(await review.text()).toContain('Before the first word.');
    await review.keepEditing();
    expect(await tab.evaluate(hearFirstPost)).toMatch(/^TypeError/u);
    await waitForEvent(candor, from, 'post.cancelled');
    expect(countSent(internet)).toBe(sentBefore);
    undo();
  });

  enforced('one that is approved goes out as it is, once', async ({ candor, tab, review }) => {
    await tab.goto(MASTODON_HOME);
    const from = (await readLog(candor)).length;
    const heard = tab.evaluate(postFromPage, 'fetch', `${LABEL}\n${TEXT}`);
    await review.waitUntilFilled();
    await review.chooseRole('Drafted by AI, reviewed by me');
    await review.nameIfAsked('Ada Lovelace');
    await review.approve();
    expect(await heard).toBe('200 false');
    await waitForEvent(candor, from, 'post.published');
    expect((await readLog(candor)).slice(from).map(({ event }) => event)).toEqual(WHOLE);
  });

  enforced(
    'one whose text stands in the composer is reviewed there, and gets its label',
    async ({ candor, tab, openComposer, person }) => {
      const composer = await openComposer(requireComposer('Mastodon'));
      await composer.write(TEXT);
      const from = (await readLog(candor)).length;
      const heard = tab.evaluate(postFromPage, 'fetch', TEXT);
      await person.approves();
      expect(await heard).toMatch(/^TypeError/u);
      expect(await composer.waitForPost()).toHaveLength(1);
      await waitForEvent(candor, from, 'post.published');
      expect((await readLog(candor)).slice(from).map(({ event }) => event)).toEqual(WHOLE);
    },
  );

  enforced(
    'case 6: what waits while the extension is updated is not sent',
    async ({ candor, internet, tab, review }) => {
      await tab.goto(MASTODON_HOME);
      const sentBefore = countSent(internet);
      const heard = tab.evaluate(postFromPage, 'fetch', 'Held by nobody any more.');
      await review.waitUntilFilled();
      await candor.reloadExtension();
      await tab.bringToFront();
      expect(await heard).toMatch(/^TypeError/u);
      expect(countSent(internet)).toBe(sentBefore);
    },
  );

  enforced(
    'a page that asks too often is refused, and asks the person once',
    async ({ internet, tab, review }) => {
      await tab.goto(MASTODON_HOME);
      const sentBefore = countSent(internet);
      const answers = await tab.evaluate(() => {
        const send = (number: number): Promise<string> =>
          fetch('/api/v1/statuses', {
            method: 'POST',
            body: JSON.stringify({ status: `Noise ${number}` }),
          }).then(
            () => 'sent',
            () => 'refused',
          );
        // The first waits for the person.
        return Promise.all(Array.from({ length: 40 }, (_, number) => send(number)).slice(1));
      });
      expect([...new Set(answers)]).toEqual(['refused']);
      expect(countSent(internet)).toBe(sentBefore);
      await review.waitUntilFilled();
      expect(await tab.inside.findAll({ css: 'dialog[open]' })).toHaveLength(1);
      await review.keepEditing();
    },
  );

  enforced(
    'what was let go is not held, and another text in its place is not sent',
    async ({ candor, tab, notice, review, person }) => {
      const composer = await person.asksToPost();
      await tab.evaluate(stripFirstLine);
      const from = (await readLog(candor)).length;
      await review.approve();
      expect(await waitForEvent(candor, from, 'post.altered')).toMatchObject({ reason: 'not-sent' });
      await waitForEvent(candor, from, 'post.failed');
      await notice.waitUntilShown(/Not posted: Mastodon was about to send another text/u);
      expect(await composer.texts()).toEqual([`${LABEL}\n${TEXT}`]);
    },
  );
});
