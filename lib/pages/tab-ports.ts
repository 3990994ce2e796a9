import { browser } from 'wxt/browser';
import type { TabPorts } from '#components/popup/contract.ts';
import { send } from '../messaging/send.ts';
import { SITE_ENTRIES } from '../sites/catalogue.ts';
import { findSource } from '../sources/find-source.ts';

/** The tab that the popup belongs to. `addSite` asks for the permission and registers the gate. */
export const createTabPorts = (addSite: (origin: string) => Promise<unknown>): TabPorts => ({
  async readTab() {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (tab?.id === undefined || !tab.url || !URL.canParse(tab.url)) return { is: 'off-limits' };
    const url = new URL(tab.url);
    const { protocol, origin, host } = url;
    if (protocol !== 'https:' && protocol !== 'http:') return { is: 'off-limits' };
    // A tool in a part of the page may be closed, and the page is then something else.
    const tool = findSource(url, () => false);
    if (tool) return { is: 'tool', siteName: tool.name };
    const { protection, site } = await send('read-protection', { tab: tab.id });
    const siteName = SITE_ENTRIES.find(({ id }) => id === site)?.name ?? host;
    return { is: 'known', protection, siteName, ...(protection === 'unwatched' && { origin }) };
  },
  switchOn: async (origin) => (await addSite(origin)) !== undefined,
});
