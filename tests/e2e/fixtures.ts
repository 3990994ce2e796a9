import { makePerson, type Person, SENT, TEXT, WHOLE } from '#tests/attack/held-post.ts';
import { test as base, expect } from '#tests/harness/test.ts';
import { type SiteFixtureHost, siteFixtures } from '#tests/sites/fixtures/index.ts';
import { ChipPage, ReviewPage } from './pages/candor-ui.ts';
import { type ComposerAddress, FixtureComposer } from './pages/fixture-composer.ts';
import { waitForOutcome } from './pages/log-page.ts';

export { expect, until } from '#tests/harness/test.ts';

interface Pages {
  /** A failed test leaves a picture of its tab. */
  pictureOfFailure: undefined;
  chip: ChipPage;
  review: ReviewPage;
  person: Person;
  /** Opens a composer of a fake site in the test's tab. */
  openComposer(address: ComposerAddress): Promise<FixtureComposer>;
  /** One post has reached the site, as approved (default: `SENT`), and the log has its whole way. */
  expectWholePost(composer: FixtureComposer, sent?: Record<string, unknown>): Promise<void>;
  /** The review says this sentence, nothing was sent, and after "Keep editing" `TEXT` is where it was. */
  expectHeldBack(composer: FixtureComposer, sentence: RegExp): Promise<void>;
}

const hosts: SiteFixtureHost[] = await siteFixtures();

/** A fake site, with what reached it. */
export const fakeOf = (site: string): SiteFixtureHost => {
  const found = hosts.find((host) => host.site === site);
  if (!found) throw new Error(`no fake site ${site}`);
  return found;
};

/** A test on Candor itself: the built extension, the fake sites at their real addresses, one browser. */
export const test = base.extend<Pages>({
  // Not `test.use`, which a file that others import must not call.
  sites: [{ hosts }, { scope: 'worker' }],
  pictureOfFailure: [
    async ({ tab }, use, testInfo) => {
      await use(undefined);
      if (testInfo.status !== testInfo.expectedStatus)
        await tab.screenshot(testInfo.outputPath('failed.png')).catch(() => undefined);
    },
    { auto: true },
  ],
  chip: async ({ tab }, use) => use(new ChipPage(tab)),
  review: async ({ tab }, use) => use(new ReviewPage(tab)),
  openComposer: async ({ tab }, use) =>
    use(async (address) => {
      const composer = new FixtureComposer(tab, address);
      await composer.open();
      return composer;
    }),
  expectWholePost: async ({ candor }, use) =>
    use(async (composer, sent = SENT) => {
      const posts = await composer.waitForPost();
      expect(posts).toHaveLength(1);
      expect(posts[0]?.body).toMatchObject(sent);
      expect(await waitForOutcome(candor)).toEqual(WHOLE);
    }),
  expectHeldBack: async ({ tab, review }, use) =>
    use(async (composer, sentence) => {
      await tab.inside.waitFor({ role: 'alert', text: sentence });
      expect(await composer.posts()).toEqual([]);
      await review.keepEditing();
      await review.waitUntilClosed();
      expect(await composer.texts()).toEqual([TEXT]);
    }),
  person: async ({ chip, review, openComposer }, use) => use(makePerson({ chip, review, openComposer })),
});
