import { LIMITS } from '#lib/sources/limits.ts';
import { serveLab } from '#tests/capture/lab/lab-host.ts';
import { test as base, expect, until } from './fixtures.ts';
import { CaptureLab } from './pages/capture-lab.ts';

const host = await serveLab();

/** What is read from a page that no definition knows. */
const test = base.extend<{ lab: CaptureLab }>({
  sites: [{ hosts: [host] }, { scope: 'worker' }],
  lab: async ({ tab }, use) => use(new CaptureLab(tab)),
});

const LONG =
  'A rescue dog needs two quiet weeks before it knows its new home, and a walk that is the same every day.';
/** Words for about two seconds of growing. */
const WORDS = Array.from({ length: 120 }, (_, index) => `${LONG.split(' ')[index % 20]}${index}`);

test('an answer reads as a person would paste it', async ({ lab }) => {
  await lab.open();
  const text = await lab.read(
    `<div><h2>Title</h2>
       <p>One <b>bold</b>   word,<br>a second line<sup><a href="#">1</a></sup>.</p>
       <ul>\n<li>first</li>\n<li><p>second</p></li></ul>
       <div><div>python</div><button>Copy code</button><pre><code>if a:\n    b()\n</code></pre></div>
       <span class="citation"><a>4</a></span><p aria-hidden="true">x</p><script>y</script>
       <table><tr><td>a</td><td>b</td></tr></table></div>`,
  );
  expect(text).toBe('Title\nOne bold word,\na second line.\nfirst\nsecond\npython\nif a:\n    b()\n\na\tb');
});

test('open shadow roots and their slots are read', async ({ lab }) => {
  await lab.open();
  await lab.show('<div id="host"><em>given</em></div>');
  await lab.tab.evaluate(() => {
    const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<p>before</p><p><slot></slot></p><p>after</p>';
  });
  expect((await lab.tab.evaluate(() => window.lab.read())).text).toBe('before\ngiven\nafter');
});

test('a huge answer is cut and a deep one read, without a freeze', async ({ lab }) => {
  await lab.open();
  const huge = await lab.tab.evaluate(() => {
    window.lab.show(`<p>${'word after word '.repeat(320_000)}</p>`);
    return window.lab.read();
  });
  expect(huge.text.length).toBeGreaterThan(LIMITS.text - 1000);
  expect(huge.text.length).toBeLessThanOrEqual(LIMITS.text);
  expect(huge.time).toBeLessThan(1000);
  const deep = await lab.tab.evaluate(() => {
    window.lab.show('');
    let at: Element | null = document.querySelector('#stage');
    for (let level = 0; level < 20_000; level += 1) {
      const inner = document.createElement('div');
      at?.append(inner);
      at = inner;
    }
    at?.append('at the bottom');
    const read = window.lab.read();
    document.querySelector('#stage')?.replaceChildren();
    return read;
  });
  expect(deep.text).toBe('at the bottom');
});

test('what is selected and copied on an added page is captured, whatever it stands in', async ({ lab }) => {
  await lab.open();
  await lab.show(
    `<p id="a">${LONG}</p><textarea id="b" readonly>${LONG} in a field</textarea><div id="c"></div>`,
  );
  await lab.select('#a');
  await lab.tab.press('Mod+c');
  await lab.select('#b');
  await lab.tab.press('Mod+c');
  await lab.tab.evaluate((text) => {
    const root = document.querySelector('#c')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = `<p>${text} in a root</p>`;
  }, LONG);
  await lab.select('#c', 'p');
  await lab.tab.press('Mod+c');
  const captured = await lab.waitForCapture(3);
  expect(captured.map(({ text }) => text.trim())).toEqual([LONG, `${LONG} in a field`, `${LONG} in a root`]);
  expect(captured.every((one) => one.captured === 'copy')).toBe(true);
  expect(captured[0]?.conversation).toBe('https://lab.example/');
});

test('what the person typed themselves is not captured, and is sent along as their own words', async ({
  lab,
}) => {
  await lab.open();
  await lab.show(`<textarea id="box"></textarea><p id="answer">${LONG}</p>`);
  await lab.tab.click('#box');
  await lab.tab.type('Write about my dog Bruno, please.');
  await lab.select('#box');
  await lab.tab.press('Mod+c');
  await lab.tab.press('Mod+x');
  await lab.tab.paste();
  await lab.tab.press('Enter');
  await lab.select('#answer');
  await lab.tab.press('Mod+c');
  const captured = await lab.waitForCapture();
  expect(captured.map(({ text }) => text.trim())).toEqual([LONG]);
  expect(captured[0]?.prompts).toEqual(['Write about my dog Bruno, please.']);
});

test('what is typed into fields that are no prompt, such as a password, goes nowhere', async ({ lab }) => {
  await lab.open();
  await lab.show(`<input id="name"><input id="secret" type="password"><p id="answer">${LONG}</p>`);
  for (const field of ['#name', '#secret']) {
    await lab.tab.click(field);
    await lab.tab.type('xyzzy-4711');
    await lab.tab.press('Enter');
  }
  await lab.select('#answer');
  await lab.tab.press('Mod+c');
  expect(JSON.stringify(await lab.waitForCapture())).not.toContain('xyzzy');
});

test('a copy button of an unknown page takes the nearest text, in any of the languages', async ({ lab }) => {
  await lab.open();
  const turn = (name: string, text: string) =>
    `<div>${text}</div><div><button aria-label="${name}"></button></div>`;
  await lab.show(
    turn('Antwort kopieren', `${LONG} One.`) +
      turn('コピー', `${LONG} Two.`) +
      turn('Share', `${LONG} Three.`),
  );
  for (const name of ['Antwort kopieren', 'コピー', 'Share'])
    await lab.tab.page.click({ role: 'button', name });
  const captured = await lab.waitForCapture(2);
  expect(captured.map(({ text }) => text)).toEqual([`${LONG} One.`, `${LONG} Two.`]);
  expect(captured[0]?.captured).toBe('copy-control');
});

test('keys press a copy button as well, also one that is no button element', async ({ lab }) => {
  await lab.open();
  await lab.show(`<div>${LONG}</div><div role="button" tabindex="0" id="copy">Copy</div>`);
  await lab.tab.evaluate(() => document.querySelector<HTMLElement>('#copy')?.focus());
  await lab.tab.press('Enter');
  expect((await lab.waitForCapture())[0]?.text).toBe(LONG);
});

test('events that the page makes itself do nothing', async ({ lab }) => {
  await lab.open();
  await lab.show(`<div><p id="a">${LONG}</p></div><button id="copy">Copy</button>`);
  await lab.select('#a');
  await lab.tab.evaluate(() => {
    const paragraph = document.querySelector('#a');
    for (const name of ['copy', 'cut'])
      paragraph?.dispatchEvent(new ClipboardEvent(name, { bubbles: true, composed: true }));
    paragraph?.dispatchEvent(new DragEvent('dragstart', { bubbles: true, composed: true }));
    const button = document.querySelector<HTMLElement>('#copy');
    button?.click();
    for (const name of ['click', 'pointerup'])
      button?.dispatchEvent(new PointerEvent(name, { bubbles: true, composed: true }));
    button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
  });
  // A true one after them: had the others been heard, they would stand before it.
  await lab.tab.press('Mod+c');
  const captured = await lab.waitForCapture();
  expect(captured).toHaveLength(1);
});

test('on an added page answers are told by how they grow, beside a clock that never rests', async ({
  lab,
}) => {
  await lab.open({ answers: true });
  await lab.show(
    `<nav>${LONG}</nav><div id="log"><p>${LONG} An older answer.</p><div id="answer"><p id="new"></p><p id="next"></p></div></div><p id="clock"></p><textarea></textarea>`,
  );
  await lab.tab.evaluate((words) => {
    setInterval(() => document.querySelector('#clock')?.replaceChildren(String(performance.now())), 300);
    window.lab.grow(words, '#new', 15);
    setTimeout(() => window.lab.grow(words.slice(0, 40), '#next', 15), 2000);
  }, WORDS);
  const [answer] = await lab.waitForCapture();
  expect(answer?.captured).toBe('answer');
  expect(answer?.text.split(/\s+/u)).toEqual([...WORDS, ...WORDS.slice(0, 40)]);
});

test('where it is not switched on, growing text is left alone', async ({ lab }) => {
  await lab.open({ answers: false });
  await lab.show('<div id="answer"></div>');
  await lab.tab.evaluate((words) => window.lab.grow(words, '#answer', 5), WORDS);
  await until(async () =>
    (await lab.tab.evaluate(() => window.lab.read())).text.endsWith(WORDS.at(-1) ?? '?'),
  );
  await lab.select('#answer');
  await lab.tab.press('Mod+c');
  expect((await lab.waitForCapture()).map((one) => one.captured)).toEqual(['copy']);
});

test('after an update of the extension the old script stands down', async ({ lab }) => {
  await lab.open();
  await lab.show(`<p id="a">${LONG}</p><p id="b">${LONG} again</p>`);
  await lab.select('#a');
  await lab.tab.press('Mod+c');
  await lab.waitForCapture();
  await lab.tab.evaluate(() => window.lab.orphan());
  await lab.select('#b');
  await lab.tab.press('Mod+c');
  await lab.select('#a');
  await lab.tab.press('Mod+c');
  expect(await lab.captured()).toHaveLength(1);
});

test('a page where capture is switched off is not captured', async ({ lab }) => {
  await lab.open({ isOn: false });
  await lab.show(`<p id="a">${LONG}</p>`);
  await lab.select('#a');
  await lab.tab.press('Mod+c');
  expect(await lab.captured()).toEqual([]);
});
