import { LABEL, MASTODON, type Person, TEXT, WHOLE } from '../attack/held-post.ts';
import { refuseChange, stripWarning } from '../attack/hidden-post.ts';
import { test as base, expect, fakeOf } from './fixtures.ts';
import { buildWithPermissions } from './pages/build-with-permissions.ts';
import { sendAsPage } from './pages/extension-page.ts';
import { type ComposerAddress, type FixtureComposer, MISSKEY } from './pages/fixture-composer.ts';
import { lastFacts, readLog, waitForEnd, waitForOutcome } from './pages/log-page.ts';
import { NoticePage } from './pages/notice.ts';

/** A content warning hides the text: the label of such a post stands in the warning, where every reader sees it. */

const ORIGIN = 'https://misskey.example';
const WARNING = 'Spoilers for dogs';

const test = base.extend<{ switchedOn: undefined; notice: NoticePage }>({
  extensionDir: [async ({ engine }, use) => buildWithPermissions(engine, [ORIGIN], use), { scope: 'worker' }],
  switchedOn: [
    async ({ candor }, use) => {
      await sendAsPage(candor, 'add-site', { origin: ORIGIN });
      await use(undefined);
    },
    { auto: true },
  ],
  notice: async ({ tab }, use) => use(new NoticePage(tab)),
});

/** What the site got as text and as content warning. */
const readSent = async (
  composer: FixtureComposer,
  { warning }: ComposerAddress,
): Promise<{ text: unknown; warning: unknown }> => {
  const posts = await composer.waitForPost();
  expect(posts).toHaveLength(1);
  const body = posts[0]?.body as Record<string, unknown>;
  return { text: body.status ?? body.text, warning: body[warning?.sentAs ?? ''] };
};

/** Writes with AI, warns of it and presses Post. */
const asksBehindWarning = async (person: Person, address: ComposerAddress): Promise<FixtureComposer> => {
  const composer = await person.writesWithAi({ address });
  await composer.warn(WARNING);
  await composer.pressPost();
  return composer;
};

for (const address of [MASTODON, MISSKEY]) {
  test.describe(address.name, () => {
    test('the label stands before the content warning, the text goes as it was written', async ({
      candor,
      review,
      person,
    }) => {
      const composer = await asksBehindWarning(person, address);
      await review.waitUntilFilled();
      await review.nameIfAsked('Ada Lovelace');
      expect((await review.text()).replace(/\s+/gu, ' ')).toContain(
        `Content warning Label: ${LABEL} ${WARNING}`,
      );
      await review.waitUntilArmed();
      await review.approve();

      expect(await readSent(composer, address)).toEqual({ text: TEXT, warning: `${LABEL} ${WARNING}` });
      expect(await waitForOutcome(candor)).toEqual(WHOLE);
      // The log has the warning too: a line before the text.
      const whole = `${LABEL} ${WARNING}\n\n${TEXT}`;
      expect((await lastFacts(candor, 'post.approved')).contents).toMatchObject([
        { what: 'final', length: whole.length },
        { what: 'label', length: LABEL.length },
      ]);
    });

    test('a label that stands in the text already moves into the warning', async ({ person }) => {
      const composer = await person.writesWithAi({ address, text: `${LABEL} ${TEXT}` });
      await composer.warn(WARNING);
      await composer.pressPost();
      await person.approves();
      expect(await readSent(composer, address)).toEqual({ text: TEXT, warning: `${LABEL} ${WARNING}` });
    });

    test('a warning that was hidden again, or is empty, is none: the label stands in the text', async ({
      person,
    }) => {
      const composer = await person.writesWithAi({ address });
      await composer.warn(WARNING);
      await composer.toggleWarning();
      await composer.pressPost();
      await person.approves();
      const { text, warning } = await readSent(composer, address);
      expect(text).toBe(`${LABEL}\n${TEXT}`);
      expect(warning ?? '').toBe('');
    });

    test('a label that the page strips from the warning on its way is noticed', async ({
      candor,
      tab,
      notice,
      person,
    }) => {
      const composer = await asksBehindWarning(person, address);
      await tab.evaluate(stripWarning, address.warning?.sentAs ?? '');
      await person.approves();
      await composer.waitForPost();
      await notice.waitUntilShown(/another text than the one you approved/u);
      await waitForEnd(candor, 'post.published');
      const altered = await lastFacts(candor, 'post.altered');
      expect(altered).toMatchObject({ reason: 'sent', seenBy: 'page' });
      expect(altered.contents).toMatchObject([{ length: `${WARNING}\n\n${TEXT}`.length }]);
    });

    test('a field that does not keep the label: nothing is sent, and the text is where it was', async ({
      tab,
      person,
      expectHeldBack,
    }) => {
      const composer = await asksBehindWarning(person, address);
      await tab.evaluate(refuseChange, address.warning?.field ?? '');
      await person.approves();
      await expectHeldBack(composer, /did not take the label/u);
      expect(await composer.warningText()).toBe(WARNING);
    });

    test('a human post behind a content warning passes untouched', async ({ candor, openComposer }) => {
      const before = (await readLog(candor)).length;
      const composer = await openComposer(address);
      await composer.write(TEXT);
      await composer.warn(WARNING);
      await composer.pressPost();
      expect(await readSent(composer, address)).toEqual({ text: TEXT, warning: WARNING });
      expect((await composer.events()).every(({ isTrusted }) => isTrusted)).toBe(true);
      expect(await readLog(candor)).toHaveLength(before);
    });
  });
}

test('Mastodon: a content warning alone is a post, and carries the label', async ({ person }) => {
  const composer = await person.writesWithAi({ address: MASTODON, text: '' });
  await composer.warn(WARNING);
  await composer.pressPost();
  await person.approves();
  expect(await readSent(composer, MASTODON)).toEqual({ text: '', warning: `${LABEL} ${WARNING}` });
});

test('where the policy holds requests, one without the label in its warning is not sent', async ({
  candor,
  tab,
  notice,
  person,
}) => {
  await sendAsPage(candor, 'choose-preset', { preset: 'sharing-policy-2022' });
  const { received } = fakeOf('mastodon');
  received.length = 0;
  await asksBehindWarning(person, MASTODON);
  await tab.evaluate(stripWarning, 'spoiler_text');
  await person.approves();
  await notice.waitUntilShown(/Not posted: Mastodon was about to send another text/u);
  await waitForEnd(candor, 'post.failed');
  expect((await lastFacts(candor, 'post.altered')).reason).toBe('not-sent');
  expect(received.filter(({ method }) => method === 'POST')).toEqual([]);
  await sendAsPage(candor, 'choose-preset', { preset: 'creator' });
});
