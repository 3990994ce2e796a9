import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect, until } from './fixtures.ts';
import { AiChat, requireTool } from './pages/ai-chat.ts';
import { sendAsPage } from './pages/extension-page.ts';
import { SourcesPage } from './pages/sources-page.ts';

declare const chrome: typeof import('@wxt-dev/browser').browser;

const CHAT = 'https://chat.example';

interface Parts {
  chat: AiChat;
  /** ChatGPT has given these answers, and Candor remembers them. */
  remembersAnswers(...answers: string[]): Promise<void>;
  /** The page of AI tools, opened. */
  openSources(): Promise<SourcesPage>;
}

/** The prompt for a permission can be answered by no test: this build has the one for the chat from the start. */
const test = base.extend<Parts>({
  extensionDir: [
    async ({ engine }, use) => {
      const built = path.resolve('.output', engine === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');
      const folder = await mkdtemp(path.join(tmpdir(), 'candor-with-chat-'));
      await cp(built, folder, { recursive: true });
      const file = path.join(folder, 'manifest.json');
      const manifest = JSON.parse(await readFile(file, 'utf8')) as { host_permissions: string[] };
      manifest.host_permissions.push(`${CHAT}/*`);
      await writeFile(file, JSON.stringify(manifest));
      await use(folder);
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  chat: async ({ tab }, use) => use(new AiChat(tab, requireTool('ChatGPT'))),
  remembersAnswers: async ({ candor, chat }, use) =>
    use(async (...answers) => {
      await chat.tab.bringToFront();
      await chat.open();
      for (const answer of answers) await chat.askAndWait('What does it need?', answer);
      const count = async () => (await sendAsPage(candor, 'read-sources', {})).generations;
      await until(async () => (await count()) === answers.length, { what: 'the answers to be remembered' });
    }),
  openSources: async ({ candor }, use) => {
    const opened: SourcesPage[] = [];
    await use(async () => {
      const page = await SourcesPage.open(candor);
      opened.push(page);
      return page;
    });
    for (const { tab } of opened) {
      expect(tab.errors).toEqual([]);
      await tab.close();
    }
  },
});

// Each test begins with the settings of a fresh installation, and with nothing remembered.
test.afterEach(async ({ candor }) => {
  await sendAsPage(candor, 'forget-generations', {});
  await candor.evaluate(() => chrome.storage.local.remove('settings'));
});

const ON_DOGS =
  'Give a rescue dog two quiet weeks, always the same walk, and a place that is its own. No visitors at first. After that, let it come to you.';
/** As unlike as two answers are: one that holds most of the other would take its place. */
const ON_CATS =
  'An elderly cat wants a high shelf near a warm window. Feed it small meals, brush its coat every evening, and never move the litter box without a reason.';

test('what a tool answered is listed, and forgotten after a question', async ({
  remembersAnswers,
  openSources,
}) => {
  await remembersAnswers(ON_DOGS);
  const sources = await openSources();
  await sources.waitForTotal('1 answer remembered');
  await sources.waitForTool('ChatGPT', /1 answer.*last captured.*remembered until/);
  expect(await sources.tab.page.axe()).toEqual([]);

  await sources.askToForget('ChatGPT');
  await sources.keep();
  expect(await sources.tab.page.focused()).toMatchObject({ name: 'Forget what ChatGPT wrote' });
  await sources.askToForget('ChatGPT');
  expect(await sources.tab.page.axe()).toEqual([]);
  await sources.confirm();
  await sources.waitForResult('1 answer forgotten.');
  await sources.waitUntilToolIsGone('ChatGPT');
  await sources.reload();
  await sources.waitForTotal('Nothing remembered yet');
});

test('everything is forgotten at once, and the page says how much it was', async ({
  remembersAnswers,
  openSources,
}) => {
  await remembersAnswers(ON_DOGS, ON_CATS);
  const sources = await openSources();
  await sources.askToForgetEverything();
  await sources.confirm();
  await sources.waitForResult('2 answers forgotten.');
  await sources.reload();
  await sources.waitForTotal('Nothing remembered yet');
});

test('a tool that is switched off stays off, and nothing it writes is remembered', async ({
  candor,
  chat,
  openSources,
}) => {
  const sources = await openSources();
  await sources.switchOver('ChatGPT');
  await until(async () => (await sendAsPage(candor, 'read-settings', {})).sourcesOff.includes('chatgpt'));
  await sources.reload();
  expect(await sources.isOn('ChatGPT')).toBe(false);
  expect(await sources.isOn('Claude')).toBe(true);
  await chat.tab.bringToFront();
  await chat.open();
  await chat.askAndWait('A dog?', ON_DOGS);
  await chat.copyAnswer();
  const claude = new AiChat(chat.tab, requireTool('Claude'));
  await claude.open();
  await claude.askAndWait('A cat?', ON_CATS);
  await until(async () => (await sendAsPage(candor, 'read-sources', {})).generations > 0);
  await sources.tab.bringToFront();
  await sources.reload();
  await sources.waitForTool('Claude', /1 answer/);
  await sources.waitForTotal('1 answer remembered');
});

test('what is remembered, and for how long, is kept as set, and said in plain words', async ({
  candor,
  openSources,
}) => {
  const sources = await openSources();
  expect(await sources.memory()).toEqual({ on: ['Finished answers'], days: ['30 days'] });
  expect(await sources.stored()).toContain('The texts themselves are not kept');
  await sources.switchMemory('Finished answers');
  await sources.switchMemory('Addresses of conversations');
  await sources.switchMemory('The texts themselves');
  await sources.tab.page.waitFor({ css: '#memory-text-days' });
  await sources.chooseDays('Forget answers after', '90');
  const set = { answers: false, keepConversation: true, keepTextDays: 7, retentionDays: 90 };
  await until(async () => (await sendAsPage(candor, 'read-settings', {})).provenance.retentionDays === 90);
  expect((await sendAsPage(candor, 'read-settings', {})).provenance).toEqual(set);
  await sources.reload();
  expect(await sources.memory()).toEqual({
    on: ['Addresses of conversations', 'The texts themselves'],
    days: ['7 days', '90 days'],
  });
  expect(await sources.stored()).toContain('The text of each answer, for 7 days.');
  expect(await sources.stored()).toContain('The address of the conversation.');
});

test('an address that the person adds is a tool from then on, until it is removed', async ({
  candor,
  tab,
  openSources,
}) => {
  const sources = await openSources();
  await sources.add('chatgpt.com', { answers: false });
  await sources.waitForAddressProblem('Candor knows this tool already: ChatGPT.');
  await sources.add('www.linkedin.com', { answers: false });
  await sources.waitForAddressProblem(
    'LinkedIn is a site where people post, and Candor knows it as one: see “Sites”. Add the address where the AI answers.',
  );
  await sources.add(CHAT, { answers: true });
  await sources.waitForTool('chat.example', /answers found by how they grow/);
  await sources.reload();
  expect(await sources.isOn('chat.example')).toBe(true);

  await tab.bringToFront();
  await tab.goto(`${CHAT}/`);
  const chat = new AiChat(tab, { ...requireTool('ChatGPT'), url: `${CHAT}/` });
  await chat.selectAndCopy(
    'Three things to know before you adopt a rescue dog: give it two quiet weeks, keep the first walks short, and let it come to you.',
  );
  await until(async () => (await sendAsPage(candor, 'read-sources', {})).generations === 1);
  await sources.tab.bringToFront();
  await sources.waitForTool('chat.example', /1 answer/);

  await sources.remove('chat.example');
  // What was remembered stays until it is forgotten, and the page says so.
  await sources.waitForTool('chat.example', /1 answer.*no longer watched/);
  await sources.reload();
  await sources.askToForget('chat.example');
  await sources.confirm();
  await sources.waitUntilToolIsGone('chat.example');
  expect((await sendAsPage(candor, 'read-settings', {})).addedSources).toEqual([]);
});

test('the popup says what is remembered of the tool in the tab, elsewhere of all', async ({
  candor,
  chat,
  remembersAnswers,
}) => {
  await remembersAnswers(ON_DOGS);
  const popup = await candor.openPage('popup.html');
  const line = await popup.page.waitFor({ css: '.remembered', text: /^1 AI answer remembered/ });
  expect(line.text).toContain('AI tools');
  const link = await popup.page.require({ css: '.remembered a' });
  expect(link.attributes.href).toMatch(/dashboard\.html#sources$/);
  await chat.tab.bringToFront();
  await popup.evaluate(() => location.reload());
  await popup.page.waitFor({ css: '#tab-title', text: /^ChatGPT: 1 answer remembered, until \w+ \d+/ });
  expect(await popup.page.axe()).toEqual([]);
  expect(popup.errors).toEqual([]);
  await popup.close();
});
