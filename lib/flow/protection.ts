import { browser } from '@wxt-dev/browser';
import type { Protection } from '../model/flow.ts';

/** What a gate said about its tab. Kept in `storage.session`, item `protection:<tab>`: it outlives the background. */
export interface TabProtection {
  protection: Protection;
  site?: string;
}

const keyOf = (tab: number): string => `protection:${tab}`;

/** Only what needs attention gets a mark on the icon: a mark that is always there is never read. */
const MARKS: Record<Protection, string> = { protected: '', idle: '', unwatched: '', changed: '!' };

export const writeProtection = async (tab: number, state: TabProtection): Promise<void> => {
  await browser.storage.session.set({ [keyOf(tab)]: state });
  await browser.action.setBadgeText({ tabId: tab, text: MARKS[state.protection] });
  if (state.protection === 'changed')
    await browser.action.setBadgeBackgroundColor({ tabId: tab, color: '#b45309' });
};

export const readProtection = async (tab: number): Promise<TabProtection> => {
  const key = keyOf(tab);
  const stored = (await browser.storage.session.get(key))[key] as TabProtection | undefined;
  return stored ?? { protection: 'unwatched' };
};

export const forgetProtection = (tab: number): Promise<void> => browser.storage.session.remove(keyOf(tab));
