import type { Role } from '../model/role.ts';

/** The order of the vocabulary without its schema: the review script asks as well, and carries no zod. */
export const RANK: Readonly<Record<Role, number>> = {
  none: 0,
  assisted: 1,
  coauthored: 2,
  'generated-reviewed': 3,
  'generated-prompted': 4,
  autonomous: 5,
};
