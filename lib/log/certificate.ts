import { type Bytes, isSameBytes, parseBase64, toHex } from './bytes.ts';
import { Der, DerError, TAGS, WRITTEN, writeDer } from './der.ts';
import { plainHash } from './hash.ts';

/** What is asked of an X.509 certificate, taken apart but not yet believed. */
export interface Certificate {
  readonly bytes: Bytes;
  /** What the issuer signed. */
  readonly signed: Bytes;
  /** Number and names in DER. */
  readonly serial: Bytes;
  readonly issuer: Bytes;
  readonly subject: Bytes;
  /** Subject for people: `CN=..., O=...`. */
  readonly name: string;
  /** Milliseconds since 1970, both included. */
  readonly from: number;
  readonly until: number;
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Der;
  readonly keyId: Bytes | undefined;
  readonly isIssuer: boolean;
  /** RFC 3161: made for time stamps, critically, and for nothing else. */
  readonly isForStamps: boolean;
  /** As the signed part names it. */
  readonly algorithm: Der;
  readonly signature: Bytes;
}

const EXTENSIONS = { keyId: '2.5.29.14', constraints: '2.5.29.19', purposes: '2.5.29.37' } as const;
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const NAMES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
};
const LONGEST_NAME = 300;

/** The most telling part first, as people read names. What cannot be seen, or turns writing round, is made visible. */
const readName = (name: Der): string =>
  name.parts
    .flatMap(({ parts }) => parts)
    .map((each) => `${NAMES[each.part(0).oid] ?? each.part(0).oid}=${each.part(1).text}`)
    .reverse()
    .join(', ')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD')
    .slice(0, LONGEST_NAME);

interface Extension {
  readonly isCritical: boolean;
  readonly value: Der;
}

function readExtension(list: Der | undefined, oid: string): Extension | undefined {
  const found = list?.parts.filter((each) => each.part(0).oid === oid) ?? [];
  const [extension] = found;
  if (!extension) return undefined;
  const value = extension.parts.at(-1);
  if (found.length > 1 || !value) throw new DerError('an extension that is there twice');
  const critical = extension.part(1);
  return {
    isCritical: critical.is(TAGS.boolean) && critical.content[0] === 0xff,
    value: Der.read(value.octets),
  };
}

const isTrue = (value: Der | undefined): boolean =>
  value?.is(TAGS.boolean) === true && value.content[0] === 0xff;

/** Throws a DerError where the bytes are no certificate. */
export function readCertificate(whole: Der): Certificate {
  const signed = whole.part(0);
  const fields = signed.parts.filter((each, at) => at > 0 || !each.isContext(0));
  const [serial, algorithm, issuer, validity, subject, publicKey] = fields;
  if (!serial || !algorithm || !issuer || !validity || !subject || !publicKey)
    throw new DerError('no certificate');
  const extensions = signed.findContext(3)?.part(0);
  const purposes = readExtension(extensions, EXTENSIONS.purposes);
  const bits = whole.part(2);
  if (!bits.is(TAGS.bitString)) throw new DerError('no signature');
  const signature = bits.content;
  return {
    // Written anew: of what lies around the signed part, nothing is left open.
    bytes: writeDer(
      WRITTEN.sequence,
      signed.bytes,
      algorithm.bytes,
      writeDer(WRITTEN.bitString, Uint8Array.of(0), signature),
    ),
    signed: signed.bytes,
    serial: serial.bytes,
    issuer: issuer.bytes,
    subject: subject.bytes,
    name: readName(subject),
    from: validity.part(0).time,
    until: validity.part(1).time,
    publicKey,
    keyId: readExtension(extensions, EXTENSIONS.keyId)?.value.octets,
    isIssuer: isTrue(readExtension(extensions, EXTENSIONS.constraints)?.value.parts[0]),
    isForStamps:
      purposes?.isCritical === true &&
      purposes.value.parts.length === 1 &&
      purposes.value.part(0).oid === TIME_STAMPING,
    algorithm,
    signature,
  };
}

/** SHA-256 of the certificate, hex, as browsers and OpenSSL show it. */
export const certificateFingerprint = ({ bytes }: Certificate): string => toHex(plainHash(bytes));

/** A certificate in a file, DER or PEM. Nothing where it is none. */
export function parseCertificate(file: Bytes): Certificate | undefined {
  const text = new TextDecoder('latin1').decode(file);
  const [, body] =
    /-----BEGIN CERTIFICATE-----([\sA-Za-z0-9+/=]+)-----END CERTIFICATE-----/u.exec(text) ?? [];
  const bytes = body === undefined ? file : parseBase64(body.replace(/\s/gu, ''));
  try {
    return bytes && readCertificate(Der.read(bytes));
  } catch {
    return undefined;
  }
}

export const isSameCertificate = (a: Certificate, b: Certificate): boolean => isSameBytes(a.bytes, b.bytes);
