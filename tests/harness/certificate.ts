import { createSign, generateKeyPairSync } from 'node:crypto';

/** A self-signed TLS server certificate, made for one run. The browsers are told to accept any certificate. */
export interface Certificate {
  /** PEM, PKCS#8. */
  key: string;
  /** PEM, X.509 v3. */
  cert: string;
}

const OID = {
  commonName: [0x55, 0x04, 0x03],
  subjectAltName: [0x55, 0x1d, 0x11],
  ecdsaWithSha256: [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02],
};

/** One DER element: tag, length, content. */
function der(tag: number, ...content: (Buffer | number[])[]): Buffer {
  const body = Buffer.concat(content.map((part) => Buffer.from(part)));
  const length =
    body.length < 0x80
      ? [body.length]
      : body.length < 0x100
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

const sequence = (...content: (Buffer | number[])[]) => der(0x30, ...content);
const oid = (bytes: number[]) => der(0x06, bytes);

function utcTime(date: Date): Buffer {
  const digits = date.toISOString().replace(/\D/g, '').slice(2, 14);
  return der(0x17, Buffer.from(`${digits}Z`));
}

/**
 * Written by hand as DER (RFC 5280) so that no machine needs openssl.
 * @param host the name in the subject and in the alternative names
 */
export function makeCertificate(host: string): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const day = 24 * 60 * 60 * 1000;
  const now = Date.now();
  const algorithm = sequence(oid(OID.ecdsaWithSha256));
  const name = sequence(der(0x31, sequence(oid(OID.commonName), der(0x0c, Buffer.from(host)))));
  const alternativeNames = sequence(der(0x82, Buffer.from(host)));
  const facts = sequence(
    der(0xa0, der(0x02, [2])),
    der(0x02, [1]),
    algorithm,
    name,
    sequence(utcTime(new Date(now - day)), utcTime(new Date(now + 30 * day))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(oid(OID.subjectAltName), der(0x04, alternativeNames)))),
  );
  const signature = createSign('sha256').update(facts).sign(privateKey);
  const bytes = sequence(facts, algorithm, der(0x03, [0], signature)).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${bytes.match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}
