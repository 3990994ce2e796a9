import type { MessageResult } from '#lib/messaging/messages.ts';
import type { PackedSite } from '#lib/model/site-pack.ts';
import { MASTODON } from '#lib/sites/definitions/mastodon.ts';
import { X } from '#lib/sites/definitions/x.ts';
import { sendAsPage } from '#tests/e2e/pages/extension-page.ts';
import type { CandorBrowser } from '#tests/harness/browser.ts';
import { type Internet, startInternet } from '#tests/harness/internet.ts';
import { launchCandor } from '#tests/harness/launch.ts';
import { askFromPage } from './ask-from-page.ts';
import { copyBuild } from './built-extension.ts';
import { sampleInTurns } from './in-turns.ts';
import { createMeasure, type Measure } from './measure.ts';
import { HOSTS, serveMeasuredSite } from './measured-site.ts';

const FEW = 20;
const MANY = 2000;
const NEWER = X.version + 1;
const SAMPLES = 41;
const WARM_UP = 5;
const SITE = `https://${HOSTS.candor}/home`;

/** Definitions as long as a real one. The last is a newer one for the page that asks. */
const definitions = (count: number): PackedSite[] => {
  const verified = { date: '2026-11-01', how: 'Made for this benchmark.' };
  const others = Array.from({ length: count - 1 }, (_, index) => ({
    ...MASTODON,
    id: `site-${index}`,
    hosts: [`site-${index}.example`],
    marks: [],
    verified,
  }));
  return [...others, { ...X, version: NEWER, verified }];
};

async function openWith(count: number, extensionDir: string, internet: Internet): Promise<CandorBrowser> {
  const candor = await launchCandor('chromium', { proxy: internet.proxy, extensionDir });
  await sendAsPage(candor, 'import-site-pack', {
    pack: { candorSites: 1, title: `${count} definitions`, sites: definitions(count) },
  });
  await candor.newTab(SITE);
  return candor;
}

/** How long a page waits for its definition: with 2,000 installed against 20. The background is awake, or stopped. */
export async function* measureMatching(): AsyncGenerator<Measure> {
  const dir = await copyBuild();
  const internet = await startInternet([await serveMeasuredSite()]);
  const few = await openWith(FEW, dir, internet);
  const many = await openWith(MANY, dir, internet);
  const ask = async (candor: CandorBrowser, isStopped: boolean): Promise<number> => {
    if (isStopped) await candor.background.stop();
    const { took, answer } = await askFromPage<MessageResult<'wake-up'>>(candor, SITE, {
      name: 'wake-up',
      input: { protection: 'protected' },
    });
    const found = answer.ok ? answer.value.profile.sites.map(({ id, version }) => `${id} ${version}`) : [];
    if (found.join() !== `x ${NEWER}`) throw new Error(`another definition: ${found.join()}`);
    return took;
  };
  try {
    for (const isStopped of [false, true]) {
      const { values, floors } = await sampleInTurns(SAMPLES, WARM_UP, {
        values: () => ask(many, isStopped),
        floors: () => ask(few, isStopped),
      });
      yield createMeasure(
        {
          group: 'sites',
          name: `definition of a page, ${MANY} installed / ${FEW}${isStopped ? ', background stopped' : ''}`,
          unit: 'ms',
          limit: 1.2,
          limits: 'ratio',
        },
        { values, floors },
      );
    }
  } finally {
    await few.close();
    await many.close();
    await internet.close();
  }
}
