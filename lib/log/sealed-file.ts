import { type Bytes, concatBytes, isSameBytes, parseBase64, readUtf8, toBase64, utf8 } from './bytes.ts';

/**
 * A stream under a passphrase, for backups of a log. One line of JSON says how it was made (`SealedHeader`); then come
 * pieces of AES-256-GCM, each as long as `piece` and its tag of 16 bytes, the last one as long as it is. As in STREAM
 * (Hoang, Reyhanitabar, Rogaway, Vizár 2015) the nonce of a piece is `nonce` (7 bytes), its number (4 bytes, big endian)
 * and 1 for the last one (1 byte), and all are bound to the header: none can be left out, put in, moved or be the end.
 */
export interface SealedHeader {
  readonly candor: 'backup';
  readonly format: 1;
  readonly kdf: 'PBKDF2-SHA-256';
  /** Rounds of PBKDF2: OWASP asked for 600,000 in 2023. */
  readonly iterations: number;
  /** Base64, 16 bytes. */
  readonly salt: string;
  readonly cipher: 'AES-256-GCM';
  /** Bytes of plain text in a piece. */
  readonly piece: number;
  /** Base64, 7 bytes. */
  readonly nonce: string;
  /** Base64, 16 bytes derived beside the key: tells a wrong passphrase from a damaged file. */
  readonly check: string;
}

/** `passphrase`: wrong, or the header was changed. `damaged`: changed, cut or not whole. `format`: no such file, or a newer one. */
export class SealError extends Error {
  override readonly name = 'SealError';
  readonly code: 'passphrase' | 'damaged' | 'format';

  constructor(code: 'passphrase' | 'damaged' | 'format') {
    super(code);
    this.code = code;
  }
}

export interface SealOptions {
  readonly subtle: SubtleCrypto;
  readonly randomBytes: (length: number) => Bytes;
  readonly iterations?: number;
  readonly piece?: number;
}

const ITERATIONS = 600_000;
const MOST_ITERATIONS = 10_000_000;
const PIECE = 256 * 1024;
const MOST_PIECE = 4 * 1024 * 1024;
const TAG = 16;
const LONGEST_HEADER = 2000;
const LINE_END = 0x0a;

async function deriveKey(subtle: SubtleCrypto, passphrase: string, salt: Bytes, iterations: number) {
  // The same letters typed on another machine may be other code points.
  const secret = utf8(passphrase.normalize('NFKC'));
  const base = await subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits']);
  const bits = await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, base, 384);
  const derived = new Uint8Array(bits);
  const key = await subtle.importKey('raw', derived.slice(0, 32), 'AES-GCM', false, ['encrypt', 'decrypt']);
  return { key, check: derived.slice(32) };
}

function nonceOf(prefix: Bytes, number: number, isLast: boolean): Bytes {
  const rest = new Uint8Array(5);
  new DataView(rest.buffer).setUint32(0, number);
  rest[4] = isLast ? 1 : 0;
  return concatBytes(prefix, rest);
}

/** Pieces of `size` bytes each; the last, which alone may be shorter or empty, is marked. */
async function* inPieces(
  source: AsyncIterable<Bytes>,
  size: number,
): AsyncGenerator<{ piece: Bytes; isLast: boolean }> {
  let parts: Bytes[] = [];
  let length = 0;
  for await (const part of source) {
    parts.push(part);
    length += part.length;
    if (length <= size) continue;
    const joined = concatBytes(...parts);
    let at = 0;
    // One is kept back: only the end says which was the last.
    for (; joined.length - at > size; at += size) yield { piece: joined.slice(at, at + size), isLast: false };
    parts = [joined.slice(at)];
    length = joined.length - at;
  }
  yield { piece: concatBytes(...parts), isLast: true };
}

/** Holds one piece at a time. */
export async function* seal(
  source: AsyncIterable<Bytes>,
  passphrase: string,
  options: SealOptions,
): AsyncGenerator<Bytes> {
  const { subtle, randomBytes, iterations = ITERATIONS, piece: size = PIECE } = options;
  const [salt, nonce] = [randomBytes(16), randomBytes(7)];
  const { key, check } = await deriveKey(subtle, passphrase, salt, iterations);
  const header: SealedHeader = {
    candor: 'backup',
    format: 1,
    kdf: 'PBKDF2-SHA-256',
    iterations,
    salt: toBase64(salt),
    cipher: 'AES-256-GCM',
    piece: size,
    nonce: toBase64(nonce),
    check: toBase64(check),
  };
  const additionalData = utf8(`${JSON.stringify(header)}\n`);
  yield additionalData;
  let number = 0;
  for await (const { piece, isLast } of inPieces(source, size)) {
    const iv = nonceOf(nonce, number, isLast);
    yield new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, piece));
    number += 1;
  }
}

function parseSealedHeader(line: Bytes) {
  let header: Partial<Record<keyof SealedHeader, unknown>>;
  try {
    header = JSON.parse(readUtf8(line)) ?? {};
  } catch {
    throw new SealError('format');
  }
  const { candor, format, kdf, cipher, iterations, piece } = header;
  const bytesOf = (value: unknown, length: number): Bytes => {
    const bytes = typeof value === 'string' ? parseBase64(value) : undefined;
    if (bytes?.length !== length) throw new SealError('format');
    return bytes;
  };
  const isIn = (value: unknown, most: number): value is number =>
    Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= most;
  const isKnown = candor === 'backup' && format === 1 && kdf === 'PBKDF2-SHA-256' && cipher === 'AES-256-GCM';
  // What a stranger's file may make this machine work and hold is limited.
  if (!isKnown || !isIn(iterations, MOST_ITERATIONS) || !isIn(piece, MOST_PIECE))
    throw new SealError('format');
  return {
    iterations,
    piece,
    salt: bytesOf(header.salt, 16),
    nonce: bytesOf(header.nonce, 7),
    check: bytesOf(header.check, 16),
  };
}

/** The first line with its end, and all that follows. */
async function splitHeader(
  source: AsyncIterable<Bytes>,
): Promise<{ line: Bytes; rest: AsyncGenerator<Bytes> }> {
  const iterator = source[Symbol.asyncIterator]();
  let start: Bytes = new Uint8Array(0);
  while (!start.includes(LINE_END)) {
    const next = start.length > LONGEST_HEADER ? undefined : await iterator.next();
    if (!next || next.done) throw new SealError('format');
    start = concatBytes(start, next.value);
  }
  const end = start.indexOf(LINE_END) + 1;
  async function* rest(): AsyncGenerator<Bytes> {
    yield start.slice(end);
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { line: start.slice(0, end), rest: rest() };
}

/** Gives the plain text back, a piece at a time; each was proved before it is given. Throws SealError. */
export async function* unseal(
  source: AsyncIterable<Bytes>,
  passphrase: string,
  subtle: SubtleCrypto,
): AsyncGenerator<Bytes> {
  const { line, rest } = await splitHeader(source);
  const { iterations, piece: size, salt, nonce, check } = parseSealedHeader(line);
  const derived = await deriveKey(subtle, passphrase, salt, iterations);
  if (!isSameBytes(derived.check, check)) throw new SealError('passphrase');
  let number = 0;
  for await (const { piece, isLast } of inPieces(rest, size + TAG)) {
    const iv = nonceOf(nonce, number, isLast);
    try {
      const plain = await subtle.decrypt({ name: 'AES-GCM', iv, additionalData: line }, derived.key, piece);
      yield new Uint8Array(plain);
    } catch {
      throw new SealError('damaged');
    }
    number += 1;
  }
}
