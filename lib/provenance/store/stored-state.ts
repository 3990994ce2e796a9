import { z } from 'zod';
import { checksum } from './checksum.ts';
import type { SecretRow, Transaction } from './database.ts';
import { ProvenanceError } from './provenance-error.ts';

const count = z.number().int().nonnegative();

/** The index as it was merged last. */
const baseSchema = z.strictObject({
  epoch: count,
  /** Generations up to this id are in it, newer ones are looked up in their lists. */
  upTo: count,
  /** How many that was when it was made. */
  generations: count,
});
export type Base = z.infer<typeof baseSchema>;

const stateSchema = z.strictObject({
  /** Goes up with each change of what is found. */
  revision: count,
  /** Highest that was given to an index, finished or not. */
  epoch: count,
  /** Highest generation id that was given away. */
  lastId: count,
  generations: count,
  postings: count,
  /** Something was to be forgotten that is still in the index. */
  mustMerge: z.boolean(),
  /** Missing: the index must be made again. */
  base: baseSchema.optional(),
});
export type State = z.infer<typeof stateSchema>;

export const EMPTY_STATE: State = {
  revision: 0,
  epoch: 0,
  lastId: 0,
  generations: 0,
  postings: 0,
  mustMerge: false,
  base: { epoch: 0, upTo: 0, generations: 0 },
};

const SECRET_SIZE = 32;

/** Nothing where there is none or it makes no sense. */
export async function findState(tx: Transaction): Promise<State | undefined> {
  const parsed = stateSchema.safeParse(await tx.objectStore('meta').get('state'));
  return parsed.success ? parsed.data : undefined;
}

export async function writeState(tx: Transaction<'readwrite'>, state: State): Promise<void> {
  await tx.objectStore('meta').put(state, 'state');
}

const checkOf = (secret: Uint8Array): number => checksum(Uint32Array.from(secret));

/** Throws `unreadable` where it is not as it was written: no fingerprint made with another fits what is stored. */
export async function requireSecret(tx: Transaction): Promise<Uint8Array> {
  const row = (await tx.objectStore('meta').get('secret')) as Partial<SecretRow> | undefined;
  const { secret, check } = row ?? {};
  if (!(secret instanceof Uint8Array) || secret.length !== SECRET_SIZE || checkOf(secret) !== check) {
    throw new ProvenanceError('unreadable', 'the key of the fingerprints is missing or damaged');
  }
  return secret;
}

export function createSecretRow(randomBytes: (length: number) => Uint8Array<ArrayBuffer>): SecretRow {
  const secret = randomBytes(SECRET_SIZE);
  return { secret, check: checkOf(secret) };
}
