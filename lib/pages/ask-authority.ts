import type { Bytes } from '../log/bytes.ts';
import { concatBytes } from '../log/bytes.ts';

/**
 * Why an authority gave no answer.
 *
 * - `unreachable`: no connection, or sent on to another address, which Candor does not follow.
 * - `timed-out`: no whole answer in time.
 * - `refused`: another status than 200, in `detail`.
 * - `no-reply`: something else than a time stamp reply; its type is in `detail`.
 * - `too-long`: longer than any time stamp.
 */
export type AskCode = 'unreachable' | 'timed-out' | 'refused' | 'no-reply' | 'too-long';

export type AskAnswer = { ok: true; answer: Bytes } | { ok: false; code: AskCode; detail?: string };

interface Asking {
  readonly fetch: typeof fetch;
  readonly address: string;
  readonly query: Bytes;
  /** Milliseconds until the last byte. */
  readonly timeout: number;
  /** Bytes. */
  readonly longest: number;
}

/** The body, as far as it is not longer than it may be. */
async function readBody(response: Response, longest: number): Promise<Bytes | undefined> {
  const reader = response.body?.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (let piece = await reader?.read(); piece?.value; piece = await reader?.read()) {
    size += piece.value.length;
    if (size > longest) {
      await reader?.cancel();
      return undefined;
    }
    pieces.push(piece.value);
  }
  return concatBytes(...pieces);
}

/** Sends one question of RFC 3161, with nothing that tells who asks, and takes what comes back. Believes nothing of it. */
export async function askAuthority({ fetch, address, query, timeout, longest }: Asking): Promise<AskAnswer> {
  const signal = AbortSignal.timeout(timeout);
  const failed = (code: AskCode, detail?: string): AskAnswer => ({
    ok: false,
    code,
    ...(detail !== undefined && { detail }),
  });
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/timestamp-query', Accept: 'application/timestamp-reply' },
      body: query,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
      signal,
    });
    if (response.status !== 200) return failed('refused', String(response.status));
    const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
    if (type.trim().toLowerCase() !== 'application/timestamp-reply')
      return failed('no-reply', type.slice(0, 100));
    const answer = await readBody(response, longest);
    return answer ? { ok: true, answer } : failed('too-long');
  } catch (error) {
    if (signal.aborted) return failed('timed-out');
    // fetch has no other word for all that can go wrong on the way.
    if (error instanceof TypeError) return failed('unreachable');
    throw error;
  }
}
