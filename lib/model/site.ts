import { z } from 'zod';
import { counterSchema, foldSchema } from './counter.ts';
import { composerKindSchema } from './draft.ts';

/** A CSS selector, tried in order, newest first. */
const selectors = z.array(z.string().min(1).max(500)).max(20);

/** Editor engines Candor can read and write. `generic` is any editable region whose engine is unknown. */
export const engineSchema = z.enum(['draft', 'prosemirror', 'quill', 'textarea', 'generic']);
export type Engine = z.infer<typeof engineSchema>;

/** One way to write a post on a site. */
export const composerDefinitionSchema = z.strictObject({
  /** Unique within the site. */
  id: z.string().min(1).max(100),
  kind: composerKindSchema,
  /**
   * What else must hold for this composer to be the one: an element inside the root, or the page's path
   * (`*` stands for one segment, `**` for any number). Several composers may share an editor: the first
   * in the list whose `when` holds is taken, so the most special stands first.
   */
  when: z.strictObject({ selector: selectors.optional(), path: z.array(z.string()).optional() }).optional(),
  /** The editable elements. More than one in a root makes a thread: one part each, in document order. */
  editor: selectors.min(1),
  engine: engineSchema,
  /** Closest ancestor that holds editor and submit control. Empty: their nearest common ancestor. */
  root: selectors,
  /** Controls that publish, inside the root. */
  submit: selectors,
  /** Structural rule where classes are hashed: the last button with text and no icon inside the root. */
  submitIsLastTextButton: z.boolean().optional(),
  /** Controls outside the root that publish too ("Post anyway" in a second modal). */
  confirmers: selectors.optional(),
  /** Key chords that publish while the focus is in the editor or in `keyFields`. `Mod` is Ctrl or Cmd. */
  keys: z.array(z.enum(['Mod+Enter', 'Enter'])).max(4),
  keyFields: selectors.optional(),
  /** A `submit` event of a form in or around the root publishes. */
  form: z.boolean(),
  /** Attached media, inside the root; the key is read from `src`, `href` or the text. */
  media: selectors,
  counter: counterSchema,
  /** Where the page states its own limit: the first number in this element's text or attribute. */
  limitFrom: z.strictObject({ selector: z.string(), attribute: z.string().optional() }).optional(),
  fold: foldSchema.optional(),
});
export type ComposerDefinition = z.infer<typeof composerDefinitionSchema>;

/** A request that publishes, told from edit, draft and delete by its body. Matching is by path, never by host. */
export const publishRequestSchema = z.strictObject({
  method: z.enum(['POST', 'PUT', 'PATCH']),
  /** `*` stands for one segment or a part of one. */
  path: z.string().min(1).max(300),
  /** Strings the body (or the query) must contain, all of them. */
  bodyHas: z.array(z.string()).optional(),
  bodyLacks: z.array(z.string()).optional(),
  what: z.enum(['publish', 'edit', 'schedule']),
});

/**
 * A site as data: no code, so that a policy can carry newer definitions later.
 * Source: shared research notes; the site's notes say how far each was confirmed.
 */
export const siteSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/u),
  name: z.string().min(1),
  /** Exact host names. Empty for self-hosted software, which `marks` recognise on hosts the user switched on. */
  hosts: z.array(z.string().regex(/^[a-z0-9.-]+$/u)),
  /** Any of these elements in the document says that this software is running here. */
  marks: selectors,
  composers: z.array(composerDefinitionSchema).min(1),
  /** What the page shows once a post arrived. `permalink` is a link whose `href` is the post's address. */
  confirm: z.strictObject({ toast: selectors, permalink: selectors, failure: selectors }),
});
export type SiteDefinition = z.infer<typeof siteSchema>;

/** What a page that runs a definition need not know. */
export const siteNotesSchema = z.strictObject({
  /** Address examples: the contract test proves that exactly one definition claims each of `own`. */
  examples: z.strictObject({ own: z.array(z.url()), foreign: z.array(z.url()) }),
  /** Requests that publish, for who watches what leaves the page. */
  publish: z.array(publishRequestSchema),
  /** The site's own AI switch. Where no selector is known the person is pointed to it by `where`. */
  nativeSwitch: z.strictObject({ selector: z.string().optional(), where: z.string() }).optional(),
  verified: z.strictObject({ date: z.iso.date(), how: z.string() }),
});
export type SiteNotes = z.infer<typeof siteNotesSchema>;
