import type { SiteDefinition } from '../model/site.ts';
import { query } from './composed-tree.ts';
import { SITES } from './index.ts';

/** The definition for a page: by host, else by the marks of software that people host themselves. */
export const findSite = (url: URL, doc: ParentNode): SiteDefinition | undefined =>
  SITES.find((site) => site.hosts.includes(url.hostname)) ??
  SITES.find((site) => query(doc, site.marks) !== undefined);
