import { z } from 'zod';
import { counterSchema, foldSchema } from './counter.ts';
import { composerKindSchema } from './draft.ts';

/** A CSS selector, tried in order, newest first. */
const selectors = z.array(z.string().min(1).max(500)).max(20);

/**
 * Editor engines Candor can read and write. `blocks` is the block editor of WordPress and Tumblr: one editable
 * region a block. `generic` is any editable region whose engine is unknown.
 */
export const engineSchema = z.enum([
  'draft',
  'prosemirror',
  'quill',
  'lexical',
  'slate',
  'blocks',
  'medium',
  'textarea',
  'generic',
]);
export type Engine = z.infer<typeof engineSchema>;

/** The site's own switch that says "made with AI". */
const nativeSwitchSchema = z.strictObject({
  /** The site's own words on the way to it, as its page shows them in English. What the person follows by hand. */
  path: z.array(z.string().min(1).max(100)).min(1).max(6),
  /** The switch itself; it is on while its `aria-checked` or `checked` is true. Absent: nobody has seen it in the page. */
  control: selectors.optional(),
  /** Controls that make it visible ("Show more"), pressed while it is not there. */
  reveal: selectors.optional(),
  /** What the site asks after it was switched on: the control that says yes. */
  confirm: selectors.optional(),
});

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
  /** Frames of the same origin whose documents hold the editors, while root and controls stand outside of them. */
  editorFrame: selectors.optional(),
  /** One-line fields that are published with the text (title, subtitle), inside the root or anywhere in the document. */
  title: selectors.optional(),
  /** The content warning or spoiler field, inside the root: where a label may stand if the policy says so. */
  warning: selectors.optional(),
  /** How many UTF-16 code units a content warning may have by itself. Absent: it counts together with the text. */
  warningLimit: z.number().int().positive().optional(),
  /** Closest ancestor that holds editor and submit control. Empty: their nearest common ancestor. */
  root: selectors,
  /** Controls that publish, inside the root. */
  submit: selectors,
  /** Structural rule where classes are hashed: the last button with text and no icon inside the root. */
  submitIsLastTextButton: z.boolean().optional(),
  /** Where no selector holds: the controls inside the root whose name says that they publish (post-words.ts). */
  submitByName: z.boolean().optional(),
  /**
   * Controls that are never taken for publishing by their name (the icons of a feed say "Reply" and "Share" too), nor
   * because they submit the form.
   */
  notSubmit: selectors.optional(),
  /**
   * Controls outside the root that publish: "Post anyway" in a second modal, the last step of a publisher with
   * several. A composer whose only way to publish they are has an empty `submit`.
   */
  confirmers: selectors.optional(),
  /** Containers (dialogs) outside the root in which the controls whose name says that they publish do so. */
  confirmersByName: selectors.optional(),
  /** Where the text is out of sight on the last step: controls that lead back to it, and forth again. */
  steps: z.strictObject({ toText: selectors, toSubmit: selectors }).optional(),
  /** While one of these is shown after the press the site waits for the person, or still sends: nothing is proven yet. */
  waits: selectors.optional(),
  /** Key chords that publish while the focus is in the editor or in `keyFields`. `Mod` is Ctrl or Cmd. */
  keys: z.array(z.enum(['Mod+Enter', 'Enter', 'Mod+S'])).max(4),
  keyFields: selectors.optional(),
  /** A `submit` event of a form in or around the root publishes. */
  form: z.boolean(),
  /** Attached media, inside the root; the key is read from `src`, `href` or the text. */
  media: selectors,
  counter: counterSchema,
  /** Where the page states its own limit: the first number in this element's text or attribute. */
  limitFrom: z.strictObject({ selector: z.string(), attribute: z.string().optional() }).optional(),
  fold: foldSchema.optional(),
  nativeSwitch: nativeSwitchSchema.optional(),
});
export type ComposerDefinition = z.infer<typeof composerDefinitionSchema>;

/**
 * Where a value stands in a body (JSON, form fields, or JSON inside a form field): keys and indexes separated by dots,
 * `*` for any one of them. `~` and a prefix instead: the first word anywhere in the body that begins so, e.g.
 * `~urn:li:activity:`.
 */
const bodyPath = z.string().min(1).max(200);

/** A request that publishes, told from edit, draft and delete by its body. Matching is by path, never by host. */
export const publishRequestSchema = z.strictObject({
  method: z.enum(['POST', 'PUT', 'PATCH']),
  /** `*` stands for one segment or a part of one. */
  path: z.string().min(1).max(300),
  /** Strings the body (or the query) must contain, all of them. */
  bodyHas: z.array(z.string()).optional(),
  bodyLacks: z.array(z.string()).optional(),
  what: z.enum(['publish', 'edit', 'schedule']),
  /** Where the text of the post stands in the body: all that the first path with any leads to, in order. Absent: not known. */
  text: z.array(bodyPath).max(10).optional(),
  /** Where its content warning stands, as plain text. Absent: not known, or the site has none. */
  warning: z.array(bodyPath).max(10).optional(),
  /** How it is written there. `tree`: every `text` in a structure, in order. */
  as: z.enum(['text', 'html', 'markdown', 'tree']).optional(),
  answer: z
    .strictObject({
      /**
       * Values by name, each from the first path that leads anywhere: in the answer, or after `request:` in the body sent.
       * `time`: when a scheduled post is due (seconds or milliseconds since 1970, or a date).
       */
      values: z.record(z.string().regex(/^[a-z]+$/u), z.array(bodyPath).min(1).max(10)),
      /** The address of the post: `{name}` stands for a value. Absolute, or from the page's origin. */
      permalink: z.string().min(1).max(300).optional(),
      /** The site refused although the status says 200: one of these leads to something that is not empty. */
      refused: z.array(bodyPath).max(10).optional(),
    })
    .optional(),
});
export type PublishRequest = z.infer<typeof publishRequestSchema>;

/**
 * A site as data: no code, so that a policy or a pack can carry newer definitions.
 * Source: shared research notes; the site's notes say how far each was confirmed.
 */
export const siteSchema = z.strictObject({
  /** Counts up with each change: of two definitions of one site the newer is in force. */
  version: z.number().int().positive(),
  id: z.string().regex(/^[a-z][a-z0-9-]*$/u),
  name: z.string().min(1),
  /**
   * Exact host names; `*.` stands for one label. Empty for self-hosted software, which `marks` recognise on hosts the
   * user switched on.
   */
  hosts: z.array(z.string().regex(/^(?:\*\.)?[a-z0-9.-]+$/u)),
  /** Any of these elements in the document says that this software is running here. */
  marks: selectors,
  composers: z.array(composerDefinitionSchema).min(1),
  /** What the page shows once a post arrived. `permalink` is a link whose `href` is the post's address. */
  confirm: z.strictObject({
    toast: selectors,
    permalink: selectors,
    failure: selectors,
    /** Where the site shows the post itself, for those that lead to another page. */
    arrived: z
      .strictObject({
        /** Paths of pages that are about one post; such a page's address is the post's. */
        pages: z.array(z.string().min(1).max(300)).max(20).optional(),
        /** One post or comment among others, the innermost counts, and the link to it: inside, or in the element that follows. */
        items: selectors.optional(),
        link: selectors.optional(),
        /** The text of such an item itself, without names, quotes and buttons. */
        text: selectors.optional(),
        /** The text of the post that the page is about, where no item links to it. */
        pageText: selectors.optional(),
        /** Paths, as in `pages`, whose last segment alone says which post it is: what stands before it has several spellings. */
        ids: z.array(z.string().min(1).max(300)).max(20).optional(),
      })
      .optional(),
  }),
  /** Requests that publish. */
  publish: z.array(publishRequestSchema).max(30),
});
export type SiteDefinition = z.infer<typeof siteSchema>;

/** What a page that runs a definition need not know. */
export const siteNotesSchema = z.strictObject({
  /** Address examples: the contract test proves that exactly one definition claims each of `own`. */
  examples: z.strictObject({ own: z.array(z.url()), foreign: z.array(z.url()) }),
  verified: z.strictObject({
    date: z.iso.date(),
    how: z.string(),
    /** What nobody has seen yet and the generic finder stands in for. Plain English, one thing each. */
    unverified: z.array(z.string()).optional(),
  }),
});
export type SiteNotes = z.infer<typeof siteNotesSchema>;
