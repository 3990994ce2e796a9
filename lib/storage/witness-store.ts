import { browser } from '@wxt-dev/browser';
import { z } from 'zod';

/**
 * The newest checkpoint that was witnessed of somebody else's log: item `witnessed:<origin of that log>` of
 * `storage.local`, the text of a C2SP checkpoint. Written by the dashboard when its person witnesses an export.
 */
const checkpointSchema = z.string().max(100_000).optional();

const keyOf = (origin: string): string => `witnessed:${origin}`;

export const readWitnessed = async (origin: string): Promise<string | undefined> => {
  const stored = await browser.storage.local.get(keyOf(origin));
  // What is there and cannot be read must not pass as never seen: it fails the check as a checkpoint.
  const read = checkpointSchema.safeParse(stored[keyOf(origin)]);
  return read.success ? read.data : '';
};

export const noteWitnessed = (origin: string, checkpoint: string): Promise<void> =>
  browser.storage.local.set({ [keyOf(origin)]: checkpoint });
