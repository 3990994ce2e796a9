import { startInternet } from '#tests/harness/internet.ts';
import { launchCandor } from '#tests/harness/launch.ts';
import { siteFixtures } from '#tests/sites/fixtures/index.ts';
const engine = 'chromium';
const internet = await startInternet(await siteFixtures());
const candor = await launchCandor(engine, { proxy: internet.proxy, extensionDir: '/work/main/.output/chrome-mv3' });
try {
const tab = await candor.newTab();
await tab.goto('https://bsky.app/');
await tab.click('[data-testid="composePostView"] .ProseMirror');
await tab.type('Hello world from a human and a machine.');
await tab.inside.click({ css: '.chip-button' });
await tab.inside.click({ role: 'menuitemradio', nth: 3 });
await tab.click('[data-testid="composerPublishBtn"]');
await tab.inside.waitFor({css:".review-form"}); console.log("A",(await tab.inside.find({css:"dialog", hidden:true}))?.attributes);  await tab.inside.type({css:"input:not([type=radio])"}, "Ada Lovelace");console.log("B",(await tab.inside.find({css:"dialog", hidden:true}))?.attributes);
await new Promise(r => setTimeout(r, 1500));
console.log(await tab.evaluate(() => (document.documentElement.dataset.dbg)));
console.log((await tab.inside.find({css:'dialog', hidden:true}))?.attributes, await tab.evaluate(() => document.querySelectorAll(':popover-open, dialog:modal').length), tab.errors);
await tab.screenshot('/tmp/exp/b.png');
} finally { await candor.close(); await internet.close(); }
