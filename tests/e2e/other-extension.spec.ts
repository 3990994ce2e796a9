import { fileURLToPath } from 'node:url';
import { LABEL, MASTODON, TEXT, WHOLE } from '../attack/held-post.ts';
import { test as base, expect } from './fixtures.ts';
import { requireComposer } from './pages/fixture-composer.ts';
import { waitForOutcome } from './pages/log-page.ts';

/** Beside another extension that marks composers and corrects texts, as grammar checkers do. */
const folder = fileURLToPath(new URL('../attack/grammar-helper', import.meta.url));
const test = base.extend({ launch: [{ otherExtensions: [folder] }, { scope: 'worker' }] });

for (const name of ['Mastodon', 'X, modal', 'Bluesky']) {
  test(`case 54: on ${name} its marks are neither text nor buttons to Candor`, async ({
    candor,
    tab,
    chip,
    openComposer,
    person,
  }) => {
    const address = requireComposer(name);
    const composer = await openComposer(address);
    await composer.write(TEXT);
    await tab.waitFor(() => document.querySelector('grammar-panel') !== null);
    await chip.choose('Drafted by AI, reviewed by me');
    await chip.waitForState('AI: needs review');
    await composer.pressPost();
    await person.approves();
    const [post] = await composer.waitForPost();
    expect(JSON.stringify(post?.body)).toContain(JSON.stringify(`${LABEL}\n${TEXT}`).slice(1, -1));
    expect(await waitForOutcome(candor)).toEqual(WHOLE);
  });
}

test('case 54: a text that it corrects while the person reviews is not sent unread', async ({
  tab,
  review,
  person,
}) => {
  const composer = await person.asksToPost({ text: 'Give teh dog two quiet weeks.' });
  await tab.evaluate(() => void document.dispatchEvent(new CustomEvent('correct-now')));
  await tab.waitFor(() => window.fixture.texts().join('').includes('the dog'));
  await review.approve();
  await tab.inside.waitFor({ role: 'alert', text: /changed/ });
  expect(await composer.posts()).toEqual([]);
});

test('case 27: another extension that sends Candor a message gets no answer', async ({
  candor,
  tab,
  openComposer,
}) => {
  await openComposer(MASTODON);
  const id = candor.extensionId;
  await tab.evaluate((to) => void document.dispatchEvent(new CustomEvent('talk-to', { detail: to })), id);
  const reply = await tab.waitFor(() => document.documentElement.dataset.reply);
  expect(reply).toMatch(/^refused /);
});
