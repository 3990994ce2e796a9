import { z } from 'zod';
import { fixSchema, knownPicture, policyReferenceSchema, ruleIdSchema } from './decision.ts';
import { composerKindSchema } from './draft.ts';
import { exportRecordSchema } from './log-export.ts';
import { roleSchema } from './role.ts';

export const LOG_EVENTS = [
  'log.opened',
  'post.held',
  'post.approved',
  'post.overridden',
  'post.cancelled',
  'post.released',
  'post.published',
  'post.scheduled',
  'post.unconfirmed',
  'post.failed',
  'post.bypassed',
  'post.altered',
  'post.drifted',
  'post.annotated',
  'post.reported',
  'policy.changed',
  'texts.erased',
  'log.exported',
  'log.restored',
] as const;
export const logEventSchema = z.enum(LOG_EVENTS);
export type LogEvent = z.infer<typeof logEventSchema>;

const REMARKS: readonly LogEvent[] = ['post.annotated', 'post.reported', 'texts.erased'];
/** Somebody had something to say of the post, or its texts went; the post itself stands where it stood. */
export const isRemark = (event: LogEvent): boolean => REMARKS.includes(event);

/** How somebody was told of what an AI tool wrote: by a mail of the person's own, or by the provider's form. */
export const reportSchema = z.strictObject({
  /** Source id, or the origin of an added source. */
  source: z.string().max(300),
  by: z.enum(['mail', 'form']),
});
export type CompletionReport = z.infer<typeof reportSchema>;

export const noteSchema = z.string().trim().min(1).max(2000);

/** Commitment to content that lies beside the log: SHA-256 over salt ‖ UTF-8 bytes, base64. The salt lies with the content. */
export const contentDigestSchema = z.strictObject({
  /** `draft` as held, `final` as approved, `label` the label alone, `sent` as the page sent it, `shown` as one showed it later. */
  what: z.enum(['draft', 'final', 'label', 'sent', 'shown']),
  digest: z.base64(),
  /** UTF-16 code units. */
  length: z.number().int().nonnegative(),
});
export type ContentDigest = z.infer<typeof contentDigestSchema>;

/**
 * How one part of a post, as a page shows it after publication, is not what was approved. `label-gone`: no label where
 * a reader would see it; `part-without-label`: the same of a further part of a thread; `text-changed`: labelled, with
 * another text.
 */
export const driftSchema = z.enum(['label-gone', 'part-without-label', 'text-changed']);
export type Drift = z.infer<typeof driftSchema>;

/** A log that another one follows. */
export const formerLogSchema = z.strictObject({
  /** Name of the log. Missing where its key is gone without a trace. */
  origin: z.string().max(300).optional(),
  /** Entries that it had when it was found, and the RFC 6962 root over them, base64: said by the log that follows. */
  size: z.number().int().nonnegative(),
  root: z.base64(),
  /** The last C2SP checkpoint that it signed itself. */
  checkpoint: z.string().max(100_000).optional(),
});

/** What a backup brought back. */
export const restoredSchema = z.strictObject({
  /** Name of the log, number of entries of the backup, and the RFC 6962 root over them, base64. */
  origin: z.string().max(300),
  size: z.number().int().nonnegative(),
  root: z.base64(),
  /** `continued`: this log got what it lacked of them. `former`: they are a log of their own, beside this one. */
  as: z.enum(['continued', 'former']),
});

/** What a caller says happened. The log adds index, time, previous leaf and software version. */
export const logFactsSchema = z.strictObject({
  event: logEventSchema,
  /** UUID that ties the entries of one post together. */
  post: z.uuid().optional(),
  site: z.string().max(100).optional(),
  composer: z.string().max(100).optional(),
  kind: composerKindSchema.optional(),
  /** Address of the page the post was written on; in `post.drifted` that of the part that was seen. */
  address: z.string().max(4096).optional(),
  role: roleSchema.optional(),
  /** Role the evidence suggested, where the person chose another. */
  proposedRole: roleSchema.optional(),
  /** Why the person chose a role with less AI in it than the evidence suggested. Free text. */
  roleReason: z.string().max(2000).optional(),
  /** The site's own AI switch: `set` by Candor, `on` already, `taken` by hand as the person said. */
  nativeSwitch: z.enum(['set', 'on', 'taken']).optional(),
  /** Remembered generations that parts of the text, or pictures, came from. Shares in thousandths, as in `evidenceSchema`. */
  evidence: z
    .array(
      z.strictObject({
        source: z.string().max(300),
        model: z.string().max(100).optional(),
        /** When it was captured, milliseconds since 1970. */
        time: z.number().int().nonnegative(),
        share: z.number().int().min(0).max(1000),
        kept: z.number().int().min(0).max(1000),
        picture: z.strictObject(knownPicture).optional(),
      }),
    )
    .max(20)
    .optional(),
  policy: policyReferenceSchema.optional(),
  findings: z
    .array(
      z.strictObject({
        rule: ruleIdSchema,
        level: z.enum(['advise', 'require']),
        code: z.string(),
        fix: fixSchema,
      }),
    )
    .max(50)
    .optional(),
  identity: z.strictObject({ name: z.string(), organisation: z.string().optional() }).optional(),
  /** Reason of an override, cancellation, failure. Free text only for overrides. */
  reason: z.string().max(2000).optional(),
  permalink: z.string().max(4096).optional(),
  /** Addresses of the further parts of a thread, in order; `permalink` is that of the first. */
  partLinks: z.array(z.string().max(4096)).max(100).optional(),
  /** In `post.drifted`: all in which the post, as it was seen last, differs from what was approved, `part` from 0. Empty: it was seen as approved again. */
  drift: z
    .array(z.strictObject({ part: z.number().int().nonnegative(), found: driftSchema }))
    .max(100)
    .optional(),
  /** When the site is going to publish it, milliseconds since 1970. */
  due: z.number().int().nonnegative().optional(),
  /** Who saw it, where that was not Candor itself: the page, which can say what it likes. */
  seenBy: z.literal('page').optional(),
  /** In `log.opened`: the log that ended before this one, which nobody can sign for any more. */
  former: formerLogSchema.optional(),
  /**
   * In `texts.erased`: kept texts that are gone, with their salts. `before`: all of entries with an earlier time than
   * this, milliseconds since 1970; without it those of `post`. `why`: a person's wish, or because they were old.
   */
  erased: z
    .strictObject({
      texts: z.number().int().positive(),
      why: z.enum(['person', 'retention']),
      before: z.number().int().nonnegative().optional(),
    })
    .optional(),
  /** In `log.exported`: what went into the file. */
  exported: exportRecordSchema.optional(),
  /** In `log.restored`. */
  restored: restoredSchema.optional(),
  /** Milliseconds between hold and approval: how long the person looked. */
  reviewMilliseconds: z.number().int().nonnegative().optional(),
  /** In `post.annotated`: what the person wrote about the post afterwards. */
  note: noteSchema.optional(),
  /** In `post.reported`: handed to the person's mail program or browser; whether it was sent, nobody here can know. */
  report: reportSchema.optional(),
});
export type LogFacts = z.infer<typeof logFactsSchema>;

/**
 * One entry as it is read. The canonical (RFC 8785) bytes of it, without what `private` commits to, are the leaf. Integers
 * and strings only.
 */
export const logEntrySchema = logFactsSchema.extend({
  v: z.literal(1),
  /** Position in the log, from 0. Order comes from here, never from the time. */
  index: z.number().int().nonnegative(),
  /** Milliseconds since 1970 by this machine's clock; may go back. */
  time: z.number().int().nonnegative(),
  /** Leaf hash of the entry before, base64; empty for index 0. For people; proofs use the tree. */
  previous: z.string(),
  /** Version of Candor that wrote it. */
  software: z.string().max(50),
  contents: z.array(contentDigestSchema).max(10).optional(),
  /**
   * Commitment to address, identity, note, partLinks, permalink, reason and roleReason, not in the leaf themselves:
   * base64 SHA-256(salt ‖ canonical bytes of an object of them). Salt and facts lie beside the entry.
   */
  private: z.base64().optional(),
});
export type LogEntry = z.infer<typeof logEntrySchema>;
