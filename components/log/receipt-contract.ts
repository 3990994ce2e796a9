import type { LogEvent } from '#lib/model/log-entry.ts';
import type { Role } from '#lib/model/role.ts';

/** What the receipt of a post proves: the entry of its review, or its last one where nobody reviewed it. */
export interface ReceiptSummary {
  event: LogEvent;
  /** Place of the entry in the log, from 0. */
  index: number;
  /** When it was recorded, milliseconds since 1970. */
  time: number;
  siteName: string;
  role: Role | undefined;
  /** Who stands behind the post. */
  reviewer: string | undefined;
  /** What the entry says of the text: base64 of SHA-256 over salt and text. */
  digest: string | undefined;
  /** Of the key that signs the log. */
  fingerprint: string;
}

/** Every call may reject. */
export interface ReceiptPorts {
  read(post: string): Promise<ReceiptSummary>;
  /** Hands the `.tlog-proof` to the person; `withText` where the text is kept; `withName`: name, addresses and reason. */
  save(post: string, options: { withText: boolean; withName: boolean }): Promise<void>;
  /** Hands the card to the person, as it is drawn. */
  saveCard(card: SVGSVGElement, format: 'svg' | 'png'): Promise<void>;
}
