import { dressedSites, startProgress } from '#tests/demo/demo-world.ts';
import { leadVisitor } from '#tests/demo/lead.ts';
import { START } from '#tests/demo/start-page.ts';
import { expect, test } from '#tests/harness/test.ts';
import { AiChat, requireTool } from './pages/ai-chat.ts';
import { ReviewPage } from './pages/candor-ui.ts';
import { sendAsPage } from './pages/extension-page.ts';

test('the guide of the demo ticks off what a visitor does', async ({ candor, internet, tab }) => {
  const progress = startProgress();
  const undo = (await dressedSites(progress)).map((host) => internet.serve(host));
  const end = new AbortController();
  await tab.goto(START);
  const led = leadVisitor(candor, tab, progress, end.signal);
  const waitForTicks = (count: number) =>
    tab.waitFor((wanted) => document.querySelectorAll('.demo-done').length === wanted, count);

  await tab.page.click({ css: '.demo-links a', text: 'ChatGPT' });
  const chat = new AiChat(tab, requireTool('ChatGPT'));
  await chat.askAndWait('A post about a rescue dog, please.');
  await waitForTicks(1);
  await chat.copyAnswer();
  await waitForTicks(2);
  await tab.page.click({ css: '.demo-links a', text: 'Bluesky' });
  await tab.page.click({ css: '.ProseMirror' });
  await tab.paste();
  await waitForTicks(4);
  await tab.page.click({ css: '[data-testid="composerPublishBtn"]' });
  await waitForTicks(5);
  await new ReviewPage(tab).nameAndApprove('Ada Lovelace');
  await waitForTicks(7);
  await tab.page.click({ role: 'button', name: 'Open the log' });
  const dashboard = await candor.waitForTab(/dashboard\.html/);
  await waitForTicks(8);

  expect(progress.posts.map(({ site, text }) => `${site}: ${text}`)).toEqual([
    expect.stringMatching(/^Bluesky: \[AI-generated: .*Ada Lovelace\]\nThree things/),
  ]);
  await dashboard.close();
  end.abort();
  await led;
  for (const withdraw of undo) withdraw();
  await sendAsPage(candor, 'forget-generations', {});
});
