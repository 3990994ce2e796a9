/**
 * Why the log cannot do what was asked.
 *
 * - `quota`: no space. Nothing of the entry was written; the log is intact and can be exported.
 * - `unavailable`: the browser refuses the database, or it broke off.
 * - `refused`: the browser's settings allow no database here at all (Firefox that never
 *   remembers history, and there for any page in a private window).
 * - `newer-database`: written by a newer Candor. It can still be read.
 * - `blocked`: another page holds an older version open; closing it helps.
 * - `corrupt`: what is stored contradicts itself. Nothing is repaired or deleted; export what there is.
 */
export type LogErrorCode = 'quota' | 'unavailable' | 'refused' | 'newer-database' | 'blocked' | 'corrupt';

export class LogError extends Error {
  override readonly name = 'LogError';
  readonly code: LogErrorCode;

  constructor(code: LogErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

const CODES: Record<string, LogErrorCode> = {
  QuotaExceededError: 'quota',
  VersionError: 'newer-database',
  // A row is where the head says that none can be.
  ConstraintError: 'corrupt',
};

/** What a database failure means for the log. Faults of our own code stay as they are. */
export function toLogError(error: unknown): unknown {
  if (error instanceof LogError) return error;
  // QuotaExceededError is a class of its own in newer browsers, no longer a DOMException.
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  const code = CODES[name] ?? (error instanceof DOMException ? 'unavailable' : undefined);
  return code ? new LogError(code, `${name}: ${(error as Error).message}`, error) : error;
}
