import type { CandorBrowser } from '#tests/harness/browser.ts';
import { sayAsContentScript } from '../attack/forged-message.ts';
import { coverForEver } from '../attack/hostile-page.ts';
import { waitForReviewWindow } from '../attack/review-elsewhere.ts';
import { test as base, expect, until } from './fixtures.ts';
import { AiChat, requireTool } from './pages/ai-chat.ts';
import { sendAsPage } from './pages/extension-page.ts';
import { requireComposer } from './pages/fixture-composer.ts';
import { readLog } from './pages/log-page.ts';
import { SourcesPage } from './pages/sources-page.ts';

/** What the person changed about an answer, where its text is kept. */

const ANSWER =
  'Give a rescue dog two quiet weeks before you ask anything of it. Keep the walks short and always the same, and let it come to you rather than the other way round.';
const OTHER_ANSWER =
  'An elderly cat wants a high shelf near a warm window. Feed it small meals, brush its coat every evening, and never move the litter box without a reason.';
const CHANGED = { removed: ['Give', 'short'], added: ['Offer', 'brief'] };
const X = requireComposer('X, inline');

/** Ids of the generations whose text lies in the store. */
const listKeptTexts = (candor: CandorBrowser): Promise<number[]> =>
  candor.evaluate(async () => {
    const done = <Result>(request: IDBRequest<Result>): Promise<Result> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('candor-provenance'));
    const ids = await done(database.transaction('texts').objectStore('texts').getAllKeys());
    database.close();
    return ids as number[];
  });

interface Parts {
  /** Switched on in the page of AI tools, as a person does. */
  keptTexts: undefined;
  /** ChatGPT gave two answers; the newest was copied. */
  answersRemembered(): Promise<void>;
  /** Pastes the answer into X, exchanges two words, and presses Post: the review is there. */
  postsEdited(): Promise<void>;
}

const test = base.extend<Parts>({
  keptTexts: async ({ candor }, use) => {
    const before = (await sendAsPage(candor, 'read-settings', {})).provenance;
    const sources = await SourcesPage.open(candor);
    await sources.switchMemory('The texts themselves');
    await until(async () => (await sendAsPage(candor, 'read-settings', {})).provenance.keepTextDays === 7);
    await sources.tab.close();
    await use(undefined);
    await sendAsPage(candor, 'change-provenance', before);
  },
  answersRemembered: async ({ candor, tab }, use) => {
    await use(async () => {
      await tab.bringToFront();
      const chat = new AiChat(tab, requireTool('ChatGPT'));
      await chat.open();
      await chat.askAndWait('And an old cat?', OTHER_ANSWER);
      await chat.askAndWait('What does a rescue dog need first?', ANSWER);
      await chat.copyAnswer();
      await until(async () => (await sendAsPage(candor, 'read-sources', {})).generations === 2, {
        what: 'both answers to be remembered',
      });
    });
    await sendAsPage(candor, 'forget-generations', {});
  },
  postsEdited: async ({ chip, review, openComposer }, use) =>
    use(async () => {
      const composer = await openComposer(X);
      await composer.paste(ANSWER);
      for (const [at, word] of CHANGED.removed.entries())
        await composer.replaceWord(word, CHANGED.added[at] ?? '');
      await chip.waitForState('AI: needs review');
      await composer.pressPost();
      await review.waitUntilFilled();
    }),
});

test('the review shows exactly the words that were changed', async ({
  keptTexts,
  answersRemembered,
  postsEdited,
  review,
  tab,
}) => {
  expect(keptTexts).toBeUndefined();
  await answersRemembered();
  await postsEdited();
  await review.openChanges();
  expect(await review.changes()).toEqual(CHANGED);
  expect(await tab.inside.axe()).toEqual([]);
  // Nothing of it is where the page can see it.
  expect(await tab.evaluate(() => document.documentElement.outerHTML)).not.toContain('Words removed');
  await review.keepEditing();
});

test('a text that is forgotten while the review is open is said to be gone', async ({
  keptTexts,
  answersRemembered,
  postsEdited,
  review,
  candor,
  tab,
}) => {
  expect(keptTexts).toBeUndefined();
  await answersRemembered();
  await postsEdited();
  await sendAsPage(candor, 'forget-generations', {});
  await tab.inside.click({ css: '.origin-changes summary' });
  await tab.inside.waitFor({ css: '.changes-sentence', text: /is not kept any more/u });
  await review.keepEditing();
});

test('without the setting nothing is offered', async ({ answersRemembered, postsEdited, review }) => {
  await answersRemembered();
  await postsEdited();
  expect(await review.text()).toContain('from ChatGPT');
  expect(await review.hasChanges()).toBe(false);
  await review.keepEditing();
});

test('case 26: a forged request reads no other answer, and no other tab reads this one', async ({
  keptTexts,
  answersRemembered,
  postsEdited,
  review,
  candor,
  tab,
}) => {
  expect(keptTexts).toBeUndefined();
  await answersRemembered();
  await postsEdited();
  // The review is there before its record.
  const post = await until(
    async () => {
      const last = (await readLog(candor)).at(-1);
      return last?.event === 'post.held' ? last.post : undefined;
    },
    { what: 'the hold on record' },
  );
  const own = sayAsContentScript(candor, tab);
  const kept = await listKeptTexts(candor);
  expect(kept).toHaveLength(2);
  const answers = await Promise.all(kept.map((generation) => own('read-held-text', { post, generation })));
  const given = answers.findIndex((answer) => (answer as { ok: boolean }).ok);
  expect(answers[given]).toEqual({ ok: true, value: { text: ANSWER } });
  expect(answers[1 - given]).toMatchObject({ ok: false, code: 'not-allowed' });
  const generation = kept[given] ?? 0;
  // That message is for a window of Candor's own.
  expect(await own('read-review-text', { post, generation })).toMatchObject({
    ok: false,
    code: 'not-allowed',
  });
  const elsewhere = await candor.newTab('https://x.com/explore');
  expect(await sayAsContentScript(candor, elsewhere)('read-held-text', { post, generation })).toMatchObject({
    ok: false,
    code: 'not-allowed',
  });
  await elsewhere.close();
  await tab.bringToFront();
  await review.keepEditing();
});

test('the review in a window of its own shows the same', async ({
  keptTexts,
  answersRemembered,
  postsEdited,
  candor,
  tab,
}) => {
  expect(keptTexts).toBeUndefined();
  await answersRemembered();
  await postsEdited();
  await tab.evaluate(coverForEver);
  const window = await waitForReviewWindow(candor);
  await window.page.click({ css: '.origin-changes summary' });
  await window.page.waitFor({ css: '.changed-text' });
  const textsOf = (css: string) =>
    window.evaluate((wanted) => [...document.querySelectorAll(wanted)].map((one) => one.textContent), css);
  expect(await textsOf('.changed-text del .change-words')).toEqual(CHANGED.removed);
  expect(await textsOf('.changed-text ins .change-words')).toEqual(CHANGED.added);
  await window.page.click({ role: 'button', name: 'Keep editing' });
});
