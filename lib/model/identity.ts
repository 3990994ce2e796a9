import { z } from 'zod';

/** The name that stands behind a post. */
export const identitySchema = z.strictObject({
  id: z.string().min(1).max(100),
  name: z.string().trim().min(1).max(80),
  organisation: z.string().trim().max(80).optional(),
  /** Which of the two the label carries. */
  form: z.enum(['person', 'organisation', 'both']),
});
export type Identity = z.infer<typeof identitySchema>;
