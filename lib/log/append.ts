import type { ContentDigest, LogEntry, LogFacts } from '#lib/model/log-entry.ts';
import { type Bytes, concatBytes, isSameBytes, toBase64 } from './bytes.ts';
import { canonicalBytes, type LogValue } from './canonical.ts';
import type { ContentRow, EntryRow, LogDatabase, LogTransaction, PostRow, StoreName } from './database.ts';
import { contentDigest, leafHash } from './hash.ts';
import { LogError } from './log-error.ts';
import { addLeaf } from './peaks.ts';
import { extendPost } from './post-rows.ts';
import { commitmentOf, type Members, openingOf, splitMembers } from './private-facts.ts';
import type { Head } from './stored-log.ts';

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
  /** For the commitment to the facts that say who and where. */
  readonly salt: Bytes;
  readonly software: string;
  readonly now: () => number;
  /** Do not write if the post already has such an entry. */
  readonly once: boolean;
}

/** What the writer believes to be on disk: the head, and the row of the post where it has one. */
export interface Belief {
  readonly head: Head;
  readonly post: PostRow | undefined;
}

export type Written =
  | {
      readonly is: 'written';
      readonly entry: LogEntry;
      readonly head: Head;
      readonly post: PostRow | undefined;
    }
  /** Something else is on disk; with the row of the post as it is there. */
  | { readonly is: 'moved'; readonly post: PostRow | undefined }
  /** The post has this event already, in the entry of this index. */
  | { readonly is: 'present'; readonly index: number };

const STORES: StoreName[] = ['entries', 'posts', 'contents'];

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
  readonly next: Head;
}

function prepare(head: Head, draft: Draft): Prepared {
  const contents = draft.contents.map(({ digest }) => digest);
  const members = sanitise({
    ...draft.facts,
    v: 1,
    index: head.size,
    time: Math.max(0, Math.trunc(draft.now())),
    previous: head.leaf ? toBase64(head.leaf) : '',
    software: draft.software,
    ...(contents.length > 0 && { contents }),
  }) as Members;
  const { shown, hidden } = splitMembers(members);
  const opening = openingOf(hidden, draft.salt);
  if (opening) shown.private = commitmentOf(opening);
  const bytes = canonicalBytes(shown);
  const leaf = leafHash(bytes);
  const peaks = addLeaf(head, leaf);
  const row = { bytes, leaf, peaks: concatBytes(...peaks.hashes), ...(opening && { opening }) };
  return { entry: { ...shown, ...hidden } as unknown as LogEntry, row, next: { ...peaks, leaf } };
}

/** Whether the newest rows are what the writer believes: its last entry and nothing behind it. */
function isSameHead(newest: readonly EntryRow[], { leaf }: Head): boolean {
  const [row, ...more] = newest;
  if (!leaf) return row === undefined;
  return row !== undefined && more.length === 0 && isSameBytes(row.leaf, leaf);
}

const isSamePost = (a: PostRow | undefined, b: PostRow | undefined): boolean =>
  a?.entries.length === b?.entries.length && a?.entries.at(-1) === b?.entries.at(-1);

/** Keeps the reason of the first request that fails; all others only hear that the transaction was aborted. */
function watchRequests(tx: LogTransaction<'readwrite'>) {
  let reason: unknown;
  tx.done.catch(() => {});
  return {
    watch(request: Promise<unknown>): void {
      request.catch((error: unknown) => {
        if (!(error instanceof DOMException && error.name === 'AbortError')) reason ??= error;
      });
    },
    /** Resolves when the transaction has ended. */
    async findReason(): Promise<unknown> {
      await tx.done.catch(() => {});
      return reason ?? tx.error ?? undefined;
    },
  };
}

/** False if the transaction has ended by itself. */
function abort(tx: LogTransaction<'readwrite'>): boolean {
  try {
    tx.abort();
    return true;
  } catch {
    return false;
  }
}

/**
 * Tries to write one entry after what the writer believes to be the end. Everything is computed before the transaction
 * opens, since a transaction ends as soon as it waits for anything but itself; and everything is asked for at once,
 * reads and writes, since each wait in between costs about as much as a bare write. The reads say whether the belief
 * was right. If not, the transaction is aborted, and nothing of it was ever there. When this resolves with `written`,
 * all of it is on disk.
 */
export async function writeEntry(database: LogDatabase, belief: Belief, draft: Draft): Promise<Written> {
  const { entry, row, next } = prepare(belief.head, draft);
  const { post } = draft.facts;
  const extended = post === undefined ? undefined : extendPost(belief.post, post, entry);
  const tx = database.transaction(STORES, 'readwrite', { durability: 'strict' });
  const { watch, findReason } = watchRequests(tx);
  try {
    const posts = tx.objectStore('posts');
    const entries = tx.objectStore('entries');
    const from = IDBKeyRange.lowerBound(Math.max(0, belief.head.size - 1));
    const reads = Promise.all([entries.getAll(from, 2), post === undefined ? undefined : posts.get(post)]);
    watch(reads);
    // `add`: a second entry of the same index must fail, whatever went wrong before.
    watch(entries.add(row, entry.index));
    if (extended) watch(posts.put(extended));
    for (const { digest, salt, text } of draft.keepText ? draft.contents : []) {
      const content: ContentRow = { salt: toBase64(salt), text, time: entry.time };
      watch(tx.objectStore('contents').add(content, digest.digest));
    }
    const [newest, found] = await reads;
    const present = draft.once ? (found?.events.indexOf(draft.facts.event) ?? -1) : -1;
    if (present === -1 && isSameHead(newest, belief.head) && isSamePost(found, belief.post)) {
      await tx.done;
      return { is: 'written', entry, head: next, post: extended };
    }
    // The writes are still queued behind the reads.
    if (!abort(tx)) throw new LogError('unavailable', 'the transaction ended before it was looked at');
    return present === -1
      ? { is: 'moved', post: found }
      : { is: 'present', index: found?.entries[present] ?? 0 };
  } catch (error) {
    // Whatever was asked for so far must not be committed by itself.
    abort(tx);
    throw (await findReason()) ?? error;
  }
}
