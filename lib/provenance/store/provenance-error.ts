/**
 * Why the store cannot answer or write.
 *
 * - `rebuilding`: the index was missing or broken and is being made again from what is stored.
 * - `unreadable`: the browser refuses the database, or what is stored contradicts itself. Forgetting everything heals it.
 * - `refused`: the browser's settings allow no database here at all (Firefox that never remembers history). Nothing was
 *   ever remembered then.
 * - `quota`: no space. Nothing was written.
 */
export type ProvenanceErrorCode = 'rebuilding' | 'unreadable' | 'refused' | 'quota';

export class ProvenanceError extends Error {
  override readonly name = 'ProvenanceError';
  readonly code: ProvenanceErrorCode;

  constructor(code: ProvenanceErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** The index contradicts itself or is not there. What it was made from may be whole: it is made again. */
export class BrokenIndex extends Error {
  override readonly name = 'BrokenIndex';
}

/** What a database failure means for the store. Faults of our own code stay as they are. */
export function toProvenanceError(error: unknown): unknown {
  // QuotaExceededError is a class of its own in newer browsers, no longer a DOMException.
  const isQuota = error instanceof Error && error.name === 'QuotaExceededError';
  if (!isQuota && !(error instanceof DOMException)) return error;
  const code = isQuota ? 'quota' : 'unreadable';
  return new ProvenanceError(code, `${error.name}: ${error.message}`, error);
}
