import { siteFixtures } from '/work/main/tests/sites/fixtures/index.ts';
import { buildProbeExtension } from '/work/main/tests/sites/fixtures/build.ts';
import { startInternet } from '/work/main/tests/harness/internet.ts';
import { launchCandor } from '/work/main/tests/harness/launch.ts';
const internet = await startInternet(await siteFixtures());
const candor = await launchCandor(process.argv[2] as any, { proxy: internet.proxy, extensionDir: await buildProbeExtension() });
console.log('up', candor.version);
for (const u of process.argv.slice(3)) {
  const tab = await candor.newTab();
  const t = Date.now();
  await Promise.race([tab.goto(u), new Promise(r=>setTimeout(r,6000))]).catch(e=>console.log(e.message));
  console.log(u, Date.now()-t, internet.requests.map(r=>r.url), internet.refused.map(r=>r.url), tab.errors);
  internet.forget();
}
setTimeout(()=>process.exit(0),3000);
await candor.close(); process.exit(0);
