import type { PostSummary, ReportTarget } from '#components/log/contract.ts';
import type { PostSummary as LoggedPost } from '../log/post-summaries.ts';
import { SITE_ENTRIES } from '../sites/catalogue.ts';
import { SOURCES } from '../sources/index.ts';

/** Forms of providers for a report of what their AI wrote, as they are known. Checked 2026-11-21. */
const FORMS: Readonly<Record<string, string>> = { chatgpt: 'https://openai.com/form/report-content' };

export const nameOfSite = (site: string, address?: string): string => {
  const known = SITE_ENTRIES.find(({ id }) => id === site)?.name;
  return known ?? (address !== undefined && URL.canParse(address) ? new URL(address).host : site);
};

export const siteNameOf = ({ site = '–', address }: Pick<LoggedPost, 'site' | 'address'>): string =>
  nameOfSite(site, address);

export const targetOf = (source: string): ReportTarget => ({
  source,
  name: SOURCES.find(({ id }) => id === source)?.name ?? source,
  form: FORMS[source],
});

/** A post of a log as pages show it. */
export const toSummary = (post: LoggedPost): PostSummary => ({
  post: post.post,
  index: post.index,
  time: post.time,
  siteName: siteNameOf(post),
  kind: post.kind,
  role: post.role,
  outcome: post.standing,
  deviation: post.deviation,
  drift: post.drift,
  isOverride: post.isOverride,
  identity: post.identity?.organisation ?? post.identity?.name,
  excerpt: post.excerpt,
  permalink: post.permalink,
});
