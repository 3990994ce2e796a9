import { startInternet } from '#tests/harness/internet.ts';
import { launchCandor } from '#tests/harness/launch.ts';
import { siteFixtures } from '#tests/sites/fixtures/index.ts';
const engine = (process.argv[2] ?? 'chromium') as 'chromium' | 'firefox';
const internet = await startInternet(await siteFixtures());
const candor = await launchCandor(engine, { proxy: internet.proxy, extensionDir: process.cwd() + `/.output/${engine === 'firefox' ? 'firefox' : 'chrome'}-mv3` });
try {
const tab = await candor.newTab();
await tab.goto('https://x.com/home');
console.log('loaded');
await tab.click('[data-testid="tweetTextarea_0"]');
await tab.type('Hello world from a human and a machine.');
await tab.screenshot('/tmp/exp/1.png');
console.log(await tab.inside.hosts().then(h => h.map(x => [x.mode, x.html.length])));
await tab.inside.click({ css: '.chip-button' });
await tab.screenshot('/tmp/exp/2.png');
await tab.inside.click({ role: 'menuitemradio', nth: 3 });
await tab.screenshot('/tmp/exp/3.png');
await tab.click('[data-testid="tweetButtonInline"]');
await tab.screenshot('/tmp/exp/4.png');
await new Promise(r => setTimeout(r, 800));
await tab.screenshot('/tmp/exp/5.png');
console.log(await tab.inside.findAll({ role: 'button' }).then(f => f.map(b => [b.name, b.disabled])));
await tab.inside.type({ css: 'input[type=text], input:not([type=radio])' }, 'Ada Lovelace');
await new Promise(r => setTimeout(r, 300));
await tab.screenshot('/tmp/exp/6.png');
await tab.inside.click({ css: '[data-decides]' });
await new Promise(r => setTimeout(r, 1500));
await tab.screenshot('/tmp/exp/7.png');
console.log(JSON.stringify(await tab.evaluate(() => [window.fixture.log, window.fixture.posts, window.fixture.texts()]), null, 1));
await new Promise(r => setTimeout(r, 3500));
console.log(await candor.evaluate(async () => { 
  const db = await new Promise<IDBDatabase>((res) => { const q = indexedDB.open('candor-log'); q.onsuccess = () => res(q.result); });
  const rows: unknown[] = await new Promise((res) => { const q = db.transaction('entries').objectStore('entries').getAll(); q.onsuccess = () => res(q.result); });
  return (rows as {bytes: Uint8Array}[]).map((r) => new TextDecoder().decode(r.bytes));
}));
console.log(tab.errors, internet.refused.length);
} finally { await candor.close(); await internet.close(); }
