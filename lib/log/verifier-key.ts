import { type Bytes, concatBytes, isSameBytes, parseBase64, toBase64, toHex, utf8 } from './bytes.ts';
import { plainHash } from './hash.ts';

/** C2SP signed-note signature types. */
export const SIGNATURE_TYPES = { ed25519: 1, ecdsa: 2 } as const;
export type SignatureType = (typeof SIGNATURE_TYPES)[keyof typeof SIGNATURE_TYPES];

/** Who signs a note. */
export interface VerifierKey {
  /** No white space, no plus. For a log: its origin. */
  readonly name: string;
  readonly type: SignatureType;
  /** Ed25519: the 32 bytes of RFC 8032. ECDSA P-256: SubjectPublicKeyInfo in DER. */
  readonly publicKey: Bytes;
  /** Four bytes that, with the name, find the key of a signature. */
  readonly id: Bytes;
}

/** Signs the bytes of a note. Ed25519: 64 bytes; ECDSA: an ASN.1 signature over SHA-256. */
export interface Signer {
  readonly key: VerifierKey;
  sign(message: Bytes): Promise<Bytes>;
}

/** Says whether a signature is that of the key over the bytes. Never throws for hostile input. */
export type VerifySignature = (key: VerifierKey, message: Bytes, signature: Bytes) => Promise<boolean>;

const ED25519_SIZE = 32;
const FORBIDDEN_IN_NAME = /[\s+]/u;

export const isKeyName = (name: string): boolean =>
  name.length > 0 && name.length <= 300 && !FORBIDDEN_IN_NAME.test(name);

function keyId(name: string, type: SignatureType, publicKey: Bytes): Bytes {
  const input =
    type === SIGNATURE_TYPES.ecdsa
      ? publicKey
      : concatBytes(utf8(`${name}\n`), Uint8Array.of(type), publicKey);
  return plainHash(input).slice(0, 4);
}

export function createVerifierKey(name: string, type: SignatureType, publicKey: Bytes): VerifierKey {
  if (!isKeyName(name)) throw new RangeError('no name for a key');
  if (type === SIGNATURE_TYPES.ed25519 && publicKey.length !== ED25519_SIZE)
    throw new RangeError('no Ed25519 key');
  return { name, type, publicKey, id: keyId(name, type, publicKey) };
}

/** `name+hex(id)+base64(type ‖ key)`. */
export const formatVerifierKey = (key: VerifierKey): string =>
  `${key.name}+${toHex(key.id)}+${toBase64(concatBytes(Uint8Array.of(key.type), key.publicKey))}`;

/** Nothing for text that is no key, a type other than Ed25519 and ECDSA, or an id that is not the key's. */
export function parseVerifierKey(text: string): VerifierKey | undefined {
  const [name = '', id = '', ...rest] = text.split('+');
  const encoded = parseBase64(rest.join('+'));
  const type = encoded?.[0];
  if (!encoded || !isKeyName(name) || (type !== SIGNATURE_TYPES.ed25519 && type !== SIGNATURE_TYPES.ecdsa)) {
    return undefined;
  }
  const publicKey = encoded.slice(1);
  if (type === SIGNATURE_TYPES.ed25519 ? publicKey.length !== ED25519_SIZE : publicKey.length > 200)
    return undefined;
  const key = createVerifierKey(name, type, publicKey);
  return toHex(key.id) === id ? key : undefined;
}

export const isSameKey = (a: VerifierKey, b: VerifierKey): boolean =>
  a.name === b.name && a.type === b.type && isSameBytes(a.publicKey, b.publicKey);

/** For people to compare: `SHA256:` and the base64 hash of the key itself. */
export const fingerprintOf = (key: VerifierKey): string =>
  `SHA256:${toBase64(plainHash(key.publicKey)).replace(/=+$/u, '')}`;
