import { z } from 'zod';
import { identitySchema } from './identity.ts';
import { gateWhenSchema } from './policy.ts';

/** A site the person switched on beyond the built-in ones. */
export const addedSiteSchema = z.strictObject({
  /** Scheme and host, e.g. `https://social.example`. */
  origin: z.url().max(300),
  addedAt: z.number().int().nonnegative(),
});

/** An address the person marked as an AI tool. */
export const addedSourceSchema = z.strictObject({
  /** Scheme and host, e.g. `http://localhost:3000`. */
  origin: z.url().max(300),
  addedAt: z.number().int().nonnegative(),
  /** Answers are found by how they grow on the page; else only what is copied or dragged is remembered. */
  answers: z.boolean(),
});

/** What is remembered of AI tools, and for how long. */
export const provenanceSettingsSchema = z.strictObject({
  /** Finished answers, not only what is copied. */
  answers: z.boolean(),
  /** Addresses of conversations. */
  keepConversation: z.boolean(),
  /** Days for which the texts themselves are kept; 0: never. */
  keepTextDays: z.number().int().min(0).max(365),
  /** Days after which a generation is forgotten. */
  retentionDays: z.number().int().min(1).max(3650),
});
export type ProvenanceSettings = z.infer<typeof provenanceSettingsSchema>;

export const DEFAULT_PROVENANCE: ProvenanceSettings = {
  answers: true,
  keepConversation: false,
  keepTextDays: 0,
  retentionDays: 30,
};

/** Everything the person set. One item in `storage.local`, written by the background only. */
export const settingsSchema = z.strictObject({
  identities: z.array(identitySchema).max(50),
  /** Identity id offered first; missing until there is one. */
  defaultIdentity: z.string().optional(),
  preset: z.string().min(1).max(100),
  /** Overrides the preset's `gate.when` where it allows less than the preset would not. */
  gateWhen: gateWhenSchema.optional(),
  addedSites: z.array(addedSiteSchema).max(500),
  /** Ids of sites that are switched off although the browser would let Candor look at them. */
  sitesOff: z.array(z.string().max(100)).max(500).default([]),
  /** Keep post texts beside the log. Off: digests only. */
  keepText: z.boolean(),
  /** Days after which kept texts are erased; 0: never. */
  keepTextDays: z.number().int().min(0).max(3650).default(0),
  provenance: provenanceSettingsSchema.default(DEFAULT_PROVENANCE),
  /** Ids of sources that are switched off. */
  sourcesOff: z.array(z.string().max(300)).max(500).default([]),
  addedSources: z.array(addedSourceSchema).max(500).default([]),
});
export type Settings = z.infer<typeof settingsSchema>;
