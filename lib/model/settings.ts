import { z } from 'zod';
import { identitySchema } from './identity.ts';
import { gateWhenSchema } from './policy.ts';

/** A site the person switched on beyond the built-in ones. */
export const addedSiteSchema = z.strictObject({
  /** Scheme and host, e.g. `https://social.example`. */
  origin: z.url().max(300),
  addedAt: z.number().int().nonnegative(),
});

/** Everything the person set. One item in `storage.local`, written by the background only. */
export const settingsSchema = z.strictObject({
  identities: z.array(identitySchema).max(50),
  /** Identity id offered first; missing until there is one. */
  defaultIdentity: z.string().optional(),
  preset: z.string().min(1).max(100),
  /** Overrides the preset's `gate.when` where it allows less than the preset would not. */
  gateWhen: gateWhenSchema.optional(),
  addedSites: z.array(addedSiteSchema).max(500),
  /** Keep post texts beside the log. Off: digests only. */
  keepText: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;
