import { z } from 'zod';

/**
 * How AI was involved in a post, from least to most. One vocabulary everywhere: dialog, label, log, export.
 *
 * - `none`: a person wrote it, no AI.
 * - `assisted`: a person wrote it, AI edited it (more than spelling).
 * - `coauthored`: drafting was shared; a person edited and answers for it.
 * - `generated-reviewed`: AI drafted, a person reviewed.
 * - `generated-prompted`: AI drafted, nobody approved the output in detail.
 * - `autonomous`: no person was involved after the set-up.
 */
export const ROLES = [
  'none',
  'assisted',
  'coauthored',
  'generated-reviewed',
  'generated-prompted',
  'autonomous',
] as const;

export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;
