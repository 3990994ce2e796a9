import type { SiteDefinition } from '../model/site.ts';
import { query } from './composed-tree.ts';
import { SITES } from './index.ts';

const BY_HOST: ReadonlyMap<string, SiteDefinition> = new Map(
  SITES.flatMap((site) => site.hosts.map((host) => [host, site])),
);
const MARKED = SITES.filter(({ marks }) => marks.length > 0);

/** The definition for a page: by host, else by the marks of software that people host themselves. */
export const findSite = (url: URL, doc: ParentNode): SiteDefinition | undefined =>
  BY_HOST.get(url.hostname) ?? MARKED.find((site) => query(doc, site.marks) !== undefined);
