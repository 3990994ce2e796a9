import { siteFixtures } from '/work/main/tests/sites/fixtures/index.ts';
import { startInternet } from '/work/main/tests/harness/internet.ts';
const internet = await startInternet(await siteFixtures());
const { execFile } = await import('node:child_process');
const curl = (u) => new Promise(r => execFile('curl', ['-sk','-m','5','-x',internet.proxy,'-o','/dev/null','-w','%{http_code} %{size_download} %{time_total}\n',u],(e,o)=>r(u+' '+o)));
for (const u of ['https://x.com/home','https://x.com/fixture/x.js','https://x.com/fixture/client.js','https://x.com/fixture/rolldown-runtime.js','https://bsky.app/'])console.log(await curl(u));
console.log(internet.faults, internet.refused);process.exit(0)
