import { test as base, expect, until } from './fixtures.ts';
import { AiChat, requireTool } from './pages/ai-chat.ts';
import { deleteDatabase, sendAsPage } from './pages/extension-page.ts';
import { type FixtureComposer, requireComposer } from './pages/fixture-composer.ts';
import { SourcesPage } from './pages/sources-page.ts';

/** The browser, or somebody, deletes what Candor remembers of AI tools; what it stores elsewhere stays. */

declare const chrome: typeof import('@wxt-dev/browser').browser;

const X = requireComposer('X, inline');
const ANSWER =
  'Give a rescue dog two quiet weeks before you ask anything of it. Keep the walks short and always the same, and let it come to you.';
const OWN = 'We picked ours up on a rainy Tuesday and she hid behind the washing machine until Friday.';
const LOST_LINE = {
  css: '.remembered',
  text: /^What was remembered of AI tools is gone\. Until .*AI tools$/,
};

interface Parts {
  /** An answer of ChatGPT was remembered, and outside the database there is a mark of it. */
  rememberedAnswer: string;
  /** Writes into X and presses Post. */
  triesToPost(text: string): Promise<FixtureComposer>;
}

const test = base.extend<Parts>({
  rememberedAnswer: async ({ candor, tab }, use) => {
    const chat = new AiChat(tab, requireTool('ChatGPT'));
    await chat.open();
    await chat.askAndWait('What does a rescue dog need first?', ANSWER);
    await until(
      () =>
        candor.evaluate(async () => {
          const mark = (await chrome.storage.local.get('provenance-mark'))['provenance-mark'];
          return (mark as { generations: number } | undefined)?.generations === 1;
        }),
      { what: 'the mark of one answer', timeout: 15_000 },
    );
    await use(ANSWER);
    // Later tests post as people who never asked an AI anything.
    await sendAsPage(candor, 'forget-generations', {});
  },
  triesToPost: async ({ tab, openComposer }, use) =>
    use(async (text) => {
      await tab.bringToFront();
      const composer = await openComposer(X);
      await composer.write(text);
      await composer.pressPost();
      return composer;
    }),
});

const passesUntouched = async (composer: FixtureComposer): Promise<void> => {
  const [post] = await composer.waitForPost();
  expect(JSON.stringify(post?.body)).toContain(OWN);
  expect((await composer.events()).every(({ isTrusted }) => isTrusted)).toBe(true);
};

test('a memory that is gone is said to be gone, and every post is shown until the person goes on without it', async ({
  candor,
  rememberedAnswer,
  review,
  triesToPost,
}) => {
  await deleteDatabase(candor, 'candor-provenance');
  for (const text of [rememberedAnswer, OWN]) {
    const composer = await triesToPost(text);
    await review.waitUntilFilled();
    expect(await review.text()).toContain('what it remembered of AI tools is gone');
    expect(await composer.posts()).toEqual([]);
    await review.keepEditing();
    await review.waitUntilClosed();
    // The loss outlives the background that noticed it.
    await candor.background.stop();
  }

  const popup = await candor.openPage('popup.html');
  await popup.page.waitFor(LOST_LINE);
  expect(await popup.page.axe()).toEqual([]);
  await popup.close();

  const sources = await SourcesPage.open(candor);
  await sources.waitForLoss(/^What was remembered is gone: 1 answer/);
  expect(await sources.tab.page.axe()).toEqual([]);
  await sources.goOnWithoutLost();
  await candor.background.stop();
  await sources.reload();
  expect(await sources.isLossShown()).toBe(false);
  expect(sources.tab.errors).toEqual([]);
  await sources.tab.close();

  await passesUntouched(await triesToPost(OWN));
  expect(await review.isOpen()).toBe(false);
});

test('a memory that the person had forgotten is not called lost', async ({
  candor,
  rememberedAnswer,
  review,
  triesToPost,
}) => {
  expect(rememberedAnswer).not.toBe('');
  await sendAsPage(candor, 'forget-generations', {});
  await deleteDatabase(candor, 'candor-provenance');
  const sources = await SourcesPage.open(candor);
  await sources.waitForTotal('Nothing remembered yet');
  expect(await sources.isLossShown()).toBe(false);
  await sources.tab.close();
  await passesUntouched(await triesToPost(OWN));
  expect(await review.isOpen()).toBe(false);
});
