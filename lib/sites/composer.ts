import type { ComposerDefinition, SiteDefinition } from '../model/site.ts';

/**
 * A composer as it stands in the page right now. Sites render it anew at will: use it within one event and
 * find it again afterwards (`findComposerAgain`).
 */
export interface Composer {
  site: SiteDefinition;
  definition: ComposerDefinition;
  root: Element;
  /** In document order; more than one makes a thread. Never empty. */
  editors: HTMLElement[];
  /** `generic` on a site with a definition means that the site has changed. */
  found: 'definition' | 'generic';
}

/** A composer with the control that publishes its draft. */
export interface Submit {
  composer: Composer;
  control: HTMLElement;
}
