import { Flood } from '../attack/flood.ts';
import { sayAsContentScript } from '../attack/forged-message.ts';
import { test as base, expect, until } from './fixtures.ts';
import { AiChat, requireTool } from './pages/ai-chat.ts';
import { sendAsPage } from './pages/extension-page.ts';
import { requireComposer } from './pages/fixture-composer.ts';

/** A page of one AI tool that turned hostile, and another tool that the person uses. The bounds: lib/provenance/store/README.md. */

const X = requireComposer('X, inline');
const ANSWER =
  'Give a rescue dog two quiet weeks before you ask anything of it. Keep the walks short and always the same, and let it come to you.';
/** As long as an answer may be: about half a second of work each. */
const HUGE = 500_000;
/** What one tool may have waiting, lib/flow/capture-lines.ts. */
const MOST_WAITING = { captures: 32, characters: 4_000_000 };

interface Parts {
  /** An answer of ChatGPT is remembered; its tab is the test's. */
  copiedAnswer: string;
  /** The hostile page: in a tab of its own, at the address of another tool. */
  flood: Flood;
  countOf(source: string): Promise<number>;
}

const test = base.extend<Parts>({
  countOf: async ({ candor }, use) => {
    await use(
      async (source) =>
        (await sendAsPage(candor, 'read-sources', {})).sources.find((one) => one.source === source)
          ?.generations ?? 0,
    );
    // Later tests post as people who never asked an AI anything.
    await sendAsPage(candor, 'forget-generations', {});
  },
  copiedAnswer: async ({ tab, countOf }, use) => {
    const chat = new AiChat(tab, requireTool('ChatGPT'));
    await chat.open();
    await chat.askAndWait('What does a rescue dog need first?', ANSWER);
    await chat.copyAnswer();
    await until(async () => (await countOf('chatgpt')) === 1, { what: 'the answer to be remembered' });
    await use(ANSWER);
  },
  flood: async ({ candor, tab, copiedAnswer: _ }, use) => {
    const hostile = await candor.newTab();
    await new AiChat(hostile, requireTool('Perplexity')).open();
    await tab.bringToFront();
    await use(new Flood(candor, hostile));
    await hostile.close();
  },
});

test('a page that floods Candor with answers fills neither its memory nor its storage, and drives out nobody else’s', async ({
  candor,
  copiedAnswer,
  flood,
  countOf,
  chip,
  openComposer,
}) => {
  test.slow();
  for (const [seed, { answers, length, most }] of [
    { answers: 2000, length: 400, most: MOST_WAITING.captures + 1 },
    { answers: 40, length: HUGE, most: MOST_WAITING.characters / HUGE },
  ].entries()) {
    await flood.start({ answers, length, seed });
    const { remembered, refused } = await until(
      async () => {
        const state = await flood.state();
        return state.remembered + state.refused === answers ? state : undefined;
      },
      { what: 'an answer to all of the flood', timeout: 60_000 },
    );
    expect(remembered).toBeGreaterThan(0);
    // While all were on their way some had their turn, and made room for as many others.
    expect(refused).toBeGreaterThanOrEqual(answers - 3 * most);
  }
  expect(await countOf('perplexity')).toBeGreaterThan(MOST_WAITING.captures);
  expect(await countOf('chatgpt')).toBe(1);

  await candor.background.stop();
  const composer = await openComposer(X);
  await composer.paste(copiedAnswer);
  await chip.waitForState('AI: needs review');
});

test('while a page floods Candor with huge answers, a draft in another tab does not wait behind them', async ({
  candor,
  tab,
  copiedAnswer,
  flood,
  openComposer,
}) => {
  test.slow();
  await openComposer(X);
  const say = sayAsContentScript(candor, tab);
  const draft = {
    site: 'x',
    composer: 'post',
    kind: 'post' as const,
    parts: [{ text: copiedAnswer, media: [] }],
    address: X.url,
  };
  const answers = MOST_WAITING.characters / HUGE;
  await flood.start({ answers, length: HUGE, seed: 7 });
  await until(async () => (await flood.state()).remembered > 0, { what: 'the flood to be under way' });
  const before = await flood.state();
  const decided = await say('decide-draft', { draft });
  const after = await flood.state();
  expect(decided).toMatchObject({
    ok: true,
    value: { decision: { evidence: [{ kind: 'generated', source: 'chatgpt' }] } },
  });
  // The one under way is finished, and one may have had its turn while each of the other questions was on its way.
  expect(after.remembered - before.remembered).toBeLessThanOrEqual(3);
  expect(after.remembered).toBeLessThan(answers);
});

test('ten thousand copy events of a page’s own making bring nothing in', async ({
  copiedAnswer,
  tab,
  countOf,
}) => {
  const chat = new AiChat(tab, requireTool('Claude'));
  await chat.open();
  await chat.tab.evaluate((text) => {
    const answer = document.createElement('p');
    document.body.append(answer);
    for (let at = 0; at < 10_000; at += 1) {
      answer.textContent = `${at}. ${text}`;
      document.getSelection()?.selectAllChildren(answer);
      answer.dispatchEvent(new ClipboardEvent('copy', { bubbles: true, composed: true }));
    }
  }, copiedAnswer);
  // What the person copies comes after all of them.
  await chat.selectAndCopy(`9999. ${copiedAnswer}`);
  await until(async () => (await countOf('claude')) > 0, { what: 'the copied answer' });
  expect(await countOf('claude')).toBe(1);
});
