import { z } from 'zod';
import type { findingSchema } from '../model/decision.ts';
import { draftSchema } from '../model/draft.ts';
import {
  type AwaitedPost,
  type Bypass,
  type DriftNotice,
  type GateProfile,
  type HeldPost,
  type OwnPost,
  outcomeSchema,
  type Protection,
  protectionSchema,
} from '../model/flow.ts';
import { capturedGenerationSchema } from '../model/generation.ts';
import { identitySchema } from '../model/identity.ts';
import { labelLanguageSchema } from '../model/language.ts';
import { noteSchema, reportSchema } from '../model/log-entry.ts';
import { exportRecordSchema } from '../model/log-export.ts';
import type { LogStanding } from '../model/log-standing.ts';
import { generatedPictureSchema } from '../model/picture.ts';
import { gateWhenSchema } from '../model/policy.ts';
import { approvedChoiceSchema, type ReviewData, reviewDataSchema } from '../model/review.ts';
import { roleSchema } from '../model/role.ts';
import { provenanceSettingsSchema, type Settings } from '../model/settings.ts';
import { sitePackSchema } from '../model/site-pack.ts';
import type { SitesOverview } from '../model/sites-overview.ts';
import type { SourcesOverview } from '../model/sources-overview.ts';

/**
 * Every message, from name to input schema, result and who may send it. Imperative names; results are values,
 * since errors do not survive the border. All are idempotent: a sender that got no answer may ask again.
 *
 * `gate`: a content script, only about its own tab. `page`: one of Candor's own pages.
 */
const message =
  <Result>() =>
  <Input extends z.ZodType>(from: 'gate' | 'page', input: Input) => ({
    from,
    input,
    result: undefined as unknown as Result,
  });

const post = z.uuid();

const seenSchema = z.strictObject({ protection: protectionSchema, site: z.string().max(100).optional() });

const heldTextSchema = z.strictObject({ post, generation: z.number().int().positive() });

/** `approve-post` can be refused: the final text still breaks a rule that the policy requires. */
export type Approval = { ok: true } | { ok: false; findings: z.infer<typeof findingSchema>[] };

export const MESSAGES = {
  /**
   * Wakes the background, says what the gate sees on its page, and asks for the gate profile. Sent when the page has
   * loaded (`isLoaded`), on focus of a composer, and by whatever cannot wait for either. `awaited`, of a page that has
   * loaded: the post that the page before it, in this frame and on this origin, let go, and that has not been seen to
   * arrive.
   */
  'wake-up': message<{ profile: GateProfile; awaited: AwaitedPost | null }>()(
    'gate',
    seenSchema.extend({ isLoaded: z.literal(true).optional() }),
  ),

  /** Injects the review UI into the sender's frame. Answers once it is there. */
  'inject-review': message<true>()('gate', z.strictObject({})),

  /** Decides about a draft without recording anything: the answer to a pause in typing. What `hold-post` will say. */
  'decide-draft': message<HeldPost>()(
    'gate',
    z.strictObject({ draft: draftSchema, role: roleSchema.optional() }),
  ),

  /** A submit was stopped. Records `post.held` durably, then decides. */
  'hold-post': message<HeldPost>()(
    'gate',
    z.strictObject({ post, draft: draftSchema, role: roleSchema.optional() }),
  ),

  /** The person approved this exact text. Records `post.approved` or, with a reason given, `post.overridden`. */
  'approve-post': message<Approval>()(
    'gate',
    z.strictObject({
      post,
      /** As it will be sent, label included. */
      draft: draftSchema,
      role: roleSchema,
      identity: identitySchema.optional(),
      label: z.string().max(2000).optional(),
      language: labelLanguageSchema.optional(),
      /** Who saw to the site's own AI switch. Where it is `set`, the draft says that it is on. */
      nativeSwitch: z.enum(['set', 'taken']).optional(),
      override: z.strictObject({ reason: z.string().max(2000) }).optional(),
      roleReason: z.string().max(2000).optional(),
    }),
  ),

  /** Records `post.released`; the gate lets go only after the answer. */
  'release-post': message<true>()('gate', z.strictObject({ post })),

  /** Records how it ended. */
  'settle-post': message<true>()(
    'gate',
    z.strictObject({
      post,
      outcome: outcomeSchema,
      permalink: z.url().max(4096).optional(),
      /** Addresses of the further parts of a thread. */
      partLinks: z.array(z.url().max(4096)).max(100).optional(),
      reason: z.string().max(2000).optional(),
      /** When a scheduled post is due, milliseconds since 1970. */
      due: z.number().int().nonnegative().optional(),
      /** It was the page that said so, not what Candor saw on it. */
      seenByPage: z.literal(true).optional(),
    }),
  ),

  /**
   * What a tool wrote, to compare the held post with; asked only when the person wants to see that. Only for a
   * generation that the evidence of this post names; no text where it is not kept any more.
   */
  'read-held-text': message<{ text?: string }>()('gate', heldTextSchema),

  /** The page sent a text to publish that nobody let go. Records `post.bypassed` if the policy would have asked. */
  'report-bypass': message<Bypass>()('gate', z.strictObject({ post, draft: draftSchema })),

  /** Another text than the approved one was sent, or held before it was. Records `post.altered`. */
  'report-altered': message<true>()(
    'gate',
    z.strictObject({ post, draft: draftSchema, isHeld: z.boolean() }),
  ),

  /** Which posts of the person's own may the sender's page show again? Only those on its own origin, newest first. */
  'find-own-posts': message<OwnPost[]>()('gate', z.strictObject({})),

  /**
   * The sender's page shows a post of the person's own: this is its text there. Records `post.drifted` if that is news;
   * answers with what the person is to be told.
   */
  'report-shown': message<DriftNotice | null>()(
    'gate',
    z.strictObject({ post, part: z.number().int().min(0).max(100), text: z.string().max(1_000_000) }),
  ),

  /** Starts the request guard in the sender's frame, where the page was open before Candor was installed. */
  'inject-guard': message<true>()('gate', z.strictObject({})),

  /** Opens the log in a tab of its own. */
  'open-log': message<true>()('gate', z.strictObject({})),

  /** A piece of AI output that the capture script read. Which source it is from says the sender's address. */
  'remember-generation': message<{ remembered: boolean }>()('gate', capturedGenerationSchema),

  /** A picture that the AI tool made, as the capture script read it. */
  'remember-picture': message<{ remembered: boolean }>()('gate', generatedPictureSchema),

  /** Whether the sender's page is captured, and whether finished answers are. */
  'capture-settings': message<{ isOn: boolean; answers: boolean }>()('gate', z.strictObject({})),

  /** What the gate sees on its page from now on, for icon and popup. */
  'report-protection': message<true>()('gate', seenSchema),

  /** The page does not leave the dialog alone: review this post in a window of Candor's own. */
  'review-elsewhere': message<true>()('gate', z.strictObject({ post, review: reviewDataSchema })),

  /** Asked by that window. */
  'read-review': message<ReviewData>()('page', z.strictObject({ post })),
  /** The same as `read-held-text`, asked by that window. */
  'read-review-text': message<{ text?: string }>()('page', heldTextSchema),
  /** What the person did in that window. No choice: keep editing. Goes on to the gate as `review-answered`. */
  'answer-review': message<true>()('page', z.strictObject({ post, choice: approvedChoiceSchema.optional() })),

  'read-protection': message<{ protection: Protection; site?: string }>()(
    'page',
    z.strictObject({ tab: z.number().int() }),
  ),

  'read-settings': message<Settings>()('page', z.strictObject({})),
  'save-identity': message<Settings>()(
    'page',
    z.strictObject({ identity: identitySchema, makeDefault: z.boolean() }),
  ),
  'remove-identity': message<Settings>()('page', z.strictObject({ id: z.string() })),
  'choose-preset': message<Settings>()('page', z.strictObject({ preset: z.string().max(100) })),
  'choose-gate-when': message<Settings>()('page', z.strictObject({ when: gateWhenSchema })),
  /** 0: for ever. What is older than that is erased at once. */
  'keep-text-days': message<Settings>()('page', z.strictObject({ days: z.number().int().min(0).max(3650) })),
  'keep-text': message<Settings>()('page', z.strictObject({ keep: z.boolean() })),

  /** Whether the log is kept, and whether it was found as it had been left. */
  'read-log-standing': message<LogStanding>()('page', z.strictObject({})),
  'dismiss-log-warning': message<true>()('page', z.strictObject({})),
  /** Erases every text kept beside the log; answers with how many there were. The log itself does not change. */
  'erase-texts': message<number>()('page', z.strictObject({})),
  /** The same of the texts of one post. */
  'erase-post-texts': message<number>()('page', z.strictObject({ post })),

  /** Records `post.annotated`: a note on a post, beside what is recorded of it already. */
  'annotate-post': message<true>()('page', z.strictObject({ post, note: noteSchema })),
  /** Records `post.reported`: the person is about to report what an AI tool wrote in this post. */
  'record-report': message<true>()('page', z.strictObject({ post, report: reportSchema })),

  /** A page has written an export of the log. Records `log.exported`; asked twice, it stands there twice. */
  'record-export': message<true>()('page', exportRecordSchema),

  /**
   * A page has put a backup into this database. Takes it into the log, and records `log.restored`; `moved`: the log went
   * on meanwhile, and nothing has changed.
   */
  'take-in-log': message<'taken' | 'moved'>()(
    'page',
    z.strictObject({
      restored: z.string().regex(/^candor-log\+restored-[0-9a-f]{16}$/),
      as: z.discriminatedUnion('is', [
        z.strictObject({ is: z.literal('continued') }),
        z.strictObject({ is: z.literal('former'), instead: z.string().max(200).optional() }),
      ]),
    }),
  ),

  /** What is remembered of AI tools; no texts. */
  'read-sources': message<SourcesOverview>()('page', z.strictObject({})),
  'switch-source': message<Settings>()(
    'page',
    z.strictObject({ source: z.string().max(300), isOn: z.boolean() }),
  ),
  /** Registers the capture on an origin for which the page has just obtained the permission. */
  'add-source': message<Settings>()('page', z.strictObject({ origin: z.url(), answers: z.boolean() })),
  'remove-source': message<Settings>()('page', z.strictObject({ origin: z.url() })),
  'change-provenance': message<Settings>()('page', provenanceSettingsSchema),
  /** Forgets all of one source, or everything; answers with how many generations. */
  'forget-generations': message<number>()('page', z.strictObject({ source: z.string().max(300).optional() })),
  /** The person knows that a memory was lost: what then finds nothing is no longer asked about. */
  'accept-memory-loss': message<true>()('page', z.strictObject({})),

  /** Which sites Candor knows, by which definition, and how each did on this machine. */
  'read-sites': message<SitesOverview>()('page', z.strictObject({})),
  'switch-site': message<Settings>()(
    'page',
    z.strictObject({ site: z.string().max(100), isOn: z.boolean() }),
  ),
  /** Brings newer definitions in. A definition for a host of another site is refused. */
  'import-site-pack': message<true>()('page', z.strictObject({ pack: sitePackSchema })),
  'remove-site-pack': message<true>()('page', z.strictObject({ title: z.string().max(200) })),

  /** Registers the gate on an origin for which the page has just obtained the permission. */
  'add-site': message<Settings>()('page', z.strictObject({ origin: z.url() })),
  'remove-site': message<Settings>()('page', z.strictObject({ origin: z.url() })),
} as const;

export type MessageName = keyof typeof MESSAGES;
export type MessageInput<Name extends MessageName> = z.infer<(typeof MESSAGES)[Name]['input']>;
export type MessageResult<Name extends MessageName> = (typeof MESSAGES)[Name]['result'];
