import type { ComposerKind } from './draft.ts';
import type { GuardedRequests } from './policy.ts';

/** One site as the page "Sites" shows it. Background to Candor's own pages. */
export interface SiteState {
  id: string;
  name: string;
  /** Empty for software that people host themselves. */
  hosts: readonly string[];
  version: number;
  /** Whose definition is in force: the one that came with Candor, or a newer one from a pack. */
  from: 'candor' | 'pack';
  /** Of a definition from a pack: ways to write there. The page knows the others' itself. */
  kinds?: ComposerKind[];
  /** Of a definition from a pack: ISO date on which it was last checked, and how. */
  verified?: { date: string; how: string };
  isOn: boolean;
  /** The browser lets Candor look at all its hosts. */
  isAllowed: boolean;
  /** When a post was last seen to arrive on this machine; when something last went wrong, and what (an error code). */
  worked?: number | undefined;
  failed?: { time: number; code: string } | undefined;
}

export interface SitesOverview {
  sites: SiteState[];
  /** What happens to a request that publishes past the review, on every site. */
  requests: GuardedRequests;
  packs: { title: string; importedAt: number; sites: number }[];
}
