/** Sections of the dashboard; the id is the fragment of its address. */
export const SECTION_IDS = ['log', 'names', 'sites', 'sources', 'policy'] as const;
export type SectionId = (typeof SECTION_IDS)[number];

export const readSection = (hash: string): SectionId =>
  SECTION_IDS.find((id) => id === hash.replace(/^#/u, '')) ?? 'log';
