import { LABEL, TEXT, WHOLE } from '../attack/held-post.ts';
import { expect, test } from './fixtures.ts';
import { sendAsPage } from './pages/extension-page.ts';
import { COMPOSERS } from './pages/fixture-composer.ts';
import { readLog, waitForOutcome } from './pages/log-page.ts';

for (const address of COMPOSERS) {
  test.describe(address.name, () => {
    test('an AI post is held, reviewed, labelled, released, confirmed and logged', async ({
      candor,
      review,
      person,
    }) => {
      const composer = await person.writesWithAi({ address });

      await composer.pressPost();
      await review.waitUntilFilled();
      expect(await composer.posts()).toEqual([]);
      await person.approves();
      const [post] = await composer.waitForPost();

      expect(JSON.stringify(post?.body)).toContain(JSON.stringify(`${LABEL}\n${TEXT}`).slice(1, -1));
      expect(await waitForOutcome(candor)).toEqual(WHOLE);
      const entries = await readLog(candor);
      const published = entries.at(-1);
      expect(published?.permalink).toMatch(/^https:\/\//);
      expect(await composer.posts()).toHaveLength(1);
    });

    test('a human post passes as the site’s own trusted event', async ({ candor, review, openComposer }) => {
      // With answers to compare it with, a text posted without a pause is looked at first.
      await sendAsPage(candor, 'forget-generations', {});
      const before = (await readLog(candor)).length;
      const composer = await openComposer(address);
      await composer.write(TEXT);
      await composer.pressPost();
      const [post] = await composer.waitForPost();
      const events = await composer.events();

      expect(JSON.stringify(post?.body)).toContain(TEXT);
      expect(JSON.stringify(post?.body)).not.toContain('[AI');
      expect(events.every(({ isTrusted }) => isTrusted)).toBe(true);
      expect(await review.isOpen()).toBe(false);
      expect(await readLog(candor)).toHaveLength(before);
    });

    if (address.hasKeys) {
      test('Ctrl+Enter is held as well, and passes for a human post', async ({ chip, review, person }) => {
        const composer = await person.writesWithAi({ address, role: 'Written together with AI' });
        await composer.tab.page.click({ css: address.editor });
        await composer.pressPostKeys();
        await review.waitUntilFilled();
        expect(await composer.posts()).toEqual([]);
        await review.keepEditing();
        await review.waitUntilClosed();
        expect((await composer.texts()).join('')).toBe(TEXT);

        await chip.choose('No AI');
        await composer.tab.page.click({ css: address.editor });
        await composer.pressPostKeys();
        await composer.waitForPost();
        expect((await composer.events()).map(({ isTrusted, via }) => ({ isTrusted, via }))).toContainEqual({
          isTrusted: true,
          via: 'keys',
        });
      });
    }
  });
}
