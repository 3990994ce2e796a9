import { browser } from '@wxt-dev/browser';
import { browserText } from '../i18n/browser-text.ts';
import type { MessageKey } from '../i18n/text.ts';
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

interface Look {
  /** On the icon. Only what needs attention has one: a mark that is always there is never read. */
  mark: string;
  color: string;
  title: MessageKey;
}

/** A gate that says `unwatched` runs on a site that the person switched off; elsewhere there is none to say so. */
const LOOKS: Record<Protection, Look> = {
  protected: { mark: '', color: '#b45309', title: 'tabProtected' },
  changed: { mark: '!', color: '#b45309', title: 'tabChanged' },
  unwatched: { mark: '×', color: '#57606a', title: 'tabUnwatched' },
};

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
  const { mark, color, title } = LOOKS[state.protection];
  await Promise.all([
    browser.action.setBadgeText({ tabId: tab, text: mark }),
    browser.action.setBadgeBackgroundColor({ tabId: tab, color }),
    browser.action.setTitle({
      tabId: tab,
      title: `${browserText('extensionName')}: ${browserText(title)}`,
    }),
  ]);
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
