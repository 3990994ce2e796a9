import { browser } from '@wxt-dev/browser';
import { CandorError } from '../errors/candor-error.ts';
import type { Log } from '../log/open-log.ts';
import type { MessageInput } from '../messaging/messages.ts';
import type { PolicyReference } from '../model/decision.ts';
import type { Identity } from '../model/identity.ts';
import type { Settings } from '../model/settings.ts';
import { SITES } from '../sites/index.ts';
import { readSettings, writeSettings } from '../storage/settings-store.ts';
import { findRevoked, registerGate, unregisterGate } from './gate-scripts.ts';

interface SettingsDeskPorts {
  openLog(): Promise<Log>;
  /** Version of the policy in force under these settings. */
  policyOf(settings: Settings): PolicyReference | undefined;
  now(): number;
}

/** The background's side of the settings: the only one that writes them. */
const isBuiltIn = (origin: string): boolean =>
  SITES.some(({ hosts }) => hosts.includes(new URL(origin).hostname));

export const createSettingsDesk = ({ openLog, policyOf, now }: SettingsDeskPorts) => {
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: two pages that change something at once must not undo each other. */
  const change = (edit: (settings: Settings) => Settings | Promise<Settings>): Promise<Settings> => {
    const changed = last.then(async () => {
      // Settings that do not parse are replaced only by a person's own choice, which this is.
      const settings = await edit((await readSettings()).settings);
      await writeSettings(settings);
      return settings;
    });
    last = changed.catch(() => undefined);
    return changed;
  };

  /** Recorded before it is in force: a policy never changes without a trace. */
  const changePolicy = (edit: (settings: Settings) => Settings, reason: string): Promise<Settings> =>
    change(async (before) => {
      const settings = edit(before);
      const policy = policyOf(settings);
      if (!policy) throw new CandorError('not-allowed', `no preset ${settings.preset}`);
      await (await openLog()).append({ event: 'policy.changed', policy, reason });
      return settings;
    });

  const addSite = async ({ origin }: MessageInput<'add-site'>): Promise<Settings> => {
    const { origin: clean } = new URL(origin);
    await registerGate(clean);
    return change((settings) => ({
      ...settings,
      addedSites: [
        ...settings.addedSites.filter((site) => site.origin !== clean),
        { origin: clean, addedAt: now() },
      ],
    }));
  };

  return {
    read: async (): Promise<Settings> => (await readSettings()).settings,

    saveIdentity: ({ identity, makeDefault }: MessageInput<'save-identity'>): Promise<Settings> =>
      change((settings) => ({
        ...settings,
        identities: [...settings.identities.filter(({ id }) => id !== identity.id), identity],
        ...((makeDefault || settings.defaultIdentity === undefined) && { defaultIdentity: identity.id }),
      })),

    removeIdentity: ({ id }: MessageInput<'remove-identity'>): Promise<Settings> =>
      change(({ defaultIdentity, ...settings }) => {
        const identities = settings.identities.filter((identity) => identity.id !== id);
        const next = defaultIdentity === id ? identities[0]?.id : defaultIdentity;
        return { ...settings, identities, ...(next !== undefined && { defaultIdentity: next }) };
      }),

    /** The name typed at a first approval is kept; where there are names already, only a page may add one. */
    keepFirstIdentity: (identity: Identity): Promise<Settings> =>
      change((settings) =>
        settings.identities.length > 0
          ? settings
          : { ...settings, identities: [identity], defaultIdentity: identity.id },
      ),

    choosePreset: ({ preset }: MessageInput<'choose-preset'>): Promise<Settings> =>
      changePolicy(({ gateWhen: _, ...settings }) => ({ ...settings, preset }), `preset=${preset}`),

    chooseGateWhen: ({ when }: MessageInput<'choose-gate-when'>): Promise<Settings> =>
      changePolicy((settings) => ({ ...settings, gateWhen: when }), `gate.when=${when}`),

    keepText: ({ keep }: MessageInput<'keep-text'>): Promise<Settings> =>
      change((settings) => ({ ...settings, keepText: keep })),

    addSite,

    /** The person granted hosts, here or in the browser's own settings. Patterns for many hosts switch nothing on. */
    async addGranted(patterns: readonly string[]): Promise<void> {
      for (const pattern of patterns) {
        const origin = /^(https?:\/\/[^/*]+)\/\*$/u.exec(pattern)?.[1];
        if (origin !== undefined && !isBuiltIn(origin)) await addSite({ origin });
      }
    },

    /** The person took permissions back in the browser's own settings: those sites are no longer watched. */
    forgetRevoked: (): Promise<Settings> =>
      change(async (settings) => {
        const revoked = new Set(await findRevoked(settings.addedSites.map(({ origin }) => origin)));
        for (const origin of revoked) await unregisterGate(origin);
        return { ...settings, addedSites: settings.addedSites.filter(({ origin }) => !revoked.has(origin)) };
      }),

    async removeSite({ origin }: MessageInput<'remove-site'>): Promise<Settings> {
      const { origin: clean } = new URL(origin);
      await unregisterGate(clean);
      // What is not used is not kept. Hosts that came with the installation cannot be given back.
      await browser.permissions.remove({ origins: [`${clean}/*`] }).catch(() => undefined);
      return change((settings) => ({
        ...settings,
        addedSites: settings.addedSites.filter((site) => site.origin !== clean),
      }));
    },
  };
};

export type SettingsDesk = ReturnType<typeof createSettingsDesk>;
