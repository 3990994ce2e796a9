/**
 * What can go wrong that a person must hear about. Each code has a sentence `problem_<code>` in `_locales`
 * that says what happened and what to do.
 */
export const ERROR_CODES = [
  /** The background did not answer in time, or at all. */
  'background-silent',
  /** The log or the settings could not be written. */
  'storage-failed',
  /** A message was refused: unknown, malformed, or from a sender that may not send it. */
  'not-allowed',
  /** The extension was updated or reloaded; this page still runs the old script. */
  'extension-updated',
  /** The post this is about is not known or not in the right state. */
  'not-approved',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An expected failure with a code from the closed set. Bugs stay ordinary errors. */
export class CandorError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'CandorError';
    this.code = code;
  }
}

export const errorCode = (error: unknown, otherwise: ErrorCode): ErrorCode =>
  error instanceof CandorError ? error.code : otherwise;
