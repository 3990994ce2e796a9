import { browser } from '@wxt-dev/browser';
import type { Sender } from '../messaging/handle.ts';
import type { Protection } from '../model/flow.ts';

/** What a gate said about its page. */
export interface TabProtection {
  protection: Protection;
  site?: string;
}

/**
 * By origin: a tab goes from site to site, and back to pages that say nothing a second time. Item `protection:<tab>`
 * of `storage.session`: it outlives the background.
 */
type TabRecord = Record<string, TabProtection>;

const UNWATCHED: TabProtection = { protection: 'unwatched' };

/** Only what needs attention gets a mark on the icon: a mark that is always there is never read. */
const MARKS: Record<Protection, string> = { protected: '', unwatched: '', changed: '!' };

const keyOf = (tab: number): string => `protection:${tab}`;

const readRecord = async (tab: number): Promise<TabRecord> => {
  const key = keyOf(tab);
  return ((await browser.storage.session.get(key))[key] as TabRecord | undefined) ?? {};
};

/** A frame speaks for itself, not for the page around it: only the page's own gate is heard. */
export const writeProtection = async (
  { tab, frame, url }: Extract<Sender, { from: 'gate' }>,
  state: TabProtection,
): Promise<void> => {
  if (frame !== 0) return;
  const record = { ...(await readRecord(tab)), [new URL(url).origin]: state };
  await browser.storage.session.set({ [keyOf(tab)]: record });
  await browser.action.setBadgeText({ tabId: tab, text: MARKS[state.protection] });
  if (state.protection === 'changed')
    await browser.action.setBadgeBackgroundColor({ tabId: tab, color: '#b45309' });
};

/** Of the page the tab shows now. Where Candor may not run, nothing said earlier counts. */
export const readProtection = async (tab: number): Promise<TabProtection> => {
  const url = await browser.tabs.get(tab).then(
    (found) => found.url,
    () => undefined,
  );
  if (!url || !/^https?:/u.test(url)) return UNWATCHED;
  const { origin, protocol, hostname } = new URL(url);
  const isAllowed = await browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
  return (isAllowed && (await readRecord(tab))[origin]) || UNWATCHED;
};

export const forgetProtection = (tab: number): Promise<void> => browser.storage.session.remove(keyOf(tab));
