import { z } from 'zod';

/** `jsonl` is the one that proves itself; the others are for people and programs that trust the file. */
export const EXPORT_FORMATS = ['jsonl', 'csv', 'html', 'ocsf'] as const;
export const exportFormatSchema = z.enum(EXPORT_FORMATS);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** What of the log goes into a file. */
export const exportChoiceSchema = z.strictObject({
  /** Recorded at or after, milliseconds since 1970. Missing: from the beginning. */
  from: z.number().int().nonnegative().optional(),
  /** Recorded before, milliseconds since 1970. Missing: to the end. */
  until: z.number().int().nonnegative().optional(),
  /** Site ids. Missing: all, and what belongs to no site. */
  sites: z.array(z.string().max(100)).min(1).max(100).optional(),
  /** Kept texts whole, their beginnings, or only what the entries say of them. */
  texts: z.enum(['full', 'excerpts', 'digests']),
  /** Names with addresses and reasons; or `Person 1` and neither. */
  names: z.enum(['shown', 'pseudonyms']),
});
export type ExportChoice = z.infer<typeof exportChoiceSchema>;

/** What the log remembers of an export. */
export const exportRecordSchema = exportChoiceSchema.extend({
  /** `backup`: everything, under a passphrase. */
  format: z.enum([...EXPORT_FORMATS, 'backup']),
  /** Entries in the file; posts where it has one row for each. */
  entries: z.number().int().nonnegative(),
  /** Of the bytes of the file, hexadecimal; of `jsonl` that of its manifest line, which holds those of all its parts. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
