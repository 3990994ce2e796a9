import type { SiteDefinition } from '../model/site.ts';
import { query } from './composed-tree.ts';
import { SITES } from './index.ts';

const BY_HOST: ReadonlyMap<string, SiteDefinition> = new Map(
  SITES.flatMap((site) => site.hosts.map((host) => [host, site])),
);
const MARKED = SITES.filter(({ marks }) => marks.length > 0);

/**
 * The definition for a page: by host, else by the marks of software that people host themselves. `newer` goes before
 * what came with Candor.
 */
export const findSite = (
  url: URL,
  doc: ParentNode,
  newer: readonly SiteDefinition[] = [],
): SiteDefinition | undefined => {
  const host = url.hostname;
  const anyLabel = `*${host.slice(host.indexOf('.'))}`;
  const marked = (site: SiteDefinition): boolean => query(doc, site.marks) !== undefined;
  const found =
    newer.find(({ hosts }) => hosts.includes(host) || hosts.includes(anyLabel)) ??
    BY_HOST.get(host) ??
    BY_HOST.get(anyLabel) ??
    [...newer, ...MARKED].find(marked);
  return newer.find(({ id }) => id === found?.id) ?? found;
};
