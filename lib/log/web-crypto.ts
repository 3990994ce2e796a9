import type { Bytes } from './bytes.ts';
import { decodeEcdsa, encodeEcdsa } from './ecdsa-der.ts';
import type { Digest } from './manifest.ts';
import {
  createVerifierKey,
  SIGNATURE_TYPES,
  type SignatureType,
  type Signer,
  type VerifierKey,
  type VerifySignature,
} from './verifier-key.ts';

/** What is kept of a signing key. The private part cannot be read out, only used. */
export interface KeyRecord {
  readonly name: string;
  readonly type: SignatureType;
  readonly publicKey: Bytes;
  readonly privateKey: CryptoKey;
}

/** Whether a stored value is a key that can sign: a copied profile may hold what is left of one. */
export function isKeyRecord(value: unknown): value is KeyRecord {
  const { name, type, publicKey, privateKey } = (value ?? {}) as Partial<Record<keyof KeyRecord, unknown>>;
  return (
    typeof name === 'string' &&
    (type === SIGNATURE_TYPES.ed25519 || type === SIGNATURE_TYPES.ecdsa) &&
    publicKey instanceof Uint8Array &&
    (privateKey as Partial<CryptoKey> | undefined)?.type === 'private'
  );
}

const ED25519 = { name: 'Ed25519' } as const;
const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const ECDSA_SHA256 = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** A new key for the log of this name: Ed25519, or P-256 where the browser has no Ed25519. */
export async function generateKey(subtle: SubtleCrypto, name: string): Promise<KeyRecord> {
  try {
    const { publicKey, privateKey } = await subtle.generateKey(ED25519, false, ['sign', 'verify']);
    const bytes = new Uint8Array(await subtle.exportKey('raw', publicKey));
    return { name, type: SIGNATURE_TYPES.ed25519, publicKey: bytes, privateKey };
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'NotSupportedError') throw error;
    const { publicKey, privateKey } = await subtle.generateKey(P256, false, ['sign', 'verify']);
    const bytes = new Uint8Array(await subtle.exportKey('spki', publicKey));
    return { name, type: SIGNATURE_TYPES.ecdsa, publicKey: bytes, privateKey };
  }
}

export const verifierKeyOf = ({ name, type, publicKey }: KeyRecord): VerifierKey =>
  createVerifierKey(name, type, publicKey);

export function createSigner(subtle: SubtleCrypto, record: KeyRecord): Signer {
  return {
    key: verifierKeyOf(record),
    async sign(message) {
      if (record.type === SIGNATURE_TYPES.ed25519) {
        return new Uint8Array(await subtle.sign(ED25519, record.privateKey, message));
      }
      return encodeEcdsa(new Uint8Array(await subtle.sign(ECDSA_SHA256, record.privateKey, message)));
    },
  };
}

/** SHA-256 of the platform. */
export const createDigest =
  (subtle: SubtleCrypto): Digest =>
  async (bytes) =>
    new Uint8Array(await subtle.digest('SHA-256', bytes));

/** Checks signatures with the WebCrypto of a browser or of Node. */
export function createVerifySignature(subtle: SubtleCrypto): VerifySignature {
  return async (key, message, signature) => {
    try {
      if (key.type === SIGNATURE_TYPES.ed25519) {
        const imported = await subtle.importKey('raw', key.publicKey, ED25519, false, ['verify']);
        return await subtle.verify(ED25519, imported, signature, message);
      }
      const fixed = decodeEcdsa(signature);
      const imported = await subtle.importKey('spki', key.publicKey, P256, false, ['verify']);
      return fixed !== undefined && (await subtle.verify(ECDSA_SHA256, imported, fixed, message));
    } catch (error) {
      // Key bytes that are no key come from the file under test: its signature is bad, nothing else is.
      if (error instanceof DOMException && error.name !== 'NotSupportedError') return false;
      throw error;
    }
  };
}
