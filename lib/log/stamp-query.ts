import type { Bytes } from './bytes.ts';
import { WRITTEN, writeDer, writeOid } from './der.ts';

export const SHA256 = '2.16.840.1.101.3.4.2.1';

/** Random bytes of a question; more than that some authorities refuse. */
export const NONCE_SIZE = 8;

/** A positive number in its only form: what the authority gives back can be compared byte for byte. */
export const toNonce = (random: Bytes): Bytes =>
  random.map((byte, at) => (at === 0 ? (byte & 0x3f) | 0x40 : byte));

/** RFC 3161 `TimeStampReq` for a SHA-256 digest, asking for the certificate. */
export const formatStampQuery = (digest: Bytes, nonce: Bytes): Bytes =>
  writeDer(
    WRITTEN.sequence,
    writeDer(WRITTEN.integer, Uint8Array.of(1)),
    writeDer(
      WRITTEN.sequence,
      writeDer(WRITTEN.sequence, writeOid(SHA256), writeDer(WRITTEN.null)),
      writeDer(WRITTEN.octetString, digest),
    ),
    writeDer(WRITTEN.integer, nonce),
    writeDer(WRITTEN.boolean, Uint8Array.of(0xff)),
  );
