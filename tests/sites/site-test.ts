import type { Tab } from '#tests/harness/tab.ts';
import { test as base } from '#tests/harness/test.ts';
import { buildProbeExtension } from './fixtures/build.ts';
import { type SiteFixtureHost, siteFixtures } from './fixtures/index.ts';

/** Asks the isolated world of the tab (tests/sites/probe/content.ts). */
export type Ask = <Answer>(what: string, ...values: unknown[]) => Promise<Answer>;

const askIn =
  (tab: Tab): Ask =>
  (what, ...values) =>
    tab.evaluate(
      (id, ask, given) =>
        new Promise<unknown>((resolve, reject) => {
          const hear = (event: Event): void => {
            const answer = JSON.parse((event as CustomEvent<string>).detail) as {
              value?: unknown;
              error?: string;
            };
            if (answer.error === undefined) resolve(answer.value ?? null);
            else reject(new Error(answer.error));
          };
          document.addEventListener(`candor-probe-${id}`, hear, { once: true });
          document.dispatchEvent(
            new CustomEvent('candor-probe', { detail: JSON.stringify({ id, ask, values: given }) }),
          );
        }),
      `${Date.now()}-${Math.random()}`,
      what,
      values,
    ) as Promise<never>;

/** The harness with all fake sites, and the probe extension in the place of Candor. */
export const test = base.extend<{ ask: Ask }, { fakes: SiteFixtureHost[] }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern.
  fakes: [async ({}, use) => use(await siteFixtures()), { scope: 'worker' }],
  sites: [async ({ fakes }, use) => use({ hosts: fakes }), { scope: 'worker' }],
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  extensionDir: [async ({}, use) => use(await buildProbeExtension()), { scope: 'worker' }],
  ask: async ({ tab }, use) => use(askIn(tab)),
});
