import type { SitePack } from '../model/site-pack.ts';
import { SITE_ENTRIES } from './catalogue.ts';

/** What the schema cannot see. `path` leads to the value within the pack. */
export interface PackFault {
  path: (string | number)[];
  message: string;
}

/** Which site a host belongs to, as Candor came. */
const OWNERS = new Map(SITE_ENTRIES.flatMap(({ id, hosts }) => hosts.map((host) => [host, id])));

/** A definition may improve on one that came with Candor, not take its place under another name. */
export const findClaims = (pack: SitePack): PackFault[] => {
  const owners = new Map(OWNERS);
  const ids = new Set<string>();
  return pack.sites.flatMap(({ id, hosts }, index) => {
    const twice = ids.has(id)
      ? [{ path: ['sites', index, 'id'], message: `the pack has two sites with the id ${id}` }]
      : [];
    ids.add(id);
    const claims = hosts.flatMap((host, at) => {
      const owner = owners.get(host);
      owners.set(host, owner ?? id);
      return owner === undefined || owner === id
        ? []
        : [{ path: ['sites', index, 'hosts', at], message: `${host} belongs to the site ${owner}` }];
    });
    return [...twice, ...claims];
  });
};
