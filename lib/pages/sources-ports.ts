import { browser } from 'wxt/browser';
import type { KnownSource, RememberedPorts, SourcesPorts } from '#components/sources/contract.ts';
import { patternOf } from '../flow/page-scripts.ts';
import { send } from '../messaging/send.ts';
import { findSource } from '../sources/find-source.ts';
import { SOURCES } from '../sources/index.ts';

export const knownSources = (): KnownSource[] => SOURCES.map(({ id, name, hosts }) => ({ id, name, hosts }));

/** What is remembered of AI tools, by message to the background. */
export const createSourcesPorts = (): SourcesPorts => ({
  readOverview: () => send('read-sources', {}),
  readSettings: () => send('read-settings', {}),
  switchSource: (source, isOn) => send('switch-source', { source, isOn }),
  async addSource(origin, answers) {
    // Said before the permission is there, so that the grant is taken for what it is; not waited for, since the
    // browser asks only inside the press.
    const [, isGranted] = await Promise.all([
      send('add-source', { origin, answers }),
      browser.permissions.request({ origins: [patternOf(origin)] }).catch(() => false),
    ]);
    if (isGranted) return send('add-source', { origin, answers });
    await send('remove-source', { origin });
    return undefined;
  },
  removeSource: (origin) => send('remove-source', { origin }),
  changeMemory: (memory) => send('change-provenance', memory),
  acceptLoss: () => send('accept-memory-loss', {}),
  forget: (source) => send('forget-generations', source === undefined ? {} : { source }),
});

export const createRememberedPorts = (): RememberedPorts => ({
  readOverview: () => send('read-sources', {}),
  async findSourceOfTab() {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (!tab?.url || tab.incognito || !URL.canParse(tab.url)) return undefined;
    const url = new URL(tab.url);
    // A tool in a part of the page may be closed, and the page is then something else.
    return findSource(url, () => false)?.id ?? url.origin;
  },
});
