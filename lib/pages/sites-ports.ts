import { browser } from 'wxt/browser';
import type { ShownSite, SitesPorts } from '#components/sites/contract.ts';
import { send } from '../messaging/send.ts';
import type { ComposerKind } from '../model/draft.ts';
import type { GuardedRequests } from '../model/policy.ts';
import { SITE_PATTERNS } from '../sites/catalogue.ts';
import { SITES } from '../sites/index.ts';
import { readPack } from '../sites/read-pack.ts';
import { SITE_NOTES } from '../sites/site-notes.ts';

/** Says nothing where neither a pack nor Candor does. */
const UNKNOWN = { date: '1970-01-01', how: '' };

const kindsOf = (id: string): ComposerKind[] => {
  const site = SITES.find((one) => one.id === id);
  return [...new Set(site?.composers.map(({ kind }) => kind))];
};

const originsOf = ({ hosts }: ShownSite): string[] => hosts.map((host) => `https://${host}`);

/** Those that came with the installation are switched off by a setting; of the others the permission is given back. */
const isInstalled = (site: ShownSite): boolean =>
  originsOf(site).every((origin) => SITE_PATTERNS.includes(`${origin}/*`));

/** A day says when, without saying more about the person than that. */
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

const reportOf = (
  { id, version, from, verified, worked, failed, isOn }: ShownSite,
  requests: GuardedRequests,
): string =>
  [
    `Candor ${browser.runtime.getManifest().version}`,
    `site: ${id}, definition ${version} (${from}), checked ${verified.date}`,
    `on: ${isOn ? 'yes' : 'no'}, requests past the review: ${requests}`,
    `last seen working: ${worked === undefined ? 'never' : dayOf(worked)}`,
    `last failure: ${failed ? `${dayOf(failed.time)}, ${failed.code}` : 'none'}`,
    navigator.userAgent,
  ].join('\n');

/** The sites by message to the background; permissions are asked for here, inside the press. */
export const createSitesPorts = (): SitesPorts => ({
  async readOverview() {
    const { sites, ...overview } = await send('read-sites', {});
    return {
      ...overview,
      sites: sites.map((site) => ({
        ...site,
        kinds: site.kinds ?? kindsOf(site.id),
        verified: site.verified ?? SITE_NOTES[site.id]?.verified ?? UNKNOWN,
      })),
    };
  },
  async switchOn(site) {
    if (isInstalled(site)) {
      await send('switch-site', { site: site.id, isOn: true });
      return true;
    }
    const origins = originsOf(site);
    const isGranted = await browser.permissions.request({ origins: origins.map((origin) => `${origin}/*`) });
    if (!isGranted) return false;
    for (const origin of origins) await send('add-site', { origin });
    return true;
  },
  async switchOff(site) {
    if (isInstalled(site)) {
      await send('switch-site', { site: site.id, isOn: false });
      return;
    }
    for (const origin of originsOf(site)) await send('remove-site', { origin });
  },
  async importPack(text) {
    const read = readPack(text);
    if (!read.ok) return read.problems;
    await send('import-site-pack', { pack: read.pack });
    return [];
  },
  async removePack(title) {
    await send('remove-site-pack', { title });
  },
  report: reportOf,
});
