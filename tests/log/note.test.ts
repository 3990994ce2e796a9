import { describe, expect, test } from 'vitest';
import { parseBase64, toBase64, toHex, utf8 } from '#lib/log/bytes.ts';
import { checkCheckpoint, parseCheckpoint, signCheckpoint } from '#lib/log/checkpoint.ts';
import { decodeEcdsa, encodeEcdsa } from '#lib/log/ecdsa-der.ts';
import { EMPTY_ROOT } from '#lib/log/hash.ts';
import { checkNote, parseNote, signNote } from '#lib/log/note.ts';
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '#lib/log/verifier-key.ts';
import { createSigner, generateKey, verifierKeyOf } from '#lib/log/web-crypto.ts';
import { createSampleSigner, verifySignature } from './sample-log.ts';

const requireKey = (text: string): VerifierKey => {
  const key = parseVerifierKey(text);
  if (!key) throw new Error(`no key: ${text}`);
  return key;
};

// Published with the Go implementation of signed notes.
const NEUMANN = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
/** The type, then the seed. */
const NEUMANN_SECRET = 'AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const NEUMANN_TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const NEUMANN_NOTE = `${NEUMANN_TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

// Published by two logs that sign with P-256, with the tests of the Go library that reads them.
const REKOR =
  'rekor.sigstore.dev+c0d23d6a+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNhtmPtrWm3U1eQXBogSMdGvXwBcK5AW5i0hrZLOC96l+smGNM7nwZ4QvFK/4sueRoVj//QP22Ni4Qt9DPfkWLc=';
const REKOR_NOTE =
  'Rekor\n798034\nf+7CoKgXKE/tNys9TTXcr/ad6U/K3xvznmzew9y6SP0=\n\n— rekor.sigstore.dev wNI9ajBEAiARInWIWyCdyG27CO6LPnPekyw20qO0YJfoaPaowGp/XgIgc+qEHS3+GKVClgqq20uDLet7MCoTURUCRdxwWBHHufk=\n';
const PIXEL =
  'pixel6_transparency_log+91c16e30+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABN+4x0Jk1yTwvLFI9A4NDdGZcX0aiWVdWM5XJVy0M4VWD3AvyW5Q6Hs9A0mcDkpUoYgn+KKPNzFC0H3nN3q6JQ8=';
const PIXEL_NOTE =
  'DEFAULT\n10\nbsWRucJU5xJPHb5eBdOm6+DM+VelCZBuvtI3sHERJ9Y=\n\n— pixel6_transparency_log kcFuMDBFAiEAhqMAP8P6qf6QxtUJhzMhbN+MbZ9dwfUHzGQJmffJHtoCIGD0cNe47dHWBoPwYdgBCepB06/+g5O1FmYjXl06owL4\n';

const check = async (note: string, key: string): Promise<string> => {
  const parsed = parseNote(note);
  return parsed ? checkNote(parsed, requireKey(key), verifySignature) : 'unparsable';
};

describe('notes that others published', () => {
  test.each([
    ['Ed25519', NEUMANN_NOTE, NEUMANN],
    ['P-256, a log of signatures', REKOR_NOTE, REKOR],
    ['P-256, a log of images', PIXEL_NOTE, PIXEL],
  ])('%s', async (_, note, key) => {
    expect(await check(note, key)).toBe('verified');
    expect(await check(note.replace(/e/u, 'E'), key)).toBe('bad-signature');
    expect(formatVerifierKey(requireKey(key))).toBe(key);
  });

  test('a note of another key is foreign', async () => {
    expect(await check(PIXEL_NOTE, REKOR)).toBe('foreign-key');
  });

  test('Ed25519 gives the published signature byte for byte', async () => {
    const seed = parseBase64(NEUMANN_SECRET)?.slice(1);
    const prefix = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20);
    const pkcs8 = Uint8Array.from([...prefix, ...(seed ?? [])]);
    const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
    const { name, type, publicKey } = requireKey(NEUMANN);
    const signer = createSigner(crypto.subtle, { name, type, publicKey, privateKey });
    expect(await signNote(NEUMANN_TEXT, signer)).toBe(NEUMANN_NOTE);
  });
});

test('of a published key no mangled form is accepted', () => {
  for (let start = 0; start <= NEUMANN.length; start += 1) {
    for (let end = start + 1; end <= NEUMANN.length; end += 1) {
      if (start === 0 && end === NEUMANN.length) continue;
      expect(parseVerifierKey(NEUMANN.slice(start, end))).toBeUndefined();
    }
  }
  expect(parseVerifierKey(NEUMANN.replace('+c7', '+C7'))).toBeUndefined();
  expect(parseVerifierKey(NEUMANN.replace('Peter', 'Pe ter'))).toBeUndefined();
});

test.each([
  ['no blank line', NEUMANN_NOTE.replace('\n\n', '\n')],
  ['no line feed at the end', NEUMANN_NOTE.slice(0, -1)],
  ['a hyphen for the dash', NEUMANN_NOTE.replace('—', '-')],
  ['a control character', NEUMANN_NOTE.replace('think', 'th\tnk')],
  ['a carriage return', NEUMANN_NOTE.replaceAll('\n', '\r\n')],
  ['no base64', NEUMANN_NOTE.replace('x08go', 'x08_o')],
  ['too short a signature', `${NEUMANN_TEXT}\n— PeterNeumann AAAA\n`],
  ['nothing', ''],
])('not a note: %s', (_, note) => {
  expect(parseNote(note)).toBeUndefined();
});

test('signatures of witnesses are passed over; a bad one of our own key is not', async () => {
  const signer = await createSampleSigner();
  const witness = await createSampleSigner('witness.example');
  const text = 'a\n';
  const own = await signNote(text, signer);
  const other = (await signNote(text, witness)).slice(text.length + 1);
  const key = formatVerifierKey(signer.key);
  expect(await check(`${own}${other}`, key)).toBe('verified');
  expect(await check(`${text}\n${other}`, key)).toBe('foreign-key');
  const bad = `— ${signer.key.name} ${toBase64(Uint8Array.from([...signer.key.id, ...new Uint8Array(64)]))}\n`;
  expect(await check(`${own}${bad}`, key)).toBe('bad-signature');
});

test('where Ed25519 is missing the key is P-256, and its checkpoints verify', async () => {
  const subtle = new Proxy(crypto.subtle, {
    get: (target, name) =>
      name === 'generateKey'
        ? (algorithm: { name: string }, ...rest: [boolean, KeyUsage[]]) => {
            if (algorithm.name === 'Ed25519') throw new DOMException('no', 'NotSupportedError');
            return target.generateKey(algorithm as EcKeyGenParams, ...rest);
          }
        : Reflect.get(target, name).bind(target),
  });
  const record = await generateKey(subtle, 'candor.example/log/p256');
  expect(record.type).toBe(2);
  expect(record.privateKey.extractable).toBe(false);
  const key = verifierKeyOf(record);
  expect(toHex(key.id)).toBe(
    toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', key.publicKey)).slice(0, 4)),
  );
  // Signatures differ each time and with them the length of their ASN.1 form.
  for (let size = 0; size < 40; size += 1) {
    const text = await signCheckpoint({ size, root: EMPTY_ROOT }, createSigner(crypto.subtle, record));
    const checkpoint = parseCheckpoint(text);
    expect(checkpoint?.size).toBe(size);
    expect(checkpoint && (await checkCheckpoint(checkpoint, key, verifySignature))).toBe('verified');
  }
});

test('the ASN.1 form of a signature is read in one way only', () => {
  const fixed = new Uint8Array(64).fill(0x80, 31, 33);
  const der = encodeEcdsa(fixed);
  expect(decodeEcdsa(der)).toEqual(fixed);
  expect(decodeEcdsa(der.slice(0, -1))).toBeUndefined();
  expect(decodeEcdsa(Uint8Array.from([...der, 0]))).toBeUndefined();
  expect(decodeEcdsa(Uint8Array.of(0x30, 7, 2, 2, 0, 1, 2, 1, 1))).toBeUndefined();
  expect(decodeEcdsa(new Uint8Array(0))).toBeUndefined();
});

test('key bytes that are no key make a bad signature, not an exception', async () => {
  const key = { ...requireKey(REKOR), publicKey: utf8('no key at all') };
  expect(await verifySignature(key, utf8('a\n'), new Uint8Array(64))).toBe(false);
});

test.each([
  ['too few lines', 'a\n1\n'],
  ['a size with a leading zero', `a\n01\n${toBase64(EMPTY_ROOT)}\n`],
  ['a negative size', `a\n-1\n${toBase64(EMPTY_ROOT)}\n`],
  ['a size that cannot be held', `a\n99999999999999999\n${toBase64(EMPTY_ROOT)}\n`],
  ['a short root', 'a\n1\nAAAA\n'],
])('not a checkpoint: %s', async (_, text) => {
  expect(parseCheckpoint(await signNote(text, await createSampleSigner()))).toBeUndefined();
});

test('the example of the checkpoint format is read', () => {
  const checkpoint = parseCheckpoint(
    'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n',
  );
  expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20852163 });
});
