import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Tab } from '#tests/harness/tab.ts';
import { makePicture } from '#tests/sites/fixtures/server/make-picture.ts';
import { test as base, expect, until } from './fixtures.ts';
import { AiChat, requireTool } from './pages/ai-chat.ts';
import { listenToGates, sendAsPage } from './pages/extension-page.ts';
import { requireComposer } from './pages/fixture-composer.ts';
import { readLog, waitForOutcome } from './pages/log-page.ts';

const ADDRESS = 'https://chatgpt.com/backend-api/estuary/content?id=file_7&ts=1&sig=ab';
const OWN = 'Sunrise over our harbour.';
const X = requireComposer('X, inline');

interface Parts {
  remembered(): Promise<number>;
  /** Asks ChatGPT for a picture; gives the file as the person saves it. */
  generatedPicture: Buffer;
  /** Writes a file for the site's file dialog. */
  fileOf(name: string, content: Buffer): Promise<string>;
}

const test = base.extend<Parts>({
  remembered: async ({ candor }, use) => {
    await use(async () => (await sendAsPage(candor, 'read-sources', {})).generations);
    // Later tests post as people who never asked an AI anything.
    await sendAsPage(candor, 'forget-generations', {});
  },
  generatedPicture: async ({ tab, remembered }, use) => {
    const chat = new AiChat(tab, requireTool('ChatGPT'));
    await chat.open();
    await chat.askForPicture(ADDRESS);
    await until(async () => (await remembered()) === 1, {
      what: 'the picture to be remembered',
      timeout: 15_000,
    });
    await use(makePicture(7));
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern.
  fileOf: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'candor-pictures-'));
    await use(async (name, content) => {
      const file = path.join(folder, name);
      await writeFile(file, content);
      return file;
    });
    await rm(folder, { recursive: true, force: true });
  },
});

/** The picture as a site or an editor might save it anew. */
const saveAnew = async (tab: Tab, picture: Buffer, scale: number, quality: number): Promise<Buffer> => {
  const base64 = await tab.evaluate(
    async (source, factor, how) => {
      const image = new Image();
      image.src = `data:image/png;base64,${source}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(image.naturalWidth * factor);
      canvas.height = Math.round(image.naturalHeight * factor);
      canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
      return canvas.toDataURL('image/jpeg', how).replace(/^.*,/u, '');
    },
    picture.toString('base64'),
    scale,
    quality,
  );
  return Buffer.from(base64, 'base64');
};

test('a picture from ChatGPT that was saved and attached is known, shown, labelled and logged', async ({
  candor,
  internet,
  generatedPicture,
  fileOf,
  chip,
  review,
  person,
  openComposer,
}) => {
  const composer = await openComposer(X);
  await composer.write(OWN);
  await composer.attach(await fileOf('harbour.png', generatedPicture));
  await chip.waitForState('AI: needs review');
  await composer.pressPost();
  await review.waitUntilFilled();
  expect(await review.text()).toMatch(/Picture from ChatGPT, today/u);
  await person.approves();
  await composer.waitForPost();
  await waitForOutcome(candor);
  const approved = (await readLog(candor)).findLast(({ event }) => event === 'post.approved');
  expect(approved).toMatchObject({ role: 'coauthored', proposedRole: 'coauthored' });
  expect(approved?.evidence).toEqual([
    {
      source: 'chatgpt',
      time: expect.any(Number),
      share: 0,
      kept: 1000,
      picture: { width: 320, height: 480, digest: expect.stringMatching(/^[0-9a-f]{32}$/u), by: 'pixels' },
    },
  ]);
  // The page's own request, and none besides it.
  expect(internet.requests.filter(({ url }) => url === ADDRESS)).toHaveLength(1);
});

test('made smaller and compressed anew it is still known, alone it makes the post the tool’s', async ({
  candor,
  tab,
  generatedPicture,
  fileOf,
  chip,
  review,
  openComposer,
}) => {
  const composer = await openComposer(X);
  await composer.tab.click(X.editor);
  await composer.attach(await fileOf('harbour.jpg', await saveAnew(tab, generatedPicture, 0.5, 0.6)));
  await chip.waitForState('AI: needs review');
  await composer.pressPost();
  await review.waitUntilFilled();
  expect(await review.text()).toContain('compressed or sized anew since');
  await review.keepEditing();
  await waitForOutcome(candor);
  const held = (await readLog(candor)).findLast(({ event }) => event === 'post.held');
  expect(held).toMatchObject({
    proposedRole: 'generated-reviewed',
    evidence: [{ source: 'chatgpt', picture: { by: 'likeness' } }],
  });
});

test('a picture of one’s own is none of the tool’s, and the post passes untouched', async ({
  candor,
  generatedPicture,
  fileOf,
  chip,
  review,
  openComposer,
}) => {
  expect(generatedPicture.length).toBeGreaterThan(0);
  const before = (await readLog(candor)).length;
  const composer = await openComposer(X);
  await composer.write(OWN);
  const gates = await listenToGates(candor);
  await composer.attach(await fileOf('mine.png', makePicture(8)));
  await gates.waitForQuestionAbout('"small":');
  await gates.stop();
  await until(async () => (await chip.state()) === 'Mine', { what: 'the chip to say whose it is' });
  await composer.pressPost();
  await composer.waitForPost();
  expect((await composer.events()).map(({ isTrusted }) => isTrusted)).toEqual([true]);
  expect(await review.isOpen()).toBe(false);
  expect(await readLog(candor)).toHaveLength(before);
});

test('attached without the editor ever having had the focus, it is held as well', async ({
  generatedPicture,
  fileOf,
  review,
  openComposer,
}) => {
  const composer = await openComposer(X);
  await composer.attach(await fileOf('harbour.png', generatedPicture));
  await composer.pressPost();
  await review.waitUntilFilled();
  expect(await review.text()).toMatch(/Picture from ChatGPT, today/u);
  await review.keepEditing();
  expect(await composer.posts()).toEqual([]);
});

test('what the person uploaded to the tool is not taken for its work', async ({
  candor,
  tab,
  remembered,
}) => {
  const chat = new AiChat(tab, requireTool('ChatGPT'));
  await chat.open();
  await tab.evaluate(
    (source) => {
      const image = new Image();
      image.src = source;
      document.body.prepend(image);
      return image.decode();
    },
    ADDRESS.replace('file_7', 'file_9'),
  );
  await chat.askForPicture(ADDRESS);
  await until(async () => (await remembered()) > 0, {
    what: 'the picture to be remembered',
    timeout: 15_000,
  });
  const { sources } = await sendAsPage(candor, 'read-sources', {});
  expect(sources.find(({ source }) => source === 'chatgpt')).toMatchObject({ pictures: 1 });
});

test('a picture from another host, which the page may not read, is remembered without another request', async ({
  candor,
  internet,
  tab,
  remembered,
}) => {
  const chat = new AiChat(tab, requireTool('Gemini'));
  await chat.open();
  await chat.askForPicture(ADDRESS);
  await until(async () => (await remembered()) > 0, {
    what: 'the picture to be remembered',
    timeout: 15_000,
  });
  const { sources } = await sendAsPage(candor, 'read-sources', {});
  expect(sources.find(({ source }) => source === 'gemini')).toMatchObject({ pictures: 1 });
  expect(internet.requests.filter(({ url }) => url === ADDRESS)).toHaveLength(1);
});
