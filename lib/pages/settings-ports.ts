import { browser } from 'wxt/browser';
import type { SettingsPorts } from '#components/dashboard/settings-contract.ts';
import { send } from '../messaging/send.ts';

/** Asks for the host permission; must be reached inside the press, without an `await` before. */
const requestSite = (origin: string): Promise<boolean> =>
  browser.permissions.request({ origins: [`${origin}/*`] });

/** The settings by message to the background, the only one that writes them. */
export const createSettingsPorts = (): SettingsPorts => ({
  readSettings: () => send('read-settings', {}),
  saveIdentity: (identity, makeDefault) => send('save-identity', { identity, makeDefault }),
  removeIdentity: (id) => send('remove-identity', { id }),
  choosePreset: (preset) => send('choose-preset', { preset }),
  chooseGateWhen: (when) => send('choose-gate-when', { when }),
  keepText: (keep) => send('keep-text', { keep }),
  keepTextDays: (days) => send('keep-text-days', { days }),
  async addSite(origin) {
    return (await requestSite(origin)) ? send('add-site', { origin }) : undefined;
  },
  removeSite: (origin) => send('remove-site', { origin }),
  newId: () => crypto.randomUUID(),
});
