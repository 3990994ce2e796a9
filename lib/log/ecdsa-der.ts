import { type Bytes, concatBytes } from './bytes.ts';

/** Bytes of one number in a P-256 signature. */
const P256_SIZE = 32;
const SEQUENCE = 0x30;
const INTEGER = 0x02;

function encodeInteger(value: Bytes): Bytes {
  const start = value.findIndex((byte) => byte !== 0);
  const digits = start === -1 ? Uint8Array.of(0) : value.slice(start);
  // A leading bit would read as a minus sign.
  const body = (digits[0] ?? 0) > 0x7f ? concatBytes(Uint8Array.of(0), digits) : digits;
  return concatBytes(Uint8Array.of(INTEGER, body.length), body);
}

/** From the two fixed numbers that WebCrypto gives to the ASN.1 form that signed notes carry. */
export function encodeEcdsa(fixed: Bytes): Bytes {
  const half = fixed.length / 2;
  const body = concatBytes(encodeInteger(fixed.slice(0, half)), encodeInteger(fixed.slice(half)));
  return concatBytes(Uint8Array.of(SEQUENCE, body.length), body);
}

/** And back. Nothing for bytes that are no such signature in its one DER form. `size`: bytes of a number, at most 48. */
export function decodeEcdsa(der: Bytes, size = P256_SIZE): Bytes | undefined {
  const fixed = new Uint8Array(2 * size);
  if (der[0] !== SEQUENCE || der[1] !== der.length - 2) return undefined;
  let at = 2;
  for (const end of [size, 2 * size]) {
    const length = der[at + 1] ?? 0;
    const body = der.slice(at + 2, at + 2 + length);
    const digits = body[0] === 0 ? body.slice(1) : body;
    if (der[at] !== INTEGER || body.length !== length || length === 0 || digits.length > size)
      return undefined;
    fixed.set(digits, end - digits.length);
    at += 2 + length;
  }
  const again = encodeEcdsa(fixed);
  return at === der.length && again.every((byte, position) => byte === der[position]) ? fixed : undefined;
}
