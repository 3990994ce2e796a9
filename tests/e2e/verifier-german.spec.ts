import { test as base, expect } from './fixtures.ts';
import { VerifierPage } from './pages/verifier-page.ts';

const test = base.extend({
  launch: [{ language: 'de' }, { scope: 'worker' }],
});

test('the verifier speaks the language of the browser', async ({ tab }) => {
  const verifier = new VerifierPage(tab);
  await verifier.open();
  await tab.page.waitFor({ role: 'heading', name: 'Ein Candor-Protokoll prüfen' });
  expect(await tab.evaluate(() => [document.documentElement.lang, document.title])).toEqual([
    'de',
    'Ein Candor-Protokoll prüfen',
  ]);
  await verifier.drop('leer.jsonl', '');
  expect(await verifier.answerFor('leer.jsonl')).toContain('Zeile 1');
  expect(await tab.page.axe()).toEqual([]);
});
