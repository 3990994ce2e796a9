import { test as base, expect, until } from './fixtures.ts';
import { AiChat, requireTool } from './pages/ai-chat.ts';
import { listenToGates, sendAsPage } from './pages/extension-page.ts';
import { type FixtureComposer, requireComposer } from './pages/fixture-composer.ts';
import { readLog, waitForOutcome } from './pages/log-page.ts';

const ANSWER =
  'Give a rescue dog two quiet weeks before you ask anything of it. Keep the walks short and always the same, and let it come to you rather than the other way round.';
const OWN =
  'We picked ours up on a rainy Tuesday and she hid behind the washing machine until Friday. My neighbour laughed at me.';
const X = requireComposer('X, inline');

interface Parts {
  /** The person asked ChatGPT and has pressed its copy button. */
  copiedAnswer: string;
  remembered(): Promise<number>;
  /** Pastes a text into X that Candor then knows, and presses Post: the review is there. */
  triesToPost(text: string): Promise<FixtureComposer>;
}

const test = base.extend<Parts>({
  remembered: async ({ candor }, use) => {
    await use(async () => (await sendAsPage(candor, 'read-sources', {})).generations);
    // Later tests post as people who never asked an AI anything.
    await sendAsPage(candor, 'forget-generations', {});
  },
  triesToPost: async ({ chip, review, openComposer }, use) =>
    use(async (text) => {
      const composer = await openComposer(X);
      await composer.paste(text);
      await chip.waitForState('AI: needs review');
      await composer.pressPost();
      await review.waitUntilFilled();
      return composer;
    }),
  copiedAnswer: async ({ tab, remembered }, use) => {
    const chat = new AiChat(tab, requireTool('ChatGPT'));
    await chat.open();
    await chat.askAndWait('What does a rescue dog need first?', ANSWER);
    await chat.copyAnswer();
    await until(async () => (await remembered()) === 1, { what: 'the answer to be remembered' });
    await use(ANSWER);
  },
});

test('an answer that is pasted is known, shown, labelled and logged with its evidence', async ({
  candor,
  copiedAnswer,
  review,
  person,
  triesToPost,
}) => {
  const composer = await triesToPost(copiedAnswer);
  expect(await composer.posts()).toEqual([]);
  expect(await review.text()).toMatch(/100\s?% from ChatGPT/u);
  await person.approves();
  const [post] = await composer.waitForPost();
  expect(JSON.stringify(post?.body)).toContain('[AI');
  await waitForOutcome(candor);
  const approved = (await readLog(candor)).findLast(({ event }) => event === 'post.approved');
  expect(approved).toMatchObject({ role: 'generated-reviewed', proposedRole: 'generated-reviewed' });
  expect(approved?.evidence).toMatchObject([{ source: 'chatgpt', share: 1000 }]);
});

test('what a person writes passes as the site’s own event, answers remembered or not', async ({
  candor,
  copiedAnswer,
  chip,
  review,
  openComposer,
}) => {
  expect(copiedAnswer).not.toBe('');
  const before = (await readLog(candor)).length;
  const composer = await openComposer(X);
  await composer.write(OWN);
  await until(async () => (await chip.state()) === 'Mine', { what: 'the chip to say whose text it is' });
  await composer.pressPost();
  const [post] = await composer.waitForPost();
  expect(JSON.stringify(post?.body)).toContain(OWN);
  expect(await review.isOpen()).toBe(false);
  expect(await readLog(candor)).toHaveLength(before);
});

test('a text pasted from anywhere else passes as the site’s own event once it was looked at, which is at once', async ({
  candor,
  copiedAnswer,
  review,
  openComposer,
}) => {
  expect(copiedAnswer).not.toBe('');
  const before = (await readLog(candor)).length;
  const composer = await openComposer(X);
  const gates = await listenToGates(candor);
  await composer.paste(OWN);
  // X keeps the paste to itself: no pause in typing follows it.
  await gates.waitForQuestionAbout(OWN);
  await gates.stop();
  await composer.pressPost();
  const [post] = await composer.waitForPost();
  expect(JSON.stringify(post?.body)).toContain(OWN);
  expect((await composer.events()).map(({ isTrusted }) => isTrusted)).toEqual([true]);
  expect(await review.isOpen()).toBe(false);
  expect(await readLog(candor)).toHaveLength(before);
});

test('an answer edited until nothing of it is left is the person’s own', async ({
  copiedAnswer,
  chip,
  openComposer,
}) => {
  const composer = await openComposer(X);
  await composer.paste(copiedAnswer);
  await chip.waitForState('AI: needs review');
  await composer.tab.press('Mod+a');
  await composer.tab.type('Two weeks of peace did wonders for our old mongrel.');
  await chip.waitForState('Mine');
});

test('a part of an answer among one’s own words is told by its share', async ({
  candor,
  copiedAnswer,
  review,
  triesToPost,
}) => {
  await triesToPost(`${OWN} ${copiedAnswer}`);
  await review.keepEditing();
  await waitForOutcome(candor);
  const held = (await readLog(candor)).findLast(({ event }) => event === 'post.held');
  const [piece] = held?.evidence ?? [];
  const share = (copiedAnswer.length / (copiedAnswer.length + OWN.length)) * 1000;
  expect(Math.abs((piece?.share ?? 0) - share)).toBeLessThan(60);
  expect(held?.proposedRole).toBe('coauthored');
});

test('who knows better says why, and the log has the reason', async ({
  candor,
  copiedAnswer,
  review,
  triesToPost,
}) => {
  const composer = await triesToPost(copiedAnswer);
  await review.chooseRole('No AI');
  await review.giveReason('I wrote this myself and had it repeated.');
  await review.approve();
  const [post] = await composer.waitForPost();
  expect(JSON.stringify(post?.body)).not.toContain('[AI');
  await waitForOutcome(candor);
  const approved = (await readLog(candor)).findLast(({ event }) => event === 'post.approved');
  expect(approved).toMatchObject({ role: 'none', roleReason: 'I wrote this myself and had it repeated.' });
});

test('a text that was there before its answer was remembered is looked at again', async ({
  candor,
  tab,
  chip,
  remembered,
  openComposer,
}) => {
  expect(await remembered()).toBe(0);
  const composer = await openComposer(X);
  await composer.write(ANSWER);
  await chip.waitForState('Mine');
  const other = await candor.newTab();
  const chat = new AiChat(other, requireTool('ChatGPT'));
  await chat.open();
  await chat.askAndWait('What does a rescue dog need first?', ANSWER);
  await chat.copyAnswer();
  await until(async () => (await remembered()) === 1, { what: 'the answer to be remembered' });
  await tab.bringToFront();
  await tab.click(X.editor);
  await chip.waitForState('AI: needs review');
  await other.close();
});

test('a background that was stopped in between knows the answer as well', async ({
  candor,
  copiedAnswer,
  chip,
  openComposer,
}) => {
  await candor.background.stop();
  const composer = await openComposer(X);
  await composer.paste(copiedAnswer);
  await chip.waitForState('AI: needs review');
});

test('of an answer no word is stored', async ({ candor, copiedAnswer }) => {
  const [word] = copiedAnswer.split('.');
  const found = await candor.evaluate(async (sentence) => {
    const request = indexedDB.open('candor-provenance');
    const database = await new Promise<IDBDatabase>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
    const rows: unknown[] = [];
    for (const store of database.objectStoreNames) {
      const all = database.transaction(store).objectStore(store).getAll();
      rows.push(
        await new Promise((resolve) => {
          all.onsuccess = () => resolve(all.result);
        }),
      );
    }
    database.close();
    const text = JSON.stringify(rows);
    return { rows: text.length, isThere: text.includes(sentence) };
  }, word ?? '');
  expect(found.rows).toBeGreaterThan(100);
  expect(found.isThere).toBe(false);
});
