import type { ReadonlySignal } from '@preact/signals';
import type { ComposerKind } from '#lib/model/draft.ts';
import type { GuardedRequests } from '#lib/model/policy.ts';
import type { PackProblem } from '#lib/model/site-pack.ts';
import type { SiteState, SitesOverview } from '#lib/model/sites-overview.ts';

/** A site with what is known of its definition, from Candor or from the pack it came in. */
export type ShownSite = SiteState & {
  kinds: ComposerKind[];
  verified: { date: string; how: string; unverified?: string[] | undefined };
};

export type ShownSites = Omit<SitesOverview, 'sites'> & { sites: ShownSite[] };

/** Every call may reject. */
export interface SitesPorts {
  readOverview(): Promise<ShownSites>;
  /** Asks for the permission inside the press where there is none. False: declined. */
  switchOn(site: ShownSite): Promise<boolean>;
  switchOff(site: ShownSite): Promise<void>;
  /** Nothing comes in unless all of it is right. Gives what is wrong. */
  importPack(text: string): Promise<PackProblem[]>;
  removePack(title: string): Promise<void>;
  /** What helps whoever looks after a definition; nothing about the person. */
  report(site: ShownSite, requests: GuardedRequests): string;
}

/** `silent`: nothing could be read. `unsaved`: it stayed as it was. */
export type SitesProblem = 'silent' | 'unsaved' | 'declined';

export type ImportState = { is: 'idle' | 'running' | 'done' } | { is: 'refused'; problems: PackProblem[] };

export interface SitesModel {
  overview: ReadonlySignal<ShownSites | undefined>;
  problem: ReadonlySignal<SitesProblem | undefined>;
  importing: ReadonlySignal<ImportState>;
  load(): Promise<void>;
  switchSite(site: ShownSite, isOn: boolean): Promise<void>;
  importPack(text: string): Promise<void>;
  removePack(title: string): Promise<void>;
  report(site: ShownSite, requests: GuardedRequests): string;
}
