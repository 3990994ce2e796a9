import { isSameBytes, parseBase64, toBase64 } from './bytes.ts';
import type { Hash } from './hash.ts';

/** A copy of the log's head outside its database, so that a lost or rolled back database is noticed. */
export interface HeadMirror {
  read(): Promise<string | undefined>;
  write(head: string): Promise<void>;
}

export interface MirroredHead {
  /** Name of the log. */
  readonly origin: string;
  readonly size: number;
  /** Leaf hash of the last entry. */
  readonly leaf: Hash;
}

/**
 * What the log looked like when it was opened.
 *
 * - `new`: there was none, and nobody remembers one.
 * - `kept`: as remembered, or nothing to compare with.
 * - `lost`: there was none, but one is remembered.
 * - `rolled-back`: it is shorter than remembered.
 * - `replaced`: it is another one than remembered.
 * - `key-lost`: it has just begun, since the one before cannot be signed any more.
 */
export interface Condition {
  readonly is: 'new' | 'kept' | 'lost' | 'rolled-back' | 'replaced' | 'key-lost';
  /** Entries then and now; missing where nothing was remembered. */
  readonly remembered?: number;
  readonly found?: number;
}

export const formatHead = ({ origin, size, leaf }: MirroredHead): string =>
  JSON.stringify({ origin, size, leaf: toBase64(leaf) });

/** Nothing for text that is no head: it proves nothing, and must not keep the log from opening. */
export function parseHead(text: string | undefined): MirroredHead | undefined {
  if (text === undefined) return undefined;
  try {
    const { origin, size, leaf } = JSON.parse(text) as Record<string, unknown>;
    const hash = typeof leaf === 'string' ? parseBase64(leaf) : undefined;
    return typeof origin === 'string' && Number.isSafeInteger(size) && hash
      ? { origin, size: size as number, leaf: hash }
      : undefined;
  } catch {
    return undefined;
  }
}

/** `leafOf` gives the leaf hash of an entry of the log as found. */
export async function compareWithMirror(
  found: { origin: string; size: number },
  remembered: MirroredHead | undefined,
  leafOf: (index: number) => Promise<Hash>,
): Promise<Condition> {
  if (!remembered || remembered.size === 0) return { is: found.size === 0 ? 'new' : 'kept' };
  const sizes = { remembered: remembered.size, found: found.size };
  if (found.size === 0) return { is: 'lost', ...sizes };
  if (found.origin !== remembered.origin) return { is: 'replaced', ...sizes };
  if (found.size < remembered.size) return { is: 'rolled-back', ...sizes };
  const isSame = isSameBytes(await leafOf(remembered.size - 1), remembered.leaf);
  return isSame ? { is: 'kept' } : { is: 'replaced', ...sizes };
}

/** Writes heads to the mirror one at a time; of those that pile up only the newest is written. */
export function createMirrorWriter(mirror: HeadMirror | undefined): {
  write(head: MirroredHead): void;
  settled(): Promise<void>;
} {
  let next: MirroredHead | undefined;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (next && mirror) {
      const head = next;
      next = undefined;
      try {
        await mirror.write(formatHead(head));
      } catch {
        // The entry itself is durable. A mirror that lags only notices less; the next append writes it again.
      }
    }
    running = undefined;
  }

  return {
    write(head) {
      next = head;
      running ??= run();
    },
    settled: () => running ?? Promise.resolve(),
  };
}
