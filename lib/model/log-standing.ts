/** What a person has to know about the log as a whole, apart from what is in it. */
export interface LogStanding {
  /** `in-memory`: the browser lets Candor keep no database; the log ends with the browser. */
  keeping: 'on-disk' | 'in-memory';
  /** There until the person has dismissed it. */
  warning?: LogWarning;
}

/**
 * The log was not found as it had been left.
 *
 * - `lost`: there was none any more.
 * - `rolled-back`: it was shorter.
 * - `replaced`: it was another one.
 * - `key-lost`: its key was gone. A new one began; the old one stays readable.
 */
export interface LogWarning {
  is: 'lost' | 'rolled-back' | 'replaced' | 'key-lost';
  /** Entries that Candor remembered. */
  remembered: number;
  /** Entries that it found. */
  found: number;
  /** When it was noticed, milliseconds since 1970. */
  time: number;
}
