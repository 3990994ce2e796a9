/** What would be sent, and to whom. */
export interface StampOffer {
  address: string;
  /** Name of the authority's machine. */
  host: string;
  /** The checkpoint; stays here. */
  note: string;
  /** Entries that the checkpoint covers. */
  size: number;
  /** SHA-256 of the checkpoint, hex: all that leaves the machine, beside a random number. */
  digest: string;
}

/** What came of a question. `code`: message key `stamp_<code>`; `detail`: what the authority sent instead. */
export type StampAnswer =
  /** `time`: milliseconds since 1970; `fingerprint`: SHA-256 of the authority's certificate, hex. */
  | { ok: true; size: number; time: number; authority: string; fingerprint: string }
  | { ok: false; code: string; detail?: string };

/** Every call may reject. */
export interface StampPorts {
  /** The address used last; empty where there is none. */
  readAddress(): Promise<string>;
  /** Makes ready what would be sent, and sends nothing. Nothing where the address may not be asked. */
  prepare(address: string): Promise<StampOffer | undefined>;
  /** Inside a press: asks the browser for the permission, then the authority; hands the checked answer to the person. */
  ask(offer: StampOffer): Promise<StampAnswer>;
}
