import type { ShownSite, ShownSites, SitesPorts } from '#components/sites/contract.ts';
import type { PackProblem } from '#lib/model/site-pack.ts';
import { SITES } from '#lib/sites/index.ts';
import { SITE_NOTES } from '#lib/sites/site-notes.ts';

const NOON = Date.UTC(2026, 10, 20, 12, 4);
const DAY = 86_400_000;

/** What came with Candor, some of it in use. */
const siteOf = ({ id, name, hosts, version, composers }: (typeof SITES)[number], at: number): ShownSite => ({
  id,
  name,
  hosts,
  version,
  from: 'candor',
  kinds: [...new Set(composers.map(({ kind }) => kind))],
  verified: SITE_NOTES[id]?.verified ?? { date: '2026-11-20', how: '' },
  isAllowed: at < 5,
  isOn: at < 5,
  ...(at < 2 && { worked: NOON - at * DAY }),
});

export const OVERVIEW_OF_SITES: ShownSites = {
  sites: SITES.map(siteOf).map((site, at) =>
    at === 1
      ? { ...site, from: 'pack', version: 3, failed: { time: NOON, code: 'no-submit-control' } }
      : at === 2
        ? { ...site, failed: { time: NOON - 9 * DAY, code: 'no-evidence' }, worked: NOON }
        : site,
  ),
  requests: 'observe',
  packs: [{ title: 'Fixes of November', importedAt: NOON, sites: 2 }],
};

export const PACK_PROBLEMS: PackProblem[] = [
  { line: 12, column: 18, path: 'sites.0.composers.2.counter.type', reason: 'Invalid input' },
  { line: 40, column: 9, path: 'sites.1.hosts.0', reason: 'x.com belongs to the site x' },
];

export const sitesPorts = (overview = OVERVIEW_OF_SITES, problems: PackProblem[] = []): SitesPorts => ({
  readOverview: async () => ({ ...overview }),
  switchOn: async () => false,
  switchOff: async () => undefined,
  importPack: async () => problems,
  removePack: async () => undefined,
  report: ({ id }) => `site: ${id}`,
});

export const silentSites: SitesPorts = {
  ...sitesPorts(),
  readOverview: () => Promise.reject(new Error('no answer')),
};
