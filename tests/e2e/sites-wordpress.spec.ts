import type { Tab } from '#tests/harness/tab.ts';
import { LABEL, TEXT } from '../attack/held-post.ts';
import type { SiteFixtureHost } from '../sites/fixtures/index.ts';
import { test as base, expect, fakeOf, until } from './fixtures.ts';
import { AiChat, requireTool } from './pages/ai-chat.ts';
import { buildWithPermissions } from './pages/build-with-permissions.ts';
import { protectionOf, sendAsPage } from './pages/extension-page.ts';
import { FramedEditor } from './pages/framed-editor.ts';
import { lastFacts, waitForEnd } from './pages/log-page.ts';

/** Editors that stand in a frame, and forms with several buttons. The real software: real-wordpress.spec.ts. */

const ORIGIN = 'https://dogs.example';
const BLOCKS = `${ORIGIN}/wp-admin/post-new.php?canvas=frame`;
const CLASSIC = `${ORIGIN}/wp-admin/post.php`;
const ANSWER =
  'Give a rescue dog two quiet weeks before you ask anything of it. Keep the walks short and always the same.';
const AI = 'Drafted by AI, reviewed by me';

const test = base.extend<{ canvas: FramedEditor; visual: FramedEditor; wordpress: SiteFixtureHost }>({
  extensionDir: [async ({ engine }, use) => buildWithPermissions(engine, [ORIGIN], use), { scope: 'worker' }],
  canvas: async ({ tab }, use) => use(new FramedEditor(tab, 'iframe[name="editor-canvas"]')),
  visual: async ({ tab }, use) => use(new FramedEditor(tab, '#content_ifr')),
  wordpress: async ({ candor }, use) => {
    const fake = fakeOf('wordpress');
    fake.received.length = 0;
    await sendAsPage(candor, 'add-site', { origin: ORIGIN });
    await use(fake);
  },
});

const openClassic = async (tab: Tab): Promise<void> => {
  await tab.goto(CLASSIC);
  await tab.waitFor(() => 'fixture' in window);
};

/** Requests that are no autosave. */
const sentTo = ({ received }: SiteFixtureHost) =>
  received.filter(({ path, method }) => method === 'POST' && !path.endsWith('/autosaves'));

test('blocks in a frame: the chip comes with the focus, the label goes in, and the post is published', async ({
  candor,
  tab,
  canvas,
  chip,
  person,
  wordpress,
}) => {
  await tab.goto(BLOCKS);
  await canvas.click('h1');
  await tab.type('Two weeks');
  await chip.waitForState('Mine');
  expect(await protectionOf(candor, ORIGIN)).toEqual({ protection: 'protected', site: 'wordpress' });
  await tab.press('Enter');
  await tab.waitFor(() => window.fixture.texts()[0] === '');
  await tab.type(TEXT);
  await chip.choose(AI);
  await chip.waitForState('AI: needs review');
  await tab.page.click({ css: '.editor-post-publish-panel__toggle' });
  await tab.page.click({ css: '.editor-post-publish-panel .editor-post-publish-button' });
  await person.approves();
  await waitForEnd(candor, 'post.published');
  expect(await tab.evaluate(() => window.fixture.texts())).toEqual([`${LABEL}\n${TEXT}`]);
  expect(sentTo(wordpress).map(({ body }) => JSON.parse(body).status)).toEqual(['publish']);
  expect((await lastFacts(candor, 'post.published')).permalink).toBe(`${ORIGIN}/two-quiet-weeks/`);
});

test('Ctrl+S in the frame saves a draft, and is held where it would update what is out', async ({
  tab,
  canvas,
  chip,
  review,
  wordpress,
}) => {
  await tab.goto(BLOCKS);
  await canvas.click('h1');
  await tab.press('Enter');
  await tab.waitFor(() => window.fixture.texts()[0] === '');
  await tab.type(TEXT);
  await chip.choose(AI);
  await chip.waitForState('AI: needs review');
  await canvas.click('p');
  await tab.press('Control+s');
  await until(() => sentTo(wordpress).length === 1, { what: 'the draft' });
  expect(await review.isOpen()).toBe(false);

  await tab.goto(`${BLOCKS}&status=publish`);
  await canvas.click('h1');
  await tab.press('Enter');
  await tab.waitFor(() => window.fixture.texts()[0] === '');
  await tab.type(TEXT);
  await chip.choose(AI);
  await chip.waitForState('AI: needs review');
  await canvas.click('p');
  await tab.press('Control+s');
  await review.waitUntilFilled();
  expect(sentTo(wordpress).length).toBe(1);
});

test('what an AI tool said is known again when it is pasted into an editor in a frame', async ({
  candor,
  tab,
  visual,
  chip,
  review,
  wordpress,
}) => {
  const chat = new AiChat(tab, requireTool('ChatGPT'));
  await chat.open();
  await chat.askAndWait('How do I welcome a rescue dog?', ANSWER);
  await chat.copyAnswer();
  await until(async () => (await sendAsPage(candor, 'read-sources', {})).generations > 0, {
    what: 'the answer to be remembered',
    timeout: 15_000,
  });
  await openClassic(tab);
  await visual.click('body.mce-content-body');
  await tab.paste(ANSWER);
  await chip.waitForState('AI: needs review');
  await tab.click('#publish');
  await review.waitUntilFilled();
  expect(await review.text()).toContain('ChatGPT');
  expect(sentTo(wordpress)).toEqual([]);
  await sendAsPage(candor, 'forget-generations', {});
});

test('the classic editor: a draft goes by its own button without a question; published, the button keeps its name', async ({
  candor,
  tab,
  visual,
  chip,
  person,
  wordpress,
}) => {
  await openClassic(tab);
  await visual.click('body.mce-content-body');
  await tab.type(TEXT);
  await chip.choose(AI);
  await chip.waitForState('AI: needs review');
  await tab.click('#save-post');
  await until(() => sentTo(wordpress).length === 1, { what: 'the draft' });
  const fields = (at: number): Record<string, string> =>
    Object.fromEntries(new URLSearchParams(sentTo(wordpress).at(at)?.body));
  expect(fields(-1)).toMatchObject({ save: 'Save Draft', content: `<p>${TEXT}</p>` });

  await openClassic(tab);
  await visual.click('body.mce-content-body');
  await tab.type(' ');
  await chip.choose(AI);
  await chip.waitForState('AI: needs review');
  await tab.click('#publish');
  await person.approves();
  await waitForEnd(candor, 'post.published');
  expect(fields(-1).publish).toBe('Publish');
  expect(fields(-1).content).toContain(LABEL);
  expect((await lastFacts(candor, 'post.published')).permalink).toBe(`${ORIGIN}/two-quiet-weeks/`);
});
