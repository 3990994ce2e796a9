import assert from 'node:assert/strict';
import { AiChat } from '#tests/e2e/pages/ai-chat.ts';
import { ChipPage, ReviewPage } from '#tests/e2e/pages/candor-ui.ts';
import { listenToGates, sendAsPage } from '#tests/e2e/pages/extension-page.ts';
import { FixtureComposer } from '#tests/e2e/pages/fixture-composer.ts';
import { readLog, waitForOutcome } from '#tests/e2e/pages/log-page.ts';
import type { CandorBrowser } from '#tests/harness/browser.ts';
import type { Query } from '#tests/harness/finder.ts';
import { until } from '#tests/harness/poll.ts';
import type { Tab } from '#tests/harness/tab.ts';
import { ANSWER, DEMO_SITES, type DemoSite, TOOL } from './demo-sites.ts';
import type { DemoWorld } from './demo-world.ts';
import type { Narrator } from './narrator.ts';
import { START } from './start-page.ts';
import type { StepId } from './steps.ts';

const AUTHOR = 'Ada Lovelace';
const QUESTION = 'Write a short post about adopting a rescue dog.';
const LABEL = `[AI-generated: drafted by AI, reviewed and approved by ${AUTHOR}]`;
/** The fix that the review offers while nobody answers for the post. */
const CHOOSE_NAME: Query = { role: 'button', name: 'Choose a name' };
const OWN_WORDS = 'Walked the dog before breakfast. Frost on every fence.';

/** What every part of the driven demo works with. */
export interface Drive {
  candor: CandorBrowser;
  world: DemoWorld;
  tab: Tab;
  narrator: Narrator;
}

/** Ticks a step off and waits until the guide on the page shows it. */
async function tick({ world, tab }: Drive, step: StepId): Promise<void> {
  const { done } = world.progress;
  done.add(step);
  await tab.waitFor((count) => document.querySelectorAll('.demo-done').length === count, done.size);
}

/** How many answers Candor remembers. */
const countRemembered = async ({ candor }: Drive): Promise<number> =>
  (await sendAsPage(candor, 'read-sources', {})).generations;

async function postWithLabel(drive: Drive, site: DemoSite): Promise<void> {
  const { candor, world, tab, narrator } = drive;
  const { done, posts } = world.progress;
  const composer = new FixtureComposer(tab, site.composer);
  const chip = new ChipPage(tab);
  const review = new ReviewPage(tab);
  const before = posts.length;
  const step = <T>(id: StepId, words: string, act: () => Promise<T>): Promise<T> =>
    narrator.step(tab, {
      words,
      picture: `${site.id}-${id}`,
      async take() {
        const result = await act();
        await tick(drive, id);
        return result;
      },
    });

  narrator.chapter(site.name);
  done.clear();
  const chat = new AiChat(tab, TOOL);
  await step('asked', `Asked ${TOOL.name} for a post`, async () => {
    await chat.open();
    await chat.askAndWait(QUESTION);
  });
  await step('copied', 'Copied its answer with its own button: Candor remembers it', async () => {
    await chat.copyAnswer();
    await until(async () => (await countRemembered(drive)) === 1, { what: 'the answer to be remembered' });
  });
  await step('pasted', 'Pasted it into the post', async () => {
    await composer.open();
    await tab.page.click({ css: site.composer.editor });
    await tab.paste();
    await tab.waitFor((wanted) => window.fixture.texts().join('').trim() === wanted, ANSWER);
  });
  await step('known', 'The chip asks for a review: nobody declared anything', () =>
    chip.waitForState('AI: needs review'),
  );
  await step('held', 'Pressed Post: held for review, the server received nothing', async () => {
    await composer.pressPost();
    await review.waitUntilFilled();
    assert.equal(posts.length, before, 'the server received a post that nobody reviewed');
    assert.match(
      await review.text(),
      /100\s?% from ChatGPT/u,
      'the review does not say where the text came from',
    );
  });
  await narrator.step(tab, {
    words: 'Reviewed and signed it: the label names the person',
    picture: `${site.id}-signed`,
    async take() {
      if (await tab.inside.find(CHOOSE_NAME)) {
        await tab.inside.click(CHOOSE_NAME);
        await tab.type(AUTHOR);
      }
      await until(async () => (await review.text()).includes(LABEL), { what: `the label ${LABEL}` });
    },
  });
  await step('labelled', 'Pressed “Label and post”: the server received it, label first', async () => {
    await review.approve();
    await until(() => posts.length > before, { what: `a post at the server of ${site.name}` });
    assert.equal(posts.at(-1)?.text, `${LABEL}\n${ANSWER}`);
  });
  narrator.quote(`The server of ${site.name} received:`, posts.at(-1)?.text ?? '');
  await step('posted', 'Posted once, and the site confirmed it', async () => {
    const events = await waitForOutcome(candor);
    assert.deepEqual(events, ['post.held', 'post.approved', 'post.released', 'post.published']);
    await review.waitUntilClosed();
    const approved = (await readLog(candor)).findLast(({ event }) => event === 'post.approved');
    assert.deepEqual(
      approved?.evidence?.map(({ source, share }) => ({ source, share })),
      [{ source: TOOL.id, share: 1000 }],
      'the log does not say where the text came from',
    );
    assert.equal(posts.length, before + 1, 'the server received another number of posts than one');
  });
}

async function postByHand(drive: Drive, site: DemoSite): Promise<void> {
  const { candor, world, tab, narrator } = drive;
  const { posts } = world.progress;
  narrator.chapter(`A post without AI, on ${site.name}`);
  await narrator.step(tab, {
    words: 'Typed a post and pressed Post: no dialog, the event still trusted, nothing changed',
    picture: `${site.id}-human`,
    async take() {
      const before = posts.length;
      const logged = (await readLog(candor)).length;
      const composer = new FixtureComposer(tab, site.composer);
      await composer.open();
      const gates = await listenToGates(candor);
      await composer.write(OWN_WORDS);
      // A pause before the press, as people make.
      await gates.waitForQuestionAbout(OWN_WORDS);
      await gates.stop();
      await composer.pressPost();
      await until(() => posts.length > before, { what: `a post at the server of ${site.name}` });
      const events = await composer.events();
      assert.ok(events.length > 0 && events.every(({ isTrusted }) => isTrusted), 'an event was not trusted');
      assert.equal(await new ReviewPage(tab).isOpen(), false, 'a dialog came');
      assert.equal((await readLog(candor)).length, logged, 'the log grew');
      assert.equal(posts.at(-1)?.text, OWN_WORDS);
      await tick(drive, 'human');
    },
  });
  narrator.quote(`The server of ${site.name} received:`, posts.at(-1)?.text ?? '');
}

/** The whole way on each site, then a human post. @throws Error at the first step that does not hold */
export async function driveDemo(drive: Drive): Promise<void> {
  const { tab, narrator } = drive;
  narrator.chapter('Start');
  await narrator.step(tab, {
    words: 'Opened the start page',
    picture: 'start',
    async take() {
      await tab.goto(START);
      await tab.page.waitFor({ css: '.demo-steps' });
    },
  });
  for (const site of DEMO_SITES) await postWithLabel(drive, site);
  const last = DEMO_SITES.at(-1);
  if (last) await postByHand(drive, last);
}
