import type { KnownPreset, KnownSite, KnownTool } from '#components/dashboard/settings-contract.ts';
import { PRESETS } from '../policy/presets/index.ts';
import { SITE_ENTRIES } from '../sites/catalogue.ts';
import { SITE_NOTES } from '../sites/site-notes.ts';
import { WHOLE_HOST_SOURCES } from '../sources/index.ts';

/** What ships with Candor, as the settings show it. */
export const knownSettings = (): {
  sites: KnownSite[];
  presets: KnownPreset[];
  tools: readonly KnownTool[];
} => ({
  sites: SITE_ENTRIES.map(({ id, name, hosts }) => ({
    id,
    name,
    hosts,
    verified: SITE_NOTES[id]?.verified.date ?? '',
  })),
  presets: [...PRESETS.values()].map(({ id, version, gate }) => ({ id, version, when: gate.when })),
  tools: WHOLE_HOST_SOURCES,
});
