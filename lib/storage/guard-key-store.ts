import { browser } from '@wxt-dev/browser';

/**
 * Item `guard-key` of `storage.local`: the name under which the gates of this installation make themselves known to a
 * request guard that an earlier version left in a page. No page learns it.
 */
const KEY = 'guard-key';

export const readGuardKey = async (): Promise<string> => {
  const known = (await browser.storage.local.get(KEY))[KEY];
  if (typeof known === 'string') return known;
  const made = crypto.randomUUID();
  await browser.storage.local.set({ [KEY]: made });
  return made;
};
