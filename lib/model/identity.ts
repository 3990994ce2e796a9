import { z } from 'zod';

/** A name that can be seen: not of white space, control or format characters alone. */
const nameSchema = z
  .string()
  .trim()
  .max(80)
  .regex(/[\p{L}\p{N}\p{P}\p{S}]/u);

/** The name that stands behind a post. */
export const identitySchema = z.strictObject({
  id: z.string().min(1).max(100),
  name: nameSchema,
  organisation: nameSchema.optional(),
  /** Which of the two the label carries. */
  form: z.enum(['person', 'organisation', 'both']),
});
export type Identity = z.infer<typeof identitySchema>;
