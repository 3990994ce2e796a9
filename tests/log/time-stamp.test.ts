import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { concatBytes, isSameBytes, utf8 } from '#lib/log/bytes.ts';
import { parseCertificate } from '#lib/log/certificate.ts';
import { plainHash } from '#lib/log/hash.ts';
import { formatStampQuery, NONCE_SIZE, toNonce } from '#lib/log/stamp-query.ts';
import { checkTimeStamp, LONGEST_ANSWER, type StampCode } from '#lib/log/time-stamp.ts';
import { TimeStampAuthority } from './time-stamp-authority.ts';

const { subtle } = crypto;
const DATA = 'candor.example/log/test\n8\nroot\n';
const digest = plainHash(utf8(DATA));
const nonce = toNonce(crypto.getRandomValues(new Uint8Array(NONCE_SIZE)));
const query = formatStampQuery(digest, nonce);

const authorities: TimeStampAuthority[] = [];
const found = (options?: ConstructorParameters<typeof TimeStampAuthority>[0]): TimeStampAuthority => {
  const authority = new TimeStampAuthority(options);
  authorities.push(authority);
  return authority;
};

let authority: TimeStampAuthority;
let answer: Uint8Array<ArrayBuffer>;

beforeAll(() => {
  authority = found();
  answer = authority.reply(query);
}, 30_000);

afterAll(() => {
  for (const each of authorities) each.close();
});

const check = (bytes = answer, more: { nonce?: typeof nonce; digest?: typeof digest } = {}) =>
  checkTimeStamp(bytes, { digest, nonce, subtle, ...more });
const refused = (code: StampCode) => ({ ok: false, code });

test('the question is one that OpenSSL reads: SHA-256, our number, the certificate wanted', () => {
  authority.write('ours.tsq', query);
  const read = authority.run(['ts', '-query', '-in', 'ours.tsq', '-text']);
  expect(read).toContain('Hash Algorithm: sha256');
  expect(read).toContain('Certificate required: yes');
  expect(read).toContain(`Nonce: 0x${Buffer.from(nonce).toString('hex').toUpperCase()}`);
});

test.each([
  { kind: 'rsa', isSent: 'yes' },
  { kind: 'rsa', isSent: 'no' },
  { kind: 'P-256', isSent: 'yes' },
  { kind: 'P-384', isSent: 'no' },
])(
  'an answer holds, and what is kept of it holds for OpenSSL too: $kind, root sent: $isSent',
  async (options) => {
    const other = found(options);
    const before = Date.now();
    const result = await check(other.reply(query));
    if (!result.ok) throw new Error(result.code);
    expect(result.authority).toBe('CN=Lighthouse Time, O=Lighthouse, C=DE');
    expect(Math.abs(result.time - before)).toBeLessThan(60_000);
    const shown = other.run(['x509', '-in', 'tsa.pem', '-noout', '-fingerprint', '-sha256']);
    expect(shown.replaceAll(':', '').toLowerCase()).toContain(result.fingerprint);
    expect(other.verify(result.answer, DATA)).toContain('Verification: OK');
    expect(() => other.verify(result.answer, `${DATA}x`)).toThrow();
    // Taken again, it stays as it is.
    expect(await check(result.answer)).toEqual(result);
  },
  30_000,
);

test('an answer for something else, or to another question', async () => {
  expect(await check(answer, { digest: plainHash(utf8('else')) })).toEqual(refused('other-imprint'));
  expect(await check(answer, { nonce: toNonce(nonce.map((byte) => byte ^ 1)) })).toEqual(
    refused('other-nonce'),
  );
  const unnumbered = authority.write('data', DATA);
  authority.run(['ts', '-query', '-data', unnumbered, '-sha256', '-no_nonce', '-cert', '-out', 'plain.tsq']);
  expect(await check(authority.reply(authority.read('plain.tsq')))).toEqual(refused('other-nonce'));
  authority.run(['ts', '-query', '-data', unnumbered, '-sha512', '-cert', '-out', 'long.tsq']);
  expect(await check(authority.reply(authority.read('long.tsq')))).toEqual(refused('other-imprint'));
});

test('an authority that says no, or leaves its certificate out', async () => {
  authority.run(['ts', '-query', '-data', authority.write('data', DATA), '-md5', '-out', 'weak.tsq']);
  expect(await check(authority.reply(authority.read('weak.tsq')))).toEqual(refused('not-granted'));
  authority.run(['ts', '-query', '-data', 'data', '-sha256', '-no_nonce', '-out', 'bare.tsq']);
  const bare = await checkTimeStamp(authority.reply(authority.read('bare.tsq')), { digest, subtle });
  expect(bare).toEqual(refused('no-certificate'));
});

test('a stamp signed anew holds as well as its certificate: purpose and dates', async () => {
  const take = (options: ConstructorParameters<typeof TimeStampAuthority>[0]) =>
    check(found({ ...options, kind: 'P-256' }).signAnew(authority.reply(query)));
  expect(await take({})).toMatchObject({ ok: true });
  for (const purpose of ['', 'timeStamping', 'critical,timeStamping,codeSigning', 'critical,codeSigning'])
    expect(await take({ purpose }), purpose).toEqual(refused('not-for-stamps'));
  expect(await take({ days: -1 })).toEqual(refused('out-of-date'));
}, 30_000);

test('a byte that is changed: in an answer it changes nothing that is said; in what is kept it is refused', async () => {
  const genuine = await check();
  if (!genuine.ok) throw new Error(genuine.code);
  const kept = genuine.answer;
  for (let at = 0; at < answer.length; at += 3) {
    const changed = answer.slice();
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    const result = await check(changed);
    // Nobody signs all of an answer; what it says is signed.
    if (result.ok) expect({ ...result, answer: kept }, `byte ${at}`).toEqual(genuine);
  }
  for (let at = 0; at < kept.length; at += 1) {
    const changed = kept.slice();
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    const result = await check(changed);
    expect(result.ok && isSameBytes(result.answer, changed), `byte ${at}`).toBe(false);
  }
}, 60_000);

describe('with the certificate of an authority', () => {
  const withAuthority = async (file: string) => {
    const trusted = parseCertificate(authority.read(file));
    if (!trusted) throw new Error(`no certificate in ${file}`);
    return checkTimeStamp(answer, { digest, subtle, authority: trusted });
  };

  test('its own, or the root above it', async () => {
    for (const file of ['tsa.pem', 'root.pem'])
      expect(await withAuthority(file)).toMatchObject({ ok: true, isAuthorityKnown: true });
    authority.run(['x509', '-in', 'root.pem', '-outform', 'DER', '-out', 'root.der']);
    expect(await withAuthority('root.der')).toMatchObject({ ok: true });
  });

  test('another root, even one of the same name', async () => {
    const trusted = parseCertificate(found().read('root.pem'));
    if (!trusted) throw new Error('no certificate');
    expect(await checkTimeStamp(answer, { digest, subtle, authority: trusted })).toEqual(
      refused('other-authority'),
    );
    expect(parseCertificate(utf8('no certificate'))).toBeUndefined();
  }, 30_000);
});

test('garbage is unreadable', async () => {
  const cases = [
    new Uint8Array(0),
    utf8('<!doctype html><title>Time</title>'),
    answer.slice(0, -1),
    concatBytes(answer, Uint8Array.of(0)),
    concatBytes(answer, answer),
    new Uint8Array(LONGEST_ANSWER + 1).fill(0x30),
    crypto.getRandomValues(new Uint8Array(3000)),
    // Values in values, as deep as they go.
    Uint8Array.from({ length: 60_000 }, (_, at) => (at % 2 === 0 ? 0x30 : 0x80)),
  ];
  for (const bytes of cases) expect(await check(bytes)).toEqual(refused('unreadable'));
});
