import { type Bytes, isSameBytes } from './bytes.ts';
import { type Certificate, certificateFingerprint, isSameCertificate } from './certificate.ts';
import { Der, DerError, TAGS, WRITTEN, writeDer } from './der.ts';
import {
  findSigner,
  isSignedContent,
  readSignedData,
  type SignedData,
  writeSignedData,
} from './signed-data.ts';
import { SHA256 } from './stamp-query.ts';
import { isIssuedBy, UnsupportedError } from './x509-signature.ts';

/**
 * Everything that can be wrong with the answer of a time stamping authority.
 *
 * - `unreadable`: no answer as RFC 3161 describes it.
 * - `not-granted`: the authority says no.
 * - `other-imprint`: the stamp is for something else.
 * - `other-nonce`: the answer is to another question.
 * - `no-certificate`: the certificate that signed is not inside.
 * - `not-for-stamps`: the certificate is not made for time stamps and for nothing else.
 * - `bad-signature`: the stamp is not signed with that certificate, or was changed.
 * - `out-of-date`: the certificate was not valid at the time of the stamp.
 * - `unsupported`: signed in a way that Candor does not know, or that is too weak.
 * - `other-authority`: not by the authority whose certificate was given.
 */
export type StampCode =
  | 'unreadable'
  | 'not-granted'
  | 'other-imprint'
  | 'other-nonce'
  | 'no-certificate'
  | 'not-for-stamps'
  | 'bad-signature'
  | 'out-of-date'
  | 'unsupported'
  | 'other-authority';

export interface StampSuccess {
  readonly ok: true;
  /** The answer in its one form: certificates that lead nowhere are left out, what nobody signed is written anew. */
  readonly answer: Bytes;
  /** When the authority says it saw the hash, milliseconds since 1970. */
  readonly time: number;
  /** Subject of the certificate, `CN=..., O=...`. */
  readonly authority: string;
  /** SHA-256 of the certificate, hex. */
  readonly fingerprint: string;
  /** Whether it leads to the certificate that the reader gave. */
  readonly isAuthorityKnown: boolean;
}

export type StampResult = StampSuccess | { readonly ok: false; readonly code: StampCode };

export interface StampQuestion {
  /** SHA-256 of what was stamped. */
  readonly digest: Bytes;
  /** What the question carried; missing where the question is long past. */
  readonly nonce?: Bytes;
  /** Certificate of the authority, or of one above it, that the reader trusts. */
  readonly authority?: Certificate;
  readonly subtle: SubtleCrypto;
}

const STAMP_INFO = '1.2.840.113549.1.9.16.1.4';
/** Far more than an answer with a long chain of certificates. Bytes. */
export const LONGEST_ANSWER = 100_000;

interface StampInfo {
  readonly hash: string;
  readonly digest: Bytes;
  readonly time: number;
  readonly nonce: Bytes | undefined;
}

function readInfo(content: Bytes): StampInfo {
  const [version, , imprint, , time, ...rest] = Der.read(content).parts;
  if (version?.content[0] !== 1 || !imprint || !time) throw new DerError('no stamp');
  return {
    hash: imprint.part(0).part(0).oid,
    digest: imprint.part(1).octets,
    time: time.time,
    nonce: rest.find((each) => each.is(TAGS.integer))?.content,
  };
}

/**
 * The signer and who issued its certificate, as far up as the certificates inside reach. One that issued itself is left
 * out: it says nothing that a reader who trusts it would not have.
 */
async function findChain(
  signer: Certificate,
  { certificates }: SignedData,
  isIssued: (child: Certificate, issuer: Certificate) => Promise<boolean>,
): Promise<[Certificate, ...Certificate[]]> {
  const chain: [Certificate, ...Certificate[]] = [signer];
  const others = certificates.filter((each) => each !== signer && !isSameBytes(each.issuer, each.subject));
  let child = signer;
  while (chain.length <= others.length) {
    const issued = await Promise.all(others.map((each) => isIssued(child, each)));
    const issuer = others[issued.indexOf(true)];
    if (!issuer || chain.includes(issuer)) return chain;
    chain.push(issuer);
    child = issuer;
  }
  return chain;
}

async function check(answer: Bytes, question: StampQuestion): Promise<StampResult> {
  const fail = (code: StampCode): StampResult => ({ ok: false, code });
  const whole = Der.read(answer);
  const status = whole.part(0).part(0);
  if (!status.is(TAGS.integer)) return fail('unreadable');
  if (status.content.length !== 1 || status.content[0] !== 0) return fail('not-granted');
  const data = readSignedData(whole.part(1));
  if (data.contentType !== STAMP_INFO) return fail('unreadable');
  const info = readInfo(data.content);
  const { digest, nonce, authority, subtle } = question;
  if (info.hash !== SHA256 || !isSameBytes(info.digest, digest)) return fail('other-imprint');
  if (nonce && !(info.nonce && isSameBytes(info.nonce, nonce))) return fail('other-nonce');
  const signer = findSigner(data);
  if (!signer) return fail('no-certificate');
  if (!signer.isForStamps) return fail('not-for-stamps');
  if (!(await isSignedContent(subtle, data, signer))) return fail('bad-signature');
  if (info.time < signer.from || info.time > signer.until) return fail('out-of-date');
  const isIssued = (child: Certificate, issuer: Certificate): Promise<boolean> =>
    isIssuedBy(subtle, child, issuer, info.time);
  const chain = await findChain(signer, data, isIssued);
  if (authority) {
    const leads = chain.map((each) => isSameCertificate(each, authority) || isIssued(each, authority));
    if (!(await Promise.all(leads)).includes(true)) return fail('other-authority');
  }
  return {
    ok: true,
    answer: writeDer(
      WRITTEN.sequence,
      writeDer(WRITTEN.sequence, writeDer(WRITTEN.integer, Uint8Array.of(0))),
      writeSignedData(data, chain),
    ),
    time: info.time,
    authority: signer.name,
    fingerprint: certificateFingerprint(signer),
    isAuthorityKnown: authority !== undefined,
  };
}

/** Checks an answer of RFC 3161 (`TimeStampResp` in DER). Whether the authority can be trusted, the reader has to know. */
export async function checkTimeStamp(answer: Bytes, question: StampQuestion): Promise<StampResult> {
  if (answer.length > LONGEST_ANSWER) return { ok: false, code: 'unreadable' };
  try {
    return await check(answer, question);
  } catch (error) {
    if (error instanceof UnsupportedError) return { ok: false, code: 'unsupported' };
    if (error instanceof DOMException) throw error;
    // Whatever the bytes did to the reader of ASN.1: they are no answer.
    return { ok: false, code: 'unreadable' };
  }
}
