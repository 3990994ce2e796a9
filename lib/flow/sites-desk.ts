import { CandorError } from '../errors/candor-error.ts';
import type { MessageInput } from '../messaging/messages.ts';
import type { Outcome } from '../model/flow.ts';
import type { GuardedRequests } from '../model/policy.ts';
import type { Settings } from '../model/settings.ts';
import type { SiteDefinition } from '../model/site.ts';
import type { PackedSite } from '../model/site-pack.ts';
import type { SiteState, SitesOverview } from '../model/sites-overview.ts';
import { SITE_ENTRIES, SITE_PATTERNS } from '../sites/catalogue.ts';
import { findClaims } from '../sites/pack-claims.ts';
import { noteSiteHealth, readSiteHealth, type SiteHealth } from '../storage/site-health-store.ts';
import { readPacked, readPackedFor, readPacks, removePack, storePack } from '../storage/site-pack-store.ts';
import { isAllowed } from './page-scripts.ts';

interface SitesDeskPorts {
  readSettings(): Promise<Settings>;
  readGuardedRequests(): Promise<GuardedRequests>;
  now(): number;
}

/** Watched from the first start. */
const INSTALLED: ReadonlySet<string> = new Set(
  SITE_PATTERNS.map((pattern) => pattern.slice('https://'.length, -'/*'.length)),
);

const BUILT_IN = new Map(SITE_ENTRIES.map((site) => [site.id, site]));

/** Reasons of an outcome that come from Candor not finding its way, not from the site or the person. */
const OWN_FAILURES: ReadonlySet<string> = new Set([
  'no-submit-control',
  'label-not-inserted',
  'press-not-taken',
  'no-evidence',
]);

const isNewer = (site: Pick<SiteDefinition, 'id' | 'version'>): boolean =>
  site.version > (BUILT_IN.get(site.id)?.version ?? 0);

const asDefinition = ({ verified: _, ...definition }: PackedSite): SiteDefinition => definition;

/** The background's side of the site definitions: which are in force, and how they do. */
export const createSitesDesk = ({ readSettings, readGuardedRequests, now }: SitesDeskPorts) => {
  /** Newer definitions than the gate carries, for the page it runs in. */
  const newerFor = async (url: string): Promise<SiteDefinition[]> => {
    const found = await readPackedFor(new URL(url).hostname);
    return found.filter(isNewer).map(asDefinition);
  };

  const isOffAt = async (url: string): Promise<boolean> => {
    const { sitesOff } = await readSettings();
    if (sitesOff.length === 0) return false;
    const { hostname } = new URL(url);
    return SITE_ENTRIES.some(({ id, hosts }) => sitesOff.includes(id) && hosts.includes(hostname));
  };

  const describe = async (
    id: string,
    packed: PackedSite | undefined,
    settings: Settings,
    health: SiteHealth | undefined,
  ): Promise<SiteState[]> => {
    const builtIn = BUILT_IN.get(id);
    const isPacked = packed !== undefined && isNewer(packed);
    const site = isPacked ? packed : builtIn;
    if (!site) return [];
    const allowed = await Promise.all(site.hosts.map((host) => isAllowed(`https://${host}`)));
    const mayLook = allowed.length > 0 && allowed.every(Boolean);
    const isChosen = site.hosts.every(
      (host) => INSTALLED.has(host) || settings.addedSites.some(({ origin }) => origin === `https://${host}`),
    );
    return [
      {
        id,
        name: site.name,
        hosts: site.hosts,
        version: site.version,
        from: isPacked ? 'pack' : 'candor',
        ...(isPacked && {
          kinds: [...new Set(packed.composers.map(({ kind }) => kind))],
          verified: packed.verified,
        }),
        isAllowed: mayLook,
        isOn: site.hosts.length === 0 || (mayLook && isChosen && !settings.sitesOff.includes(id)),
        ...health,
      },
    ];
  };

  const noteFailure = (site: string, code: string): Promise<void> =>
    noteSiteHealth(site, { failed: { time: now(), code } });

  return {
    newerFor,
    isOffAt,

    async overview(): Promise<SitesOverview> {
      const [settings, packs, requests] = await Promise.all([
        readSettings(),
        readPacks(),
        readGuardedRequests(),
      ]);
      const ids = [
        ...new Set([...BUILT_IN.keys(), ...packs.flatMap(({ sites }) => sites.map(({ id }) => id))]),
      ];
      const health = await readSiteHealth(ids);
      const sites = await Promise.all(
        ids.map(async (id) => describe(id, await readPacked(id), settings, health.get(id))),
      );
      return {
        sites: sites.flat(),
        requests,
        packs: packs.map(({ title, importedAt, sites: brought }) => ({
          title,
          importedAt,
          sites: brought.length,
        })),
      };
    },

    async importPack({ pack }: MessageInput<'import-site-pack'>): Promise<true> {
      const [fault] = findClaims(pack);
      if (fault) throw new CandorError('not-allowed', fault.message);
      await storePack(pack, now());
      return true;
    },

    async removePack({ title }: MessageInput<'remove-site-pack'>): Promise<true> {
      await removePack(title);
      return true;
    },

    noteFailure,
    /** What the site itself refused says nothing about its definition. */
    async noteOutcome(site: string, outcome: Outcome, reason: string | undefined): Promise<void> {
      if (outcome === 'published' || outcome === 'scheduled') await noteSiteHealth(site, { worked: now() });
      else if (reason !== undefined && OWN_FAILURES.has(reason)) await noteFailure(site, reason);
    },
  };
};
