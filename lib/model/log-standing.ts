/** What a person has to know about the log as a whole, apart from what is in it. */
export interface LogStanding {
  /** `in-memory`: the browser lets Candor keep no database; the log ends with the browser. */
  keeping: 'on-disk' | 'in-memory';
  /**
   * Nothing can be added at present. `quota`: no room. `unavailable`: the browser does not open the database.
   * `refused`: it allows none. `newer`: of a newer Candor. `blocked`: by an open page. `corrupt`: it contradicts itself.
   */
  fault?: LogFault;
  /** Events that could not be recorded yet; missing for none. */
  waiting?: number;
  /** There until the person has dismissed it. */
  warning?: LogWarning;
}

export type LogFault = 'quota' | 'unavailable' | 'refused' | 'newer' | 'blocked' | 'corrupt';

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
