import { siteFixtures } from '/work/main/tests/sites/fixtures/index.ts';
import { buildProbeExtension } from '/work/main/tests/sites/fixtures/build.ts';
import { startInternet } from '/work/main/tests/harness/internet.ts';
import { launchCandor } from '/work/main/tests/harness/launch.ts';
const name = process.argv[2] as 'chromium'|'firefox';
const internet = await startInternet(await siteFixtures());
const candor = await launchCandor(name, { proxy: internet.proxy, extensionDir: await buildProbeExtension() });
console.log(candor.version);
let n = 0;
const ask = (tab, ask, ...values) => tab.evaluate((id, ask, values) => new Promise((resolve, reject) => {
  document.addEventListener(`candor-probe-${id}`, (e) => { const a = JSON.parse(e.detail); a.error ? reject(new Error(a.error)) : resolve(a.value ?? null); }, { once: true });
  document.dispatchEvent(new CustomEvent('candor-probe', { detail: JSON.stringify({ id, ask, values }) }));
}), ++n, ask, values);
const pages = {
  'draft (X)': 'https://x.com/compose/post?inline=off',
  'textarea (X mobile)': 'https://x.com/compose/post?layout=mobile&inline=off',
  'quill1 shadow (LinkedIn a)': 'https://www.linkedin.com/feed/?shareActive=true&box=classic',
  'tiptap dialog (LinkedIn b)': 'https://www.linkedin.com/feed/?shareActive=true&box=dialog',
  'tiptap (Bluesky)': 'https://bsky.app/',
  'react textarea (Mastodon)': 'https://mastodon.social/home',
  'bare contenteditable': 'https://forum.example/',
};
const L = 'AI-assisted, reviewed by Ann';
const run = async (label, url, start, f) => {
  const tab = await candor.newTab();
  try {
    await Promise.race([tab.goto(url), new Promise((_, n) => setTimeout(() => n(new Error("goto")), 8000))]);
    await tab.waitFor(() => !!window.fixture);
    for (let i = 0; i < 50 && !(await ask(tab, 'composers')).length; i++) await new Promise(r => setTimeout(r, 100));
    const want = url.includes('forum') ? 0 : 0;
    await tab.evaluate((t) => window.fixture.load(t), [start]);
    await new Promise(r => setTimeout(r, 300));
    const result = await f(tab, want);
    await new Promise(r => setTimeout(r, 200));
    const state = await tab.evaluate(() => window.fixture.texts());
    const dom = (await ask(tab, 'composers')).map(c => c.draft.parts.map(p => p.text))[0];
    console.log(label.padEnd(30), JSON.stringify(start.slice(0,10)), JSON.stringify(result), 'state', JSON.stringify(state), 'dom', JSON.stringify(dom), tab.errors.length ? tab.errors.slice(0,1) : '');
  } catch (e) { console.log(label, 'FAIL', String(e).slice(0, 300), tab.errors); }
  await tab.close();
};
for (const [label, url] of Object.entries(pages)) {
  if (process.argv[3] && !label.includes(process.argv[3])) continue;
  for (const start of ['', 'one 😀\n\ntwo']) {
    if (process.argv[4] !== 'insert') for (const m of ['paste', 'command']) await run(`${label} ${m}`, url, start, (tab, at) => ask(tab, 'method', at, m, start ? L + '\n' : L));
    await run(`${label} INSERT`, url, start, (tab, at) => ask(tab, 'insert', at, 0, L));
  }
}
await candor.close(); await internet.close(); process.exit(0);
