import { type Bytes, concatBytes, isSameBytes } from './bytes.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { type Der, DerError, TAGS, WRITTEN, writeDer, writeOid } from './der.ts';
import { hashOf, isSignedBy, signatureHashOf, writeAlgorithm, writeHash } from './x509-signature.ts';

/** CMS SignedData (RFC 5652) with one signer, as time stamps are: taken apart but not yet believed. */
export interface SignedData {
  readonly contentType: string;
  readonly content: Bytes;
  readonly certificates: readonly Certificate[];
  /** Which certificate is the signer's: issuer and number, or the id of the key. */
  readonly who: Der;
  readonly digest: Der;
  readonly attributes: Der;
  readonly algorithm: Der;
  readonly signature: Bytes;
}

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const ATTRIBUTES = {
  contentType: '1.2.840.113549.1.9.3',
  digest: '1.2.840.113549.1.9.4',
  certificate: '1.2.840.113549.1.9.16.2.12',
  certificate2: '1.2.840.113549.1.9.16.2.47',
} as const;

/** Throws a DerError where it is none. */
export function readSignedData(token: Der): SignedData {
  if (token.part(0).oid !== SIGNED_DATA) throw new DerError('no signed data');
  const [, , content, ...rest] = token.part(1).part(0).parts;
  const [signer, ...others] = rest.at(-1)?.parts ?? [];
  const [, who, digest, attributes, algorithm, signature] = signer?.parts ?? [];
  if (
    !content ||
    others.length > 0 ||
    !who ||
    !digest ||
    !attributes?.isContext(0) ||
    !algorithm ||
    !signature
  )
    throw new DerError('no data with one signer');
  const certificates = rest.slice(0, -1).filter((part) => part.isContext(0));
  return {
    contentType: content.part(0).oid,
    content: content.part(1).part(0).octets,
    certificates: certificates.flatMap(({ parts }) => parts).map(readCertificate),
    who,
    digest,
    attributes,
    algorithm,
    signature: signature.octets,
  };
}

export const findSigner = ({ certificates, who }: SignedData): Certificate | undefined =>
  certificates.find((each) =>
    who.isContext(0)
      ? each.keyId !== undefined && isSameBytes(each.keyId, who.content)
      : isSameBytes(each.issuer, who.part(0).bytes) && isSameBytes(each.serial, who.part(1).bytes),
  );

/** The one value of an attribute; nothing where it is missing. */
function findAttribute(attributes: Der, type: string): Der | undefined {
  const found = attributes.parts.filter((each) => each.part(0).oid === type);
  if (found.length > 1) throw new DerError('an attribute that is there twice');
  const values = found[0]?.part(1).parts ?? [];
  if (found[0] && values.length !== 1) throw new DerError('an attribute without one value');
  return values[0];
}

/** Whether the signed attributes name this very certificate, as RFC 3161 and RFC 5816 ask. */
async function namesCertificate(
  subtle: SubtleCrypto,
  attributes: Der,
  { bytes }: Certificate,
): Promise<boolean> {
  const isNamed = async (named: Der, hash: string): Promise<boolean> =>
    isSameBytes(named.octets, new Uint8Array(await subtle.digest(hash, bytes)));
  const second = findAttribute(attributes, ATTRIBUTES.certificate2)?.part(0).part(0);
  if (second) {
    const isOther = second.part(0).is(TAGS.sequence);
    return isOther ? isNamed(second.part(1), hashOf(second.part(0))) : isNamed(second.part(0), 'SHA-256');
  }
  const first = findAttribute(attributes, ATTRIBUTES.certificate)?.part(0).part(0);
  return first !== undefined && isNamed(first.part(0), 'SHA-1');
}

/** Whether the holder of the certificate signed the content, by the attributes that the signature covers. */
export async function isSignedContent(
  subtle: SubtleCrypto,
  { contentType, content, digest, attributes, algorithm, signature }: SignedData,
  certificate: Certificate,
): Promise<boolean> {
  const hash = hashOf(digest);
  const named = findAttribute(attributes, ATTRIBUTES.digest)?.octets;
  if (!named || !isSameBytes(named, new Uint8Array(await subtle.digest(hash, content)))) return false;
  if (findAttribute(attributes, ATTRIBUTES.contentType)?.oid !== contentType) return false;
  if (!(await namesCertificate(subtle, attributes, certificate))) return false;
  // What is signed is a set; in the message it stands under a tag of its own.
  const message = concatBytes(Uint8Array.of(WRITTEN.set), attributes.bytes.slice(1));
  return isSignedBy(subtle, certificate, message, {
    hash: signatureHashOf(certificate, algorithm, hash),
    signature,
  });
}

/** The same in its one form: everything that no signature covers is written anew. `chain`: begins with the signer. */
export function writeSignedData(
  { contentType, content, digest, attributes, signature }: SignedData,
  chain: readonly [Certificate, ...Certificate[]],
): Bytes {
  const [signer] = chain;
  const hash = hashOf(digest);
  const signerInfo = writeDer(
    WRITTEN.sequence,
    writeDer(WRITTEN.integer, Uint8Array.of(1)),
    writeDer(WRITTEN.sequence, signer.issuer, signer.serial),
    writeHash(hash),
    concatBytes(Uint8Array.of(WRITTEN.context0), attributes.bytes.slice(1)),
    writeAlgorithm(signer, hash),
    writeDer(WRITTEN.octetString, signature),
  );
  const data = writeDer(
    WRITTEN.sequence,
    writeDer(WRITTEN.integer, Uint8Array.of(3)),
    writeDer(WRITTEN.set, writeHash(hash)),
    writeDer(
      WRITTEN.sequence,
      writeOid(contentType),
      writeDer(WRITTEN.context0, writeDer(WRITTEN.octetString, content)),
    ),
    writeDer(WRITTEN.context0, ...chain.map(({ bytes }) => bytes)),
    writeDer(WRITTEN.set, signerInfo),
  );
  return writeDer(WRITTEN.sequence, writeOid(SIGNED_DATA), writeDer(WRITTEN.context0, data));
}
