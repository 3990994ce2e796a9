/** Bytes that own an ordinary buffer, as WebCrypto and IndexedDB want them. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export const utf8 = (text: string): Bytes => encoder.encode(text);

/** Throws on bytes that are not UTF-8. */
export const readUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes);

export function concatBytes(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function isSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The two characters for each 12 bits. */
const PAIRS = Array.from({ length: 4096 }, (_, bits) => `${ALPHABET[bits >> 6]}${ALPHABET[bits & 63]}`);

/** RFC 4648 section 4, with padding. Its own code since verification encodes a hash for each entry: `btoa` is slower. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  const rest = bytes.length % 3;
  const whole = bytes.length - rest;
  for (let at = 0; at < whole; at += 3) {
    const bits = ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number);
    text += (PAIRS[bits >> 12] as string) + (PAIRS[bits & 4095] as string);
  }
  if (rest === 0) return text;
  const bits = ((bytes[whole] as number) << 16) | ((bytes[whole + 1] ?? 0) << 8);
  return `${text}${PAIRS[bits >> 12]}${rest === 1 ? '==' : `${PAIRS[bits & 4095]?.[0]}=`}`;
}

/** The bytes, or nothing where the text is not exactly what `toBase64` would have written. */
export function parseBase64(text: string): Bytes | undefined {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    return undefined;
  }
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return toBase64(bytes) === text ? bytes : undefined;
}
