/**
 * Rows of a log that may have no database, for as long as the browser runs. Names are made by the log; values are what
 * the database would hold, so bytes and a CryptoKey must come back as they were given.
 */
export interface MemoryRows {
  readAll(): Promise<Record<string, unknown>>;
  /** All of it or nothing. */
  write(changed: Record<string, unknown>, removed: readonly string[]): Promise<void>;
}
