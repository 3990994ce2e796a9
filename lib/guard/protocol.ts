/**
 * What guard (in the page's world) and gate (beside it) say to each other: JSON in the detail of events on the
 * document, told in the same task. The gate believes nothing of it; the guard holds no authority.
 */

/**
 * The event by which the two meet, before the page's first script: the gate sends the name of their channel, the
 * guard an empty detail where it is the second. Afterwards neither listens for it.
 */
export const MEETING = 'candor-meets';

/** Which of a page's requests publish, as in the `publish` of a site definition. */
export interface GuardRule {
  method: string;
  path: string;
  bodyHas?: string[] | undefined;
  bodyLacks?: string[] | undefined;
}

/** Gate to guard, on the event `<channel>>`. */
export type GuardOrder =
  /** What to report from now on; `holds`: and to hold until there is a verdict. */
  | { rules: GuardRule[]; holds: boolean }
  /** The name of the event by which a gate that comes later (the extension was updated) takes over. */
  | { key: string }
  /** The verdict on a request that is held. */
  | { verdict: number; pass: boolean };

export type RequestKind = 'fetch' | 'xhr' | 'beacon';

/** Guard to gate, on the event `<channel>`. The event of a request is cancelable: stopped, the request is held. */
export type GuardReport =
  /** A request that fits a rule leaves. No body: it cannot be read. */
  | { request: number; kind: RequestKind; method: string; url: string; body?: string }
  /** Its answer came. No body: it is too long or cannot be read. */
  | { answered: number; status: number; body?: string }
  /** It ended without an answer. */
  | { lost: number }
  /** Is a gate there still? It stops the event. */
  | { ping: true };

/** The longest body of a request and of an answer that is told, in UTF-16 code units. */
export const LONGEST_REQUEST = 2_000_000;
export const LONGEST_ANSWER = 512_000;
