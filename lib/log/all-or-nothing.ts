import type { LogTransaction } from './database.ts';

/** Takes a request of the transaction; its failure is that of all. */
export type Watch = (request: Promise<unknown>) => void;

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/**
 * Asks for writes and waits until they are on disk. Whatever fails, in the middle of asking too, takes all the others
 * with it: a transaction would commit by itself what it was asked for so far.
 */
export async function allOrNothing(
  tx: LogTransaction<'readwrite'>,
  ask: (watch: Watch) => void | Promise<void>,
): Promise<void> {
  const requests: Promise<unknown>[] = [];
  tx.done.catch(() => {});
  try {
    await ask((request) => {
      request.catch(() => {});
      requests.push(request);
    });
    await Promise.all([...requests, tx.done]);
  } catch (error) {
    try {
      tx.abort();
    } catch {
      // It has ended by itself.
    }
    await tx.done.catch(() => {});
    // Requests only hear that the transaction was aborted; it knows why.
    throw isAbort(error) ? (tx.error ?? error) : error;
  }
}
