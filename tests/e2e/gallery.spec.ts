import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { findFaults } from '../gallery/find-faults.ts';
import { startGallery } from '../gallery/gallery-server.ts';
import { GALLERY_STATES, VIEWS, type View } from '../gallery/gallery-states.ts';
import { requireBrowser } from '../harness/find-browser.ts';

/** The interface by itself, from fake data: what it looks like to axe, and what keyboard and mouse do to it. */

let browser: Browser;
let gallery: Awaited<ReturnType<typeof startGallery>>;

test.beforeAll(async () => {
  gallery = await startGallery();
  browser = await chromium.launch({
    executablePath: requireBrowser('chromium').path,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
});

test.afterAll(async () => {
  await browser?.close();
  gallery?.stop();
});

const LIGHT = VIEWS[0] as View;

const open = async (state: string, view: View = LIGHT): Promise<Page> => {
  const page = await browser.newPage({
    viewport: { width: view.width, height: view.height },
    colorScheme: view.dark ? 'dark' : 'light',
    hasTouch: view.touch,
    isMobile: view.touch,
    reducedMotion: 'reduce',
  });
  page.setDefaultTimeout(5000);
  await page.goto(`${gallery.address}?state=${state}&${view.query}`);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  return page;
};

const callsOf = (page: Page): Promise<unknown[][]> =>
  page.evaluate(() => (globalThis as unknown as { calls: unknown[][] }).calls);

const focusedText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.textContent?.trim() ?? '';
  });

/** German and the wide pseudo-locale are for the eye; narrow and long at once is the harder case. */
const CHECKED = VIEWS.filter(({ name }) => name !== 'german' && name !== 'pseudo');

for (const view of CHECKED) {
  test(`${view.name}: no state has a fault`, async () => {
    test.slow();
    const page = await open(GALLERY_STATES[0] as string, view);
    const faults: string[] = [];
    for (const state of GALLERY_STATES) {
      await page.goto(`${gallery.address}?state=${state}&${view.query}`);
      faults.push(...(await findFaults(page)).map((fault) => `${state}: ${fault}`));
    }
    await page.close();
    expect(faults).toEqual([]);
  });
}

test('every word of the interface comes from the catalogue', async () => {
  test.slow();
  const pseudo = VIEWS.find(({ name }) => name === 'pseudo') as View;
  const plain: string[] = [];
  const page = await open(GALLERY_STATES[0] as string, pseudo);
  for (const state of GALLERY_STATES) {
    await page.goto(`${gallery.address}?state=${state}&${pseudo.query}`);
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    const words = await page
      .locator(
        // What a person or a file brought stands in `dir="auto"`.
        '.candor :is(button, label, legend, h1, h2, h3, th:not([scope=row]), nav a, .card-name, .card-explains, .banner-title, .field-hint):not([dir="auto"])',
      )
      .allTextContents();
    plain.push(
      ...words
        .filter((text) => text.trim() !== '' && !text.includes('[!!'))
        .map((text) => `${state}: ${text}`),
    );
  }
  await page.close();
  expect(plain).toEqual([]);
});

test('the shell stands exactly where the dialog will', async () => {
  const boxes = async (state: string) => {
    const page = await open(state);
    const found: unknown[] = [];
    for (const selector of [
      'dialog',
      'h2',
      '[role=status]',
      '.review-desk',
      '.review-choices',
      '.review-foot button',
    ]) {
      found.push(await page.locator(selector).first().boundingBox());
    }
    await page.close();
    return found;
  };
  const shell = await boxes('shell/deciding');
  expect(shell).not.toContain(null);
  expect(await boxes('review/deciding')).toEqual(shell);
});

test('the focus starts on the title, and the chord that posts elsewhere does nothing', async () => {
  const page = await open('review/reviewing');
  expect(await focusedText(page)).toBe('Before it goes to X');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Label and post' }).focus();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Meta+Enter');
  expect(await callsOf(page)).toEqual([]);
  await page.keyboard.press('Enter');
  expect((await callsOf(page)).map(([name]) => name)).toEqual(['approve']);
});

test("a script's click is no decision", async () => {
  const page = await open('review/reviewing');
  await page
    .getByRole('button', { name: 'Label and post' })
    .evaluate((button: HTMLElement) => button.click());
  await page.getByRole('button', { name: 'Keep editing' }).evaluate((button: HTMLElement) => button.click());
  expect(await callsOf(page)).toEqual([]);
});

test('what is missing is led to, and a name typed once becomes an identity', async () => {
  const page = await open('review/no-identity');
  await page.getByRole('button', { name: 'Label and post' }).click({ force: true });
  expect(await callsOf(page)).toEqual([]);
  const name = page.getByLabel('In whose name');
  await expect(name).toBeFocused();
  await page.keyboard.type('Grace Hopper');
  await expect(page.locator('.post-name')).toHaveText('Grace Hopper');
  await page.getByRole('button', { name: 'Label and post' }).click();
  const identity = { id: 'first', name: 'Grace Hopper', form: 'person' };
  expect(await callsOf(page)).toEqual([
    ['new-identity', identity],
    ['approve', { role: 'generated-reviewed', identity, language: 'en' }],
  ]);
});

test('the words of the button follow the role', async () => {
  const page = await open('review/reviewing');
  await page.getByRole('radio', { name: 'No AI' }).check();
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  expect((await callsOf(page))[0]?.[1]).toMatchObject({ role: 'none' });
});

test('posting without the label needs the reason that the policy asks for', async () => {
  const page = await open('review/reviewing');
  await page.getByRole('button', { name: 'Post without label …' }).click();
  await expect(page.getByLabel('Your reason')).toBeFocused();
  const decide = page.getByRole('button', { name: 'Post without label', exact: true });
  await decide.click();
  await expect(page.getByText('The policy asks for a reason.')).toBeVisible();
  expect(await callsOf(page)).toEqual([]);
  await page.getByLabel('Your reason').fill('Quoting myself');
  await decide.click();
  expect((await callsOf(page))[0]?.[0]).toBe('override');
  expect((await callsOf(page))[0]?.[2]).toBe('Quoting myself');
});

test('a finding that only the text can answer leads back to the editor', async () => {
  const page = await open('review/prohibited');
  await page.getByRole('button', { name: 'Label and post' }).click({ force: true });
  expect(await callsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Edit the text' }).click();
  expect(await callsOf(page)).toEqual([['keep-editing']]);
});

test('passages that came from somewhere are said to the ear and numbered for the eye', async () => {
  const page = await open('review/two-sources');
  const passages = page.locator('.passage');
  await expect(passages).toHaveCount(2);
  await expect(passages.first()).toHaveText(/^\(from ChatGPT:\) 1.*ZWSP ×2.*were\. Da \(end of ChatGPT\)$/su);
  await expect(passages.last()).toHaveText(/^\(from Claude:\) 2A good first run.* \(end of Claude\)$/su);
  await expect(page.locator('.found')).toHaveText(['were. Da', 'mn']);
  const lines = await passages.evaluateAll((found) =>
    found.map((passage) => getComputedStyle(passage).borderBlockEndStyle),
  );
  expect(lines).toEqual(['solid', 'dashed']);
  await page.emulateMedia({ forcedColors: 'active' });
  await expect(passages.last()).toHaveCSS('border-block-end-style', 'dashed');
  await expect(
    page.getByRole('listitem').filter({ hasText: 'from Claude (Sonnet 4.5), yesterday' }),
  ).toBeVisible();
});

test('a passage is shown at each press, the next one after it', async () => {
  const page = await open('review/many-passages');
  const show = page.getByRole('button', { name: 'Show : Claude' });
  const top = () => page.locator('.passage:focus').evaluate((passage) => passage.getBoundingClientRect().top);
  const scrolled = () => page.locator('.review-desk').evaluate((desk) => desk.scrollTop);
  await show.click();
  await expect(page.locator('.passage:focus')).toBeInViewport();
  const before = (await top()) + (await scrolled());
  await show.press('Enter');
  await expect(page.locator('.passage:focus')).toBeInViewport();
  expect((await top()) + (await scrolled())).toBeGreaterThan(before + 20);
});

test('who says less than was found says why, and the reason goes out with the role', async () => {
  const page = await open('review/one-source');
  await expect(page.getByRole('radio', { name: /^Drafted by AI, reviewed by me Proposed/u })).toBeChecked();
  await expect(page.getByText('Proposed because 70% of the text was remembered from ChatGPT.')).toBeVisible();
  await page.getByRole('radio', { name: 'No AI' }).check();
  const reason = page.getByLabel('Why did AI do less than proposed?');
  await page.getByRole('button', { name: 'Post without label', exact: true }).click({ force: true });
  await expect(reason).toBeFocused();
  expect(await callsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Give a reason' }).click();
  await expect(reason).toBeFocused();
  await page.keyboard.type('I wrote the list first.');
  await expect(page.locator('.label-mark')).toHaveCount(0);
  await page.getByRole('button', { name: 'Post without label', exact: true }).click();
  expect((await callsOf(page))[0]?.[1]).toMatchObject({
    role: 'none',
    roleReason: 'I wrote the list first.',
  });
});

test('a reason is forgotten with the role it was for', async () => {
  const page = await open('review/lowered-with-reason');
  await page.getByRole('radio', { name: 'Drafted by AI, reviewed by me' }).check();
  await expect(page.getByLabel('Why did AI do less than proposed?')).toHaveCount(0);
  await page.getByRole('button', { name: 'Label and post' }).click();
  expect(Object.keys((await callsOf(page))[0]?.[1] as object)).not.toContain('roleReason');
});

test('nothing is proposed where nothing could be looked up', async () => {
  const page = await open('review/origin-unknown');
  await expect(page.getByText('Candor could not look where this came from', { exact: false })).toBeVisible();
  await expect(page.getByText('Proposed')).toHaveCount(0);
  await page.getByRole('button', { name: 'Choose the role' }).click();
  await expect(page.getByRole('radio', { name: 'No AI' })).toBeFocused();
});

test('an Arabic passage under an English label reads from right to left', async () => {
  const page = await open('review/right-to-left-source');
  const passage = page.locator('.passage');
  const { left, right, number } = await passage.evaluate((found) => {
    const [line] = found.getClientRects();
    return {
      ...(line as DOMRect).toJSON(),
      number: found.querySelector('.passage-number')?.getBoundingClientRect().right,
    };
  });
  expect(right - (number as number)).toBeLessThan((number as number) - left);
});

test('what was changed is drawn by lines and said in words', async () => {
  const page = await open('review/changes');
  await expect(page.locator('.changed-text del').first()).toHaveText(/^\(removed:\) Put \(end\)$/u);
  await expect(page.locator('.changed-text ins').nth(1)).toHaveText(/^\(added:\) Ask \(end\)$/u);
  const lines = (css: string) =>
    page
      .locator(css)
      .first()
      .evaluate((words) => getComputedStyle(words).textDecorationLine);
  expect(await lines('del .change-words')).toBe('line-through');
  expect(await lines('ins .change-words')).toBe('underline');
  await expect(page.getByText('Words removed: 18, added: 14.', { exact: false })).toBeVisible();
});

test('what is folded comes back at a press, by keyboard too, and the focus goes on to it', async () => {
  const page = await open('review/changes-of-a-long-answer');
  const same = page.getByRole('button', { name: '278 unchanged words', exact: false });
  await same.press('Enter');
  await expect(same).toHaveCount(0);
  await expect(page.locator('.changed-text span:focus')).toHaveText(/Sentence number 50/u);
  const removed = page.getByRole('button', { name: '562 removed words', exact: false });
  await removed.evaluate((button: HTMLElement) => button.click());
  await removed.press('Space');
  await expect(page.locator('.changed-text del .change-words').nth(1)).toHaveText(/Sentence number 20/u);
});

test('while the post is on its way nothing can be pressed twice', async () => {
  const page = await open('review/releasing');
  await page.getByRole('button', { name: 'Posting …' }).click({ force: true });
  expect(await callsOf(page)).toEqual([]);
});

test('a draft of 100,000 characters is shown whole, with few elements', async () => {
  const page = await open('review/long-text');
  const { characters, elements } = await page.locator('.post-text').evaluate((post) => ({
    characters: post.textContent?.length ?? 0,
    elements: post.querySelectorAll('*').length,
  }));
  expect(characters).toBeGreaterThan(100_000);
  expect(elements).toBeLessThan(20);
});

test('a long post with a thousand passages stays quick to work with', async () => {
  const page = await open('review/many-passages');
  const elements = await page.locator('.post-text').evaluate((post) => post.querySelectorAll('*').length);
  expect(elements).toBeGreaterThan(3000);
  expect(elements).toBeLessThan(6000);
  // The label above the text changes with the role; the text is not laid out again.
  const layouts = await page.locator('.post-own').evaluate(async (own) => {
    const root = own.getRootNode() as ShadowRoot;
    const first = own.querySelector('.passage');
    root.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]?.click();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return { sameElement: first === root.querySelector('.post-own .passage') };
  });
  expect(layouts).toEqual({ sameElement: true });
});

test('the chip works by keyboard and gives the focus back', async () => {
  const page = await open('chip/mine');
  const chip = page.getByRole('button', { name: /Candor/u });
  await chip.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitemradio', { name: 'No AI' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitemradio', { name: 'Posted by AI on its own' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(chip).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(chip).toHaveText('AI: needs review');
  await expect(chip).toBeFocused();
});

test('the chip closes when something else is pressed, and hears no script', async () => {
  const page = await open('chip/open');
  await page.getByText('Home').click();
  await expect(page.getByRole('menu')).toBeHidden();
  await page.getByRole('button', { name: /Candor/u }).evaluate((button: HTMLElement) => button.click());
  await expect(page.getByRole('menu')).toBeHidden();
});

test('a long list keeps few rows in the page, and stands still under the reader when pages of it go', async () => {
  const page = await open('dashboard/log-many');
  const grid = page.getByRole('grid');
  const rows = grid.locator('.log-row');
  const seen = () =>
    grid.evaluate((list) => {
      const { top } = list.getBoundingClientRect();
      const first = [...list.querySelectorAll('.log-row')].find(
        (row) => row.getBoundingClientRect().bottom > top + 60,
      );
      return Number(first?.getAttribute('aria-rowindex'));
    });
  await grid.hover();
  let last = await seen();
  for (let step = 0; step < 60; step += 1) {
    await page.mouse.wheel(0, 600);
    await expect.poll(seen).toBeGreaterThan(last);
    const now = await seen();
    expect(now - last).toBeLessThan(20);
    expect(await rows.count()).toBeLessThan(60);
    last = now;
  }
  expect(last).toBeGreaterThan(300);
  for (let step = 0; step < 12; step += 1) {
    await page.mouse.wheel(0, -600);
    await expect.poll(seen).toBeLessThan(last);
    const now = await seen();
    expect(last - now).toBeLessThan(20);
    last = now;
  }
});

test('the ends of a long list are one key away', async () => {
  const page = await open('dashboard/log-many');
  const rows = page.locator('.log-row');
  await rows.first().focus();
  await page.keyboard.press('End');
  await expect(page.locator('.log-row:focus')).toContainText('Note 1:');
  await expect(page.locator('.log-row:focus')).toBeInViewport();
  await page.keyboard.press('PageUp');
  await expect(page.locator('.log-row:focus')).not.toContainText('Note 1:');
  await page.keyboard.press('Home');
  await expect(page.locator('.log-row:focus')).toContainText('Note 1200:');
  await expect(page.locator('.log-row:focus')).toHaveAttribute('aria-rowindex', '2');
  expect(await rows.count()).toBeLessThan(60);
});

test('a search says how far it has come and can be ended', async () => {
  const page = await open('dashboard/log-searching');
  await expect(page.getByText('Searched 41,000 of 128,000 posts')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel the search' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Search cancelled' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Search again' })).toBeVisible();
});

test('a report is a mail that the person sees whole before it opens', async () => {
  const page = await open('dashboard/log-post-report');
  const mail = page.getByRole('link', { name: 'Open in the mail program' });
  await page.getByLabel('Mail address').fill('safety@example.com');
  await page.getByLabel('Text of the mail').fill('Please look at this.');
  const address = new URL((await mail.getAttribute('href')) ?? '');
  expect(address.pathname).toBe('safety@example.com');
  expect(Object.fromEntries(address.searchParams)).toEqual({
    subject: 'Report of a completion by ChatGPT',
    body: 'Please look at this.',
  });
  await expect(page.getByRole('link', { name: 'Open the form of ChatGPT' })).toHaveAttribute(
    'href',
    'https://openai.com/form/report-content',
  );
  await page.getByLabel('AI tool').selectOption('Claude');
  await expect(page.getByRole('link', { name: /Open the form/u })).toHaveCount(0);
  await expect(page.getByLabel('Subject')).toHaveValue('Report of a completion by Claude');
});
