import { browser } from '@wxt-dev/browser';
import { CandorError } from '../errors/candor-error.ts';
import type { Log } from '../log/open-log.ts';
import type { MessageInput } from '../messaging/messages.ts';
import type { PolicyReference } from '../model/decision.ts';
import type { Identity } from '../model/identity.ts';
import type { Settings } from '../model/settings.ts';
import { SITE_ENTRIES, SITE_PATTERNS } from '../sites/catalogue.ts';
import { SOURCE_PATTERNS, WHOLE_HOST_SOURCES } from '../sources/index.ts';
import { readSettings, writeSettings } from '../storage/settings-store.ts';
import { readStampAuthority } from '../storage/stamp-store.ts';
import {
  CAPTURE,
  findRevoked,
  GATE,
  isAllowed,
  keepRegistered,
  type PageScript,
  patternOf,
  registerScript,
  unregisterScript,
} from './page-scripts.ts';

interface SettingsDeskPorts {
  openLog(): Promise<Log>;
  /** Version of the policy in force under these settings. */
  policyOf(settings: Settings): PolicyReference | undefined;
  now(): number;
}

const isOneOf = (known: readonly { hosts: readonly string[] }[], origin: string): boolean =>
  known.some(({ hosts }) => hosts.includes(new URL(origin).hostname));

/** The permission for it came with the installation, and its script with the manifest. */
const isInstalled = (origin: string): boolean =>
  [...SITE_PATTERNS, ...SOURCE_PATTERNS].includes(`https://${new URL(origin).hostname}/*`);

/** The background's side of the settings: the only one that writes them. */
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
    if (isOneOf(WHOLE_HOST_SOURCES, clean)) throw new CandorError('not-allowed', `${clean} is an AI tool`);
    await registerScript(GATE, clean);
    return change((settings) => ({
      ...settings,
      addedSites: [
        ...settings.addedSites.filter((site) => site.origin !== clean),
        { origin: clean, addedAt: now() },
      ],
    }));
  };

  /** What is not used is not kept: the permission goes too, unless the other script needs it. */
  const giveUp = async (
    script: PageScript,
    origin: string,
    edit: (settings: Settings, origin: string) => Settings,
  ): Promise<Settings> => {
    const { origin: clean } = new URL(origin);
    await unregisterScript(script, clean);
    const settings = await change((before) => edit(before, clean));
    const pattern = patternOf(clean);
    const isUsed = [...settings.addedSites, ...settings.addedSources].some(
      (one) => patternOf(one.origin) === pattern,
    );
    // Hosts that came with the installation cannot be given back.
    if (!isUsed) await browser.permissions.remove({ origins: [pattern] }).catch(() => undefined);
    return settings;
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

    keepTextDays: ({ days }: MessageInput<'keep-text-days'>): Promise<Settings> =>
      change((settings) => ({ ...settings, keepTextDays: days })),

    addSite,

    /** The person granted hosts, here or in the browser's own settings. Patterns for many hosts switch nothing on. */
    async addGranted(patterns: readonly string[]): Promise<void> {
      for (const pattern of patterns) {
        const origin = /^(https?:\/\/[^/*]+)\/\*$/u.exec(pattern)?.[1];
        if (origin === undefined || isInstalled(origin)) continue;
        // A time stamping authority is asked, not watched.
        const authority = await readStampAuthority();
        if (authority !== '' && patternOf(authority) === pattern) continue;
        const { addedSources } = (await readSettings()).settings;
        // Granted for a source: what is written there goes to the tool, and is no post.
        const sources = addedSources.filter((source) => patternOf(source.origin) === pattern);
        for (const source of sources) await registerScript(CAPTURE, source.origin);
        if (sources.length === 0) await addSite({ origin });
      }
    },

    /** The person took permissions back in the browser's own settings: those pages are no longer watched. */
    forgetRevoked: (): Promise<Settings> =>
      change(async (settings) => {
        const { addedSites, addedSources } = settings;
        const revoked = new Set(
          await findRevoked([...addedSites, ...addedSources].map(({ origin }) => origin)),
        );
        for (const origin of revoked) {
          await unregisterScript(GATE, origin);
          await unregisterScript(CAPTURE, origin);
        }
        return {
          ...settings,
          addedSites: addedSites.filter(({ origin }) => !revoked.has(origin)),
          addedSources: addedSources.filter(({ origin }) => !revoked.has(origin)),
        };
      }),

    /** An update of Candor takes what was registered away (Chromium), or leaves it as the version before had it (Firefox). */
    async keepScripts(): Promise<void> {
      const { addedSites, addedSources } = (await readSettings()).settings;
      const added = [
        ...addedSites.map(({ origin }) => ({ script: GATE, origin })),
        ...addedSources.map(({ origin }) => ({ script: CAPTURE, origin })),
      ];
      for (const { script, origin } of added)
        if (await isAllowed(origin)) await keepRegistered(script, origin);
    },

    removeSite: ({ origin }: MessageInput<'remove-site'>): Promise<Settings> =>
      giveUp(GATE, origin, (settings, clean) => ({
        ...settings,
        addedSites: settings.addedSites.filter((site) => site.origin !== clean),
      })),

    switchSite: ({ site, isOn }: MessageInput<'switch-site'>): Promise<Settings> =>
      change((settings) => ({
        ...settings,
        sitesOff: [...settings.sitesOff.filter((id) => id !== site), ...(isOn ? [] : [site])],
      })),

    switchSource: ({ source, isOn }: MessageInput<'switch-source'>): Promise<Settings> =>
      change((settings) => ({
        ...settings,
        sourcesOff: [...settings.sourcesOff.filter((id) => id !== source), ...(isOn ? [] : [source])],
      })),

    /** Said once before the permission is asked for, so that the grant is taken for what it is, and once after. */
    async addSource({ origin, answers }: MessageInput<'add-source'>): Promise<Settings> {
      const { origin: clean } = new URL(origin);
      if (isOneOf(SITE_ENTRIES, clean)) throw new CandorError('not-allowed', `${clean} is a site`);
      const settings = await change((before) => ({
        ...before,
        addedSources: [
          ...before.addedSources.filter((source) => source.origin !== clean),
          { origin: clean, addedAt: now(), answers },
        ],
      }));
      if (await isAllowed(clean)) await registerScript(CAPTURE, clean);
      return settings;
    },

    removeSource: ({ origin }: MessageInput<'remove-source'>): Promise<Settings> =>
      giveUp(CAPTURE, origin, (settings, clean) => ({
        ...settings,
        addedSources: settings.addedSources.filter((source) => source.origin !== clean),
      })),

    changeProvenance: (provenance: MessageInput<'change-provenance'>): Promise<Settings> =>
      change((settings) => ({ ...settings, provenance })),
  };
};

export type SettingsDesk = ReturnType<typeof createSettingsDesk>;
