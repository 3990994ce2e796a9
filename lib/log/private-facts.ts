import type { LogEntry } from '#lib/model/log-entry.ts';
import { type Bytes, concatBytes, readUtf8, toBase64 } from './bytes.ts';
import { canonicalBytes, type LogValue } from './canonical.ts';
import { plainHash } from './hash.ts';

/** What says who posted where and why: an entry only commits to it, so that an export can leave it out. */
const PRIVATE: ReadonlySet<string> = new Set([
  'address',
  'identity',
  'note',
  'partLinks',
  'permalink',
  'reason',
  'roleReason',
]);

export const SALT_SIZE = 32;

export type Members = { [member: string]: LogValue };

/**
 * What opens the commitment of an entry: the salt, and behind it the canonical bytes of the facts. Kept beside the
 * entry, in the same row.
 */
export type Opening = Bytes;

/** The members of an entry that stay in it, and those that it commits to. What Candor itself wrote about the log stays. */
export function splitMembers(members: Members): { shown: Members; hidden: Members } {
  const isHidden = (name: string): boolean => members.event !== 'log.opened' && PRIVATE.has(name);
  const pick = (wanted: boolean): Members =>
    Object.fromEntries(Object.entries(members).filter(([name]) => isHidden(name) === wanted));
  return { shown: pick(false), hidden: pick(true) };
}

/** Nothing for an entry without such facts. */
export const openingOf = (hidden: Members, salt: Bytes): Opening | undefined =>
  Object.keys(hidden).length === 0 ? undefined : concatBytes(salt, canonicalBytes(hidden));

/** What an entry holds in `private`: base64 SHA-256(salt ‖ canonical facts). */
export const commitmentOf = (opening: Opening): string => toBase64(plainHash(opening));

export const saltOf = (opening: Opening): Bytes => opening.slice(0, SALT_SIZE);

/** Canonical text of the facts. */
export const factsTextOf = (opening: Opening): string => readUtf8(opening.subarray(SALT_SIZE));

export type PrivateFacts = Partial<
  Pick<LogEntry, 'address' | 'identity' | 'note' | 'partLinks' | 'permalink' | 'reason' | 'roleReason'>
>;

/** Throws where the bytes are no such facts. */
export const readFacts = (opening: Opening): PrivateFacts => JSON.parse(factsTextOf(opening)) as PrivateFacts;
