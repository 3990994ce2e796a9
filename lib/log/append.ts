import type { ContentDigest, LogEntry, LogFacts } from '#lib/model/log-entry.ts';
import { type Bytes, isSameBytes, toBase64 } from './bytes.ts';
import { canonicalBytes, type LogValue } from './canonical.ts';
import {
  type ContentRow,
  type EntryRow,
  type HeadRow,
  type LogDatabase,
  META,
  type StoreName,
} from './database.ts';
import { contentDigest, leafHash } from './hash.ts';
import { addLeaf } from './peaks.ts';
import { extendPost } from './post-rows.ts';
import { readHead } from './stored-log.ts';

/** A text that an entry commits to. */
export interface Content {
  readonly what: ContentDigest['what'];
  readonly text: string;
}

/** A commitment and what opens it. */
export interface SaltedContent {
  readonly digest: ContentDigest;
  readonly salt: Bytes;
  readonly text: string;
}

/** Fresh salt each time: equal texts must not be recognisable by equal digests. */
export function saltContent({ what, text }: Content, salt: Bytes): SaltedContent {
  const wellFormed = text.toWellFormed();
  const digest = toBase64(contentDigest(salt, wellFormed));
  return { digest: { what, digest, length: wellFormed.length }, salt, text: wellFormed };
}

/** Everything of an entry but its place in the log. */
export interface Draft {
  readonly facts: LogFacts;
  readonly contents: readonly SaltedContent[];
  readonly keepText: boolean;
  readonly software: string;
  readonly now: () => number;
  /** Do not write if the post already has such an entry. */
  readonly once: boolean;
  /** Asked with the size found in the transaction: `false` drops the entry. */
  readonly isStillWanted?: (size: number) => boolean;
}

export type Written =
  | { readonly is: 'written'; readonly entry: LogEntry; readonly head: HeadRow }
  /** Somebody else wrote first; try again from this head. */
  | { readonly is: 'moved'; readonly head: HeadRow }
  /** The post has this event already, in the entry of this index. */
  | { readonly is: 'present'; readonly index: number }
  | { readonly is: 'dropped' };

const STORES: StoreName[] = ['entries', 'posts', 'contents', 'meta'];

function sanitise(value: unknown): LogValue | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value as LogValue;
  if (Array.isArray(value)) return value.map((item) => sanitise(item) as LogValue);
  const members = Object.entries(value).map(([name, member]) => [name, sanitise(member)] as const);
  return Object.fromEntries(members.filter(([, member]) => member !== undefined)) as LogValue;
}

interface Prepared {
  readonly entry: LogEntry;
  readonly row: EntryRow;
  readonly next: HeadRow;
}

function prepare(head: HeadRow, draft: Draft): Prepared {
  const contents = draft.contents.map(({ digest }) => digest);
  const members = sanitise({
    ...draft.facts,
    v: 1,
    index: head.size,
    time: Math.max(0, Math.trunc(draft.now())),
    previous: head.leaf ? toBase64(head.leaf) : '',
    software: draft.software,
    ...(contents.length > 0 && { contents }),
  }) as LogValue;
  const bytes = canonicalBytes(members);
  const leaf = leafHash(bytes);
  const { size, hashes } = addLeaf({ size: head.size, hashes: head.peaks }, leaf);
  return { entry: members as LogEntry, row: { bytes, leaf }, next: { size, peaks: hashes, leaf } };
}

const isSameHead = (a: HeadRow, b: HeadRow): boolean =>
  a.size === b.size && (a.leaf === undefined || (b.leaf !== undefined && isSameBytes(a.leaf, b.leaf)));

/**
 * Tries to write one entry after `head`. Everything is computed before the transaction opens, since a transaction ends
 * as soon as it waits for anything but itself. All of it is on disk when this resolves, or nothing is.
 */
export async function writeEntry(database: LogDatabase, head: HeadRow, draft: Draft): Promise<Written> {
  const prepared = prepare(head, draft);
  const tx = database.transaction(STORES, 'readwrite', { durability: 'strict' });
  try {
    return await writeWithin(tx, head, draft, prepared);
  } catch (error) {
    // Whatever was asked for so far must not be committed by itself.
    if (isRunning(tx)) tx.abort();
    throw error;
  }
}

/** A finished transaction refuses even to be aborted. */
function isRunning(tx: LogTransaction<'readwrite'>): boolean {
  try {
    tx.objectStore('meta');
    return tx.error === null;
  } catch {
    return false;
  }
}

async function writeWithin(
  tx: LogTransaction<'readwrite'>,
  head: HeadRow,
  draft: Draft,
  { entry, row, next }: Prepared,
): Promise<Written> {
  // Awaited below; here only so that no rejection goes unseen while requests are pending.
  tx.done.catch(() => {});
  const { post, event } = draft.facts;
  const posts = tx.objectStore('posts');
  const [found, before] = await Promise.all([readHead(tx), post === undefined ? undefined : posts.get(post)]);

  const present = draft.once ? (before?.events.indexOf(event) ?? -1) : -1;
  if (present !== -1) return { is: 'present', index: before?.entries[present] ?? 0 };
  if (draft.isStillWanted?.(found.size) === false) return { is: 'dropped' };
  if (!isSameHead(found, head)) return { is: 'moved', head: found };

  const writes: Promise<unknown>[] = [
    // `add`: a second entry of the same index must fail, whatever went wrong before.
    tx.objectStore('entries').add(row, entry.index),
    tx.objectStore('meta').put(next, META.head),
  ];
  if (post !== undefined) writes.push(posts.put(extendPost(before, post, entry)));
  if (draft.keepText) {
    for (const { digest, salt, text } of draft.contents) {
      const content: ContentRow = { salt: toBase64(salt), text, time: entry.time };
      writes.push(tx.objectStore('contents').add(content, digest.digest));
    }
  }
  // One failed request aborts the transaction; its reason is the transaction's.
  await Promise.all([...writes.map((write) => write.catch(() => {})), tx.done]);
  return { is: 'written', entry, head: next };
}
