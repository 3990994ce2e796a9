/** Names of the page states, apart from the pages so that Node can list them without JSX. */
export const PAGE_STATE_NAMES = [
  'popup/protected',
  'popup/changed',
  'popup/idle',
  'popup/unwatched',
  'popup/declined',
  'popup/off-limits',
  'popup/verified',
  'popup/tampered',
  'popup/broken',
  'dashboard/log',
  'dashboard/tampered',
  'dashboard/empty',
  'dashboard/names',
  'dashboard/first-name',
  'dashboard/sites',
  'dashboard/policy',
  'dashboard/broken',
  'dashboard/fault',
] as const;
export type PageStateName = (typeof PAGE_STATE_NAMES)[number];
