import { test as base, expect, until } from './fixtures.ts';
import { AI_TOOLS, AiChat, type AiTool, CaptureListener, requireTool } from './pages/ai-chat.ts';
import { sendAsPage } from './pages/extension-page.ts';

interface Parts {
  /** A conversation with one of the tools, opened. */
  chatWith(name: AiTool['name'], options?: Parameters<AiChat['open']>[0]): Promise<AiChat>;
  listener: CaptureListener;
}

const test = base.extend<Parts>({
  listener: async ({ candor }, use) => {
    const listener = await CaptureListener.open(candor);
    await use(listener);
    await listener.close();
  },
  // The listener first: its page comes to the front, and the chat must be there afterwards.
  chatWith: async ({ tab, listener: _ }, use) =>
    use(async (name, options) => {
      const chat = new AiChat(tab, requireTool(name));
      await tab.bringToFront();
      await chat.open(options);
      return chat;
    }),
});

// Later tests post as people who never asked an AI anything.
test.afterAll(({ candor }) => sendAsPage(candor, 'forget-generations', {}));

const QUESTION = 'What does a rescue dog need first?';
const PLAIN = 'Give a rescue dog two quiet weeks, always the same walk, and a place that is its own.';
const RICH = `${PLAIN}\n\n- No visitors at first.\n- A bowl that nobody moves.\n\n\`\`\`python\nwalk(minutes=10)\n\`\`\`\n\nThen wait.`;
const RICH_READ =
  /two quiet weeks.*own\.\s+No visitors at first\.\s+A bowl that nobody moves\..*walk\(minutes=10\)\s+Then wait\.$/su;

for (const { name, model } of AI_TOOLS) {
  test.describe(name, () => {
    test('a finished answer is captured once, with the question', async ({ chatWith, listener }) => {
      const chat = await chatWith(name);
      await chat.askAndWait(QUESTION, RICH);
      const answer = await listener.waitFor('answer', 'Then wait.');
      expect(answer.text).toMatch(RICH_READ);
      expect(answer.text).not.toContain('Copy');
      expect(answer.text).not.toContain(QUESTION);
      expect(answer.prompts.map((prompt) => prompt.trim())).toEqual([QUESTION]);
      expect(answer.model).toBe(model);
      expect(new URL(answer.conversation ?? '').href.startsWith(chat.tool.url)).toBe(true);
      const heard = await listener.heard();
      expect(heard.filter(({ text }) => text.includes('two quiet weeks'))).toHaveLength(1);
    });

    test('its copy button gives the whole answer, and the right one', async ({ chatWith, listener }) => {
      const chat = await chatWith(name);
      await chat.load([
        { question: 'First?', answer: `First answer. ${PLAIN}` },
        { question: 'Second?', answer: `Second answer. ${PLAIN}` },
      ]);
      await chat.copyAnswer(0);
      const first = await listener.waitFor('copy-control', 'First answer.');
      expect(first.text).toBe(`First answer. ${PLAIN}`);
      expect(first.prompts.map((prompt) => prompt.trim())).toEqual(['First?']);
      await chat.copyAnswer(1);
      expect((await listener.waitFor('copy-control', 'Second answer.')).prompts).toHaveLength(2);
      expect(await chat.tab.evaluate(() => window.chat.copied)).toHaveLength(2);
    });

    test('a copied passage brings the whole answer', async ({ chatWith, listener }) => {
      const chat = await chatWith(name);
      await chat.load([{ question: QUESTION, answer: RICH }]);
      await chat.selectAndCopy('two quiet weeks');
      expect((await listener.waitFor('copy', 'two quiet weeks')).text).toMatch(RICH_READ);
    });

    test('an answer that is written anew is captured anew', async ({ chatWith, listener }) => {
      const chat = await chatWith(name);
      await chat.askAndWait(QUESTION, PLAIN);
      await listener.waitFor('answer', PLAIN);
      await chat.regenerate(
        'Quite another answer: begin with the bowl and the bed, and leave the rest for later.',
      );
      await listener.waitFor('answer', 'Quite another answer');
    });
  });
}

test('what is captured is remembered, and counted once', async ({ candor, chatWith, listener }) => {
  const count = async (): Promise<number> =>
    (await sendAsPage(candor, 'read-sources', {})).sources.find(({ source }) => source === 'claude')
      ?.generations ?? 0;
  // An answer that holds another one takes its place: this shares nothing with those of the other tests.
  const NEW =
    'Sourdough wants patience: feed the starter twice, wait for bubbles, and fold the dough four times before the night.';
  const before = await count();
  const chat = await chatWith('Claude');
  await chat.askAndWait(QUESTION, NEW);
  await listener.waitFor('answer', NEW);
  await until(async () => (await count()) === before + 1, { what: 'one more answer of Claude' });
  await chat.copyAnswer();
  await listener.waitFor('copy-control', NEW);
  expect(await count()).toBe(before + 1);
});

test('nothing of an answer is captured while it streams', async ({ chatWith, listener }) => {
  const chat = await chatWith('ChatGPT', { pace: 40 });
  await chat.askAndWait(QUESTION, `${'One word after the other comes in. '.repeat(20)}The end.`);
  await listener.waitFor('answer', 'The end.');
  expect(await listener.heard()).toHaveLength(1);
});

test('chips of sources are no part of the answer', async ({ chatWith, listener }) => {
  const chat = await chatWith('Perplexity');
  await chat.load([
    { question: QUESTION, answer: 'Two quiet weeks [1] and a bed [2] are enough to begin with.' },
  ]);
  await chat.copyAnswer();
  const { text } = await listener.waitFor('copy-control', 'Two quiet weeks');
  expect(text).toBe('Two quiet weeks and a bed are enough to begin with.');
});

test('a copy item in a menu elsewhere belongs to the answer whose menu was opened', async ({
  chatWith,
  listener,
}) => {
  const chat = await chatWith('Gemini');
  await chat.load([
    { question: 'First?', answer: `First answer. ${PLAIN}` },
    { question: 'Second?', answer: `Second answer. ${PLAIN}` },
  ]);
  await chat.tab.page.click({ role: 'button', name: 'Show more options', nth: 0 });
  await chat.tab.page.click({ role: 'menuitem', name: 'Copy' });
  expect((await listener.waitFor('copy-control', PLAIN)).text).toContain('First answer.');
});

test('the copy button of the person’s own message captures nothing', async ({ chatWith, listener }) => {
  const chat = await chatWith('ChatGPT');
  await chat.load([
    { question: 'My own words, all of them.', answer: `First answer. ${PLAIN}` },
    { question: 'And these.', answer: `Second answer. ${PLAIN}` },
  ]);
  await chat.tab.page.click({ role: 'button', name: 'Copy message', nth: 1 });
  await chat.selectAndCopy('My own words, all of them.');
  await chat.copyAnswer();
  await listener.waitFor('copy-control', 'Second answer.');
  const gestures = (await listener.heard()).filter(({ captured }) => captured !== 'answer');
  expect(gestures.map(({ text }) => text)).toEqual([`Second answer. ${PLAIN}`]);
});

test('a passage that is dragged off the page is captured, and no drag that the page only pretends', async ({
  chatWith,
  listener,
}) => {
  const chat = await chatWith('ChatGPT');
  await chat.load([{ question: QUESTION, answer: PLAIN }]);
  await chat.select('two quiet weeks');
  await chat.tab.evaluate(() => {
    const event = new DragEvent('dragstart', { bubbles: true, composed: true });
    document.querySelector('.markdown p')?.dispatchEvent(event);
  });
  await chat.copyAnswer();
  await listener.waitFor('copy-control', 'two quiet weeks');
  expect((await listener.heard()).filter(({ captured }) => captured === 'drag')).toEqual([]);
  await chat.drag('two quiet weeks');
  expect((await listener.waitFor('drag', 'two quiet weeks')).text).toBe(PLAIN);
});

test('older answers are captured when they are scrolled into view, also if they were not mounted', async ({
  chatWith,
  listener,
}) => {
  const chat = await chatWith('ChatGPT', { keep: 6 });
  await chat.load(
    Array.from({ length: 20 }, (_, at) => ({
      question: `Question ${at}?`,
      answer: `Answer number ${at}. ${PLAIN}\n\n${PLAIN}\n\n${PLAIN}`,
    })),
  );
  await listener.waitFor('answer', 'Answer number 19.');
  for (const at of [11, 8]) {
    expect((await listener.heard()).some(({ text }) => text.startsWith(`Answer number ${at}.`))).toBe(false);
    await chat.scrollUp();
    await listener.waitFor('answer', `Answer number ${at}.`);
  }
});

test('a conversation with 10,000 answers stays cheap, and its new answer is captured', async ({
  chatWith,
  listener,
}) => {
  const chat = await chatWith('ChatGPT');
  await chat.tab.evaluate((answer) => {
    window.chat.load(
      Array.from({ length: 10_000 }, (_, at) => ({ question: `${at}?`, answer: `${at}. ${answer}` })),
    );
    window.scrollTo(0, document.body.scrollHeight);
  }, PLAIN);
  await listener.waitFor('answer', '9999. Give');
  await chat.askAndWait(QUESTION, `Answer after many. ${PLAIN}`);
  await listener.waitFor('answer', 'Answer after many.');
  expect((await listener.heard()).length).toBeLessThan(60);
});

test.describe('what is no AI tool', () => {
  const copyOnX = async (chat: AiChat, css: string): Promise<void> => {
    await chat.tab.evaluate((selector) => {
      const element = document.querySelector(selector);
      if (element) document.getSelection()?.selectAllChildren(element);
    }, css);
    await chat.tab.press('Mod+c');
  };

  test('a page that holds a tool captures that tool only', async ({ tab, listener }) => {
    const chat = new AiChat(tab, { ...requireTool('ChatGPT'), url: 'https://x.com/home' });
    await tab.bringToFront();
    await chat.open();
    await tab.evaluate((text) => {
      const post = document.createElement('p');
      post.id = 'post';
      post.textContent = `Somebody's post. ${text}`;
      const drawer = document.createElement('div');
      drawer.dataset.testid = 'GrokDrawer';
      drawer.textContent = `Grok says: ${text}`;
      document.body.append(post, drawer);
    }, PLAIN);
    await copyOnX(chat, '#post');
    await copyOnX(chat, '[data-testid="GrokDrawer"]');
    await listener.waitFor('copy', 'Grok says');
    expect(await listener.heard()).toHaveLength(1);
  });

  test('copy events that a page makes up do nothing, on a tool and elsewhere', async ({
    chatWith,
    listener,
  }) => {
    const chat = await chatWith('Claude');
    await chat.load([{ question: QUESTION, answer: PLAIN }]);
    const pretend = (css: string): void => {
      const element = document.querySelector(css);
      if (!element) throw new Error(`no ${css}`);
      document.getSelection()?.selectAllChildren(element);
      for (const target of [element, document, window])
        target.dispatchEvent(new ClipboardEvent('copy', { bubbles: true, composed: true }));
      for (const button of document.querySelectorAll('button')) button.click();
    };
    await listener.waitFor('answer', PLAIN);
    await chat.tab.evaluate(pretend, '.standard-markdown');
    await chat.tab.goto('https://chat.example/');
    await chat.tab.evaluate(pretend, '.answer');
    await chat.tab.press('Mod+c');
    await chat.open();
    await chat.load([{ question: QUESTION, answer: `At the end. ${PLAIN}` }]);
    await chat.copyAnswer();
    await listener.waitFor('copy-control', 'At the end.');
    const gestures = (await listener.heard()).filter(({ captured }) => captured !== 'answer');
    expect(gestures.map(({ text }) => text)).toEqual([`At the end. ${PLAIN}`]);
  });
});
