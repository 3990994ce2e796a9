import type { KnownPreset, KnownSite } from '#components/dashboard/settings-contract.ts';
import { PRESETS } from '../policy/presets/index.ts';
import { SITES } from '../sites/index.ts';
import { SITE_NOTES } from '../sites/site-notes.ts';

/** What ships with Candor, as the settings show it. */
export const knownSettings = (): { sites: KnownSite[]; presets: KnownPreset[] } => ({
  sites: SITES.map(({ id, name, hosts }) => ({
    id,
    name,
    hosts,
    verified: SITE_NOTES[id]?.verified.date ?? '',
  })),
  presets: [...PRESETS.values()].map(({ id, version, gate }) => ({ id, version, when: gate.when })),
});
