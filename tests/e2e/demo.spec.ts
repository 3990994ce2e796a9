import { dressedSites, startProgress } from '#tests/demo/demo-world.ts';
import { leadVisitor } from '#tests/demo/lead.ts';
import { START } from '#tests/demo/start-page.ts';
import { expect, test } from '#tests/harness/test.ts';
import { ChipPage, ReviewPage } from './pages/candor-ui.ts';

test('the guide of the demo ticks off what a visitor does', async ({ candor, internet, tab }) => {
  const progress = startProgress();
  const undo = (await dressedSites(progress)).map((host) => internet.serve(host));
  const end = new AbortController();
  await tab.goto(START);
  const led = leadVisitor(candor, tab, progress, end.signal);
  const waitForTicks = (count: number) =>
    tab.waitFor((wanted) => document.querySelectorAll('.demo-done').length === wanted, count);

  await tab.page.click({ css: '.demo-links a', text: 'AI chat' });
  await tab.page.click({ role: 'button', name: 'Copy answer' });
  await waitForTicks(1);
  await tab.page.click({ css: '.demo-links a', text: 'Bluesky' });
  await tab.page.click({ css: '.ProseMirror' });
  await tab.paste();
  await waitForTicks(2);
  await new ChipPage(tab).choose('Drafted by AI, reviewed by me');
  await waitForTicks(3);
  await tab.page.click({ css: '[data-testid="composerPublishBtn"]' });
  await waitForTicks(4);
  await new ReviewPage(tab).nameAndApprove('Ada Lovelace');
  await waitForTicks(6);
  await tab.page.click({ role: 'button', name: 'Open the log' });
  const dashboard = await candor.waitForTab(/dashboard\.html/);
  await waitForTicks(7);

  expect(progress.posts.map(({ site, text }) => `${site}: ${text}`)).toEqual([
    expect.stringMatching(/^Bluesky: \[AI-generated: .*Ada Lovelace\]\nThree things/),
  ]);
  await dashboard.close();
  end.abort();
  await led;
  for (const withdraw of undo) withdraw();
});
