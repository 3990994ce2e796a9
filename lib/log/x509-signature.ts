import { type Bytes, isSameBytes } from './bytes.ts';
import type { Certificate } from './certificate.ts';
import { type Der, WRITTEN, writeDer, writeOid } from './der.ts';
import { decodeEcdsa } from './ecdsa-der.ts';

/** A way to sign that is too weak, or that Candor does not know. */
export class UnsupportedError extends Error {}

type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512';

const HASHES: Readonly<Record<HashName, { id: string; rsa: string; ec: string }>> = {
  'SHA-256': { id: '2.16.840.1.101.3.4.2.1', rsa: '1.2.840.113549.1.1.11', ec: '1.2.840.10045.4.3.2' },
  'SHA-384': { id: '2.16.840.1.101.3.4.2.2', rsa: '1.2.840.113549.1.1.12', ec: '1.2.840.10045.4.3.3' },
  'SHA-512': { id: '2.16.840.1.101.3.4.2.3', rsa: '1.2.840.113549.1.1.13', ec: '1.2.840.10045.4.3.4' },
};
const HASH_NAMES = Object.keys(HASHES) as HashName[];
const RSA = '1.2.840.113549.1.1.1';
const EC = '1.2.840.10045.2.1';
const CURVES: Readonly<Record<string, { name: string; size: number }>> = {
  '1.2.840.10045.3.1.7': { name: 'P-256', size: 32 },
  '1.3.132.0.34': { name: 'P-384', size: 48 },
};

export function hashOf(algorithm: Der): HashName {
  const { oid } = algorithm.part(0);
  const name = HASH_NAMES.find((each) => HASHES[each].id === oid);
  if (name === undefined) throw new UnsupportedError('hash');
  return name;
}

export const writeHash = (hash: HashName): Bytes => writeDer(WRITTEN.sequence, writeOid(HASHES[hash].id));

const kindOf = ({ publicKey }: Certificate): 'rsa' | 'ec' => {
  const { oid } = publicKey.part(0).part(0);
  if (oid !== RSA && oid !== EC) throw new UnsupportedError('key');
  return oid === RSA ? 'rsa' : 'ec';
};

/** The hash of a signature by this key. `digest`: that of the message, where the algorithm leaves it open. */
export function signatureHashOf(key: Certificate, algorithm: Der, digest?: HashName): HashName {
  const { oid } = algorithm.part(0);
  const kind = kindOf(key);
  const isOpen = oid === (kind === 'rsa' ? RSA : EC);
  const hash = isOpen ? digest : HASH_NAMES.find((each) => HASHES[each][kind] === oid);
  if (hash === undefined || (digest !== undefined && digest !== hash))
    throw new UnsupportedError('signature');
  return hash;
}

/** The algorithm of a signature by this key, in the one form that says everything. */
export const writeAlgorithm = (key: Certificate, hash: HashName): Bytes => {
  const kind = kindOf(key);
  const oid = writeOid(HASHES[hash][kind]);
  return writeDer(WRITTEN.sequence, oid, ...(kind === 'rsa' ? [writeDer(WRITTEN.null)] : []));
};

/** Whether the key of the certificate signed this. */
export async function isSignedBy(
  subtle: SubtleCrypto,
  certificate: Certificate,
  message: Bytes,
  { hash, signature }: { hash: HashName; signature: Bytes },
): Promise<boolean> {
  const { publicKey } = certificate;
  try {
    if (kindOf(certificate) === 'rsa') {
      const rsa = { name: 'RSASSA-PKCS1-v1_5', hash };
      const key = await subtle.importKey('spki', publicKey.bytes, rsa, false, ['verify']);
      return await subtle.verify(rsa, key, signature, message);
    }
    const curve = CURVES[publicKey.part(0).part(1).oid];
    if (!curve) throw new UnsupportedError('curve');
    const fixed = decodeEcdsa(signature, curve.size);
    const ec = { name: 'ECDSA', namedCurve: curve.name };
    const key = await subtle.importKey('spki', publicKey.bytes, ec, false, ['verify']);
    return fixed !== undefined && (await subtle.verify({ name: 'ECDSA', hash }, key, fixed, message));
  } catch (error) {
    // A key that is none comes from the file under test: nothing was signed with it.
    if (error instanceof DOMException && error.name !== 'NotSupportedError') return false;
    throw error;
  }
}

/** Whether one certificate issued the other and could, at that time. */
export async function isIssuedBy(
  subtle: SubtleCrypto,
  child: Certificate,
  issuer: Certificate,
  time: number,
): Promise<boolean> {
  if (!isSameBytes(child.issuer, issuer.subject) || !issuer.isIssuer) return false;
  if (time < issuer.from || time > issuer.until) return false;
  try {
    const hash = signatureHashOf(issuer, child.algorithm);
    return await isSignedBy(subtle, issuer, child.signed, { hash, signature: child.signature });
  } catch (error) {
    if (error instanceof UnsupportedError) return false;
    throw error;
  }
}
