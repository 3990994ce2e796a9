import type { SiteDefinition } from '../model/site.ts';

/** The isolated world's own global: what the gate found this page to be, for scripts that come later. */
export const pageSite = globalThis as typeof globalThis & {
  candorFindSite?: () => SiteDefinition | undefined;
};
