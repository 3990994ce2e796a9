import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { Dashboard } from '#components/dashboard/Dashboard.tsx';
import type { SectionId } from '#components/dashboard/sections.ts';
import type { SettingsModel } from '#components/dashboard/settings-contract.ts';
import { createSettingsModel } from '#components/dashboard/settings-model.ts';
import type { LogModel, LogPorts } from '#components/log/contract.ts';
import { createLogModel } from '#components/log/log-model.ts';
import type { TabPorts } from '#components/popup/contract.ts';
import { Popup } from '#components/popup/Popup.tsx';
import { createTabModel } from '#components/popup/tab-model.ts';
import { ErrorBoundary } from '#components/ui/ErrorBoundary.tsx';
import { KNOWN, logPorts, NEW_SETTINGS, settingsPorts, tabPorts } from './fake-pages.ts';
import type { PageStateName } from './page-state-names.ts';

/** Makes the models, lets `prepare` act on them as a person would, and shows the page. */
type Shown = () => Promise<ComponentChildren>;

interface Parts {
  log: LogModel;
  settings: SettingsModel;
}

const makeParts = async (log: LogPorts, settings = settingsPorts()): Promise<Parts> => {
  const parts = { log: createLogModel(log, 5), settings: createSettingsModel(settings, KNOWN) };
  await Promise.all([parts.log.load(), parts.settings.load()]);
  return parts;
};

const popup =
  (
    tab: TabPorts,
    act: (parts: Parts & { tab: ReturnType<typeof createTabModel> }) => Promise<unknown> = async () =>
      undefined,
    log = logPorts(),
    settings = settingsPorts(),
  ): Shown =>
  async () => {
    const parts = { ...(await makeParts(log, settings)), tab: createTabModel(tab) };
    await parts.tab.load();
    await act(parts);
    return <Popup {...parts} dashboard="#" />;
  };

const dashboard =
  (
    section: SectionId,
    act: (parts: Parts) => Promise<unknown> = async () => undefined,
    log = logPorts(),
    settings = settingsPorts(),
  ): Shown =>
  async () => {
    const parts = await makeParts(log, settings);
    await act(parts);
    return <Dashboard section={signal(section)} {...parts} />;
  };

const Faulty = () => {
  throw new Error('something unexpected');
};

const protectedTab = tabPorts({ is: 'known', protection: 'protected', siteName: 'X' });
const foreignTab = {
  is: 'known',
  protection: 'unwatched',
  siteName: 'forum.example',
  origin: 'https://forum.example',
} as const;
const tampered = logPorts({ result: { ok: false, code: 'edited', index: 17 } });

/** Pages by the name used in `?state=`. */
export const PAGE_STATES: Record<PageStateName, Shown> = {
  'popup/protected': popup(protectedTab),
  'popup/changed': popup(tabPorts({ is: 'known', protection: 'changed', siteName: 'LinkedIn' })),
  'popup/idle': popup(tabPorts({ is: 'known', protection: 'idle', siteName: 'Bluesky' })),
  'popup/unwatched': popup(tabPorts(foreignTab)),
  'popup/declined': popup(tabPorts(foreignTab, false), ({ tab }) => tab.switchOn()),
  'popup/off-limits': popup(
    tabPorts({ is: 'off-limits' }),
    undefined,
    logPorts({ posts: [] }),
    settingsPorts(NEW_SETTINGS),
  ),
  'popup/verified': popup(protectedTab, ({ log }) => log.verify()),
  'popup/tampered': popup(protectedTab, ({ log }) => log.verify(), tampered),
  'popup/broken': popup(tabPorts({ is: 'unknown' }), undefined, logPorts({ broken: true })),
  'dashboard/log': dashboard('log', ({ log }) => log.verify()),
  'dashboard/tampered': dashboard('log', ({ log }) => log.verify(), tampered),
  'dashboard/empty': dashboard('log', undefined, logPorts({ posts: [] })),
  'dashboard/names': dashboard('names'),
  'dashboard/first-name': dashboard('names', undefined, undefined, settingsPorts(NEW_SETTINGS)),
  'dashboard/sites': dashboard('sites', ({ settings }) => settings.addSite('not an address')),
  'dashboard/policy': dashboard('policy'),
  'dashboard/broken': dashboard('policy', undefined, undefined, settingsPorts(NEW_SETTINGS, true)),
  'dashboard/fault': async () => (
    <ErrorBoundary>
      <Faulty />
    </ErrorBoundary>
  ),
};
