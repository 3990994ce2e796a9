/** Bytes that own an ordinary buffer, as WebCrypto and IndexedDB want them. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export const utf8 = (text: string): Bytes => encoder.encode(text);

/** Throws on bytes that are not UTF-8. */
export const readUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes);

/** Whether bytes are the UTF-8 of some text. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    decoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

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

/** Whether bytes say in base64 what other bytes are. `toBase64` without a text: verification asks this of each entry. */
export function isBase64Of(text: Uint8Array, bytes: Uint8Array): boolean {
  const rest = bytes.length % 3;
  const whole = bytes.length - rest;
  if (text.length !== Math.ceil(bytes.length / 3) * 4) return false;
  let to = 0;
  for (let at = 0; at < whole; at += 3) {
    const bits = ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number);
    if (
      text[to] !== CODES[bits >> 18] ||
      text[to + 1] !== CODES[(bits >> 12) & 63] ||
      text[to + 2] !== CODES[(bits >> 6) & 63] ||
      text[to + 3] !== CODES[bits & 63]
    )
      return false;
    to += 4;
  }
  if (rest === 0) return true;
  const bits = ((bytes[whole] as number) << 16) | ((bytes[whole + 1] ?? 0) << 8);
  return (
    text[to] === CODES[bits >> 18] &&
    text[to + 1] === CODES[(bits >> 12) & 63] &&
    text[to + 2] === (rest === 2 ? CODES[(bits >> 6) & 63] : PADDING) &&
    text[to + 3] === PADDING
  );
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const CODES = /* @__PURE__ */ utf8(ALPHABET);
const PADDING = 0x3d;

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

/** What a character stands for; 64 where it stands for nothing. */
const VALUES = /* @__PURE__ */ Uint8Array.from({ length: 256 }, (_, code) => {
  const value = ALPHABET.indexOf(String.fromCharCode(code));
  return value === -1 ? 64 : value;
});

/** The bytes, or nothing where the text is not exactly what `toBase64` would have written. */
export function decodeBase64(text: Uint8Array): Bytes | undefined {
  const { length } = text;
  if (length % 4 !== 0) return undefined;
  const padding = length === 0 || text[length - 1] !== PADDING ? 0 : text[length - 2] === PADDING ? 2 : 1;
  const bytes = new Uint8Array((length / 4) * 3 - padding);
  for (let at = 0, to = 0; at < length; at += 4, to += 3) {
    let bits = 0;
    for (let digit = 0; digit < 4; digit += 1) {
      const isPadding = at + digit >= length - padding;
      const value = isPadding ? 0 : (VALUES[text[at + digit] as number] as number);
      if (value === 64) return undefined;
      bits = (bits << 6) | value;
    }
    bytes[to] = bits >> 16;
    bytes[to + 1] = bits >> 8;
    bytes[to + 2] = bits;
  }
  return isBase64Of(text, bytes) ? bytes : undefined;
}

/** `decodeBase64` of a text: shorter than that, for what is read now and then. */
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

/** Whether bytes begin with others. */
export function startsWith(bytes: Uint8Array, start: Uint8Array): boolean {
  if (bytes.length < start.length) return false;
  for (let at = 0; at < start.length; at += 1) if (bytes[at] !== start[at]) return false;
  return true;
}
