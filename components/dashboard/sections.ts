/** Sections of the dashboard; the fragment of its address begins with its id; after `?` the section's own. */
export const SECTION_IDS = ['log', 'names', 'sites', 'sources', 'policy'] as const;
export type SectionId = (typeof SECTION_IDS)[number];

export const readSection = (hash: string): SectionId =>
  SECTION_IDS.find((id) => id === hash.replace(/^#|\?.*$/gu, '')) ?? 'log';
