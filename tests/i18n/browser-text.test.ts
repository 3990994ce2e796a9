import { beforeEach, expect, test, vi } from 'vitest';

const i18n = vi.hoisted(() => ({ getMessage: vi.fn() }));
vi.mock('@wxt-dev/browser', () => ({ browser: { i18n } }));

const fresh = async () => {
  vi.resetModules();
  return import('#lib/i18n/browser-text.ts');
};

beforeEach(() => {
  i18n.getMessage.mockReset();
  i18n.getMessage.mockImplementation((key: string, values: string[]) =>
    key === 'labelTooLong' ? `${values[1]} of ${values[0]}, ${values[1]}!` : `sentence ${key}`,
  );
});

test('values stand where the sentence wants them, and are never read as places themselves', async () => {
  const { browserText } = await fresh();
  expect(browserText('labelTooLong' as never, 280, 'a\uE000b $1')).toBe('a\uE000b $1 of 280, a\uE000b $1!');
});

test('a missing value leaves an empty place', async () => {
  const { browserText } = await fresh();
  expect(browserText('labelTooLong' as never)).toBe(' of , !');
});

test('case 6: what was asked before is still said when the browser refuses the old script', async () => {
  const { browserText, keepSentences } = await fresh();
  keepSentences(['problem_extension_updated']);
  expect(browserText('nothingSent')).toBe('sentence nothingSent');
  i18n.getMessage.mockImplementation(() => {
    throw new Error('Extension context invalidated.');
  });
  expect(browserText('problem_extension_updated', 'X')).toBe('sentence problem_extension_updated');
  expect(browserText('nothingSent')).toBe('sentence nothingSent');
  expect(browserText('chipMine')).toBe('');
});
