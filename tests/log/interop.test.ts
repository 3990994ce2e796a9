import { createPublicKey, type KeyObject } from 'node:crypto';
import { verifyCheckpoint } from '@sigstore/verify/dist/tlog/checkpoint.js';
import { verifyMerkleInclusion } from '@sigstore/verify/dist/tlog/merkle.js';
import { describe, expect, test } from 'vitest';
import { toBase64, utf8 } from '#lib/log/bytes.ts';
import { EMPTY_ROOT } from '#lib/log/hash.ts';
import { parseProofFile } from '#lib/log/proof-file.ts';
import { parseVerifierKey } from '#lib/log/verifier-key.ts';
import { createSigner } from '#lib/log/web-crypto.ts';
import { held, openTestLog } from './test-log.ts';

/**
 * What a stranger's program says about our files: `@sigstore/verify`, which npm itself uses for the provenance of
 * packages, reads C2SP signed notes and RFC 6962 proofs with code of its own, on Node's cryptography. The published
 * vectors of both formats run in note.test.ts and tree.test.ts.
 */

const POSTS = 300;

/** An Ed25519 or P-256 key of ours as Node's cryptography has it. */
const asKeyObject = (publicKey: Uint8Array, type: number): KeyObject =>
  type === 1
    ? createPublicKey({
        key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') },
        format: 'jwk',
      })
    : createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });

async function makeLog() {
  const log = await openTestLog();
  for (let post = 0; post < POSTS; post += 1) await log.append(held(post), [], { keepText: false });
  const key = parseVerifierKey((await log.identity()).key);
  if (!key) throw new Error('the log has no key');
  const tlog = {
    logID: Buffer.from(key.id),
    publicKey: asKeyObject(key.publicKey, key.type),
    baseURL: key.name,
    validFor: { start: new Date(0), end: new Date(8e15) },
  };
  return { log, tlog };
}

/** The receipt as the other program wants it: the proof, the checkpoint, and the record that is proved. */
function asEntry(receipt: string, record: string) {
  const file = parseProofFile(receipt);
  if (!file) throw new Error('no proof file');
  const envelope = receipt.slice(receipt.indexOf('\n\n') + 2);
  return {
    canonicalizedBody: Buffer.from(utf8(record)),
    inclusionProof: {
      logIndex: String(file.index),
      treeSize: String(file.checkpoint.size),
      rootHash: Buffer.from(file.checkpoint.root),
      hashes: file.proof.map((hash) => Buffer.from(hash)),
      checkpoint: { envelope },
    },
  } as unknown as Parameters<typeof verifyCheckpoint>[0] & Parameters<typeof verifyMerkleInclusion>[0];
}

/** The record of a receipt: the second line of its extra data. */
const recordOf = (receipt: string): string =>
  new TextDecoder().decode(parseProofFile(receipt)?.extra).split('\n')[1] ?? '';

describe('an independent implementation of C2SP signed notes and RFC 6962', async () => {
  const { log, tlog } = await makeLog();
  const verify = (receipt: string, record = recordOf(receipt)): void => {
    const entry = asEntry(receipt, record);
    verifyMerkleInclusion(entry, verifyCheckpoint(entry, [tlog]));
  };

  test.each([0, 1, 128, 255, 256, 299, POSTS])('verifies the receipt of entry %i', async (index) => {
    verify(await log.receipt(index, { withText: true, withName: true }));
  });

  test('refuses another record, another root, another path, another signature, as we do', async () => {
    const receipt = await log.receipt(128, { withText: false, withName: true });
    expect(() => verify(receipt, recordOf(receipt).replace('"x"', '"y"'))).toThrow(/root hash/u);
    expect(() => verify(receipt.replace(`\n${POSTS + 1}\n`, `\n${POSTS}\n`))).toThrow(/signature/u);
    const lines = receipt.split('\n');
    const swapped = lines.with(3, lines[4] ?? '').with(4, lines[3] ?? '');
    expect(() => verify(swapped.join('\n'))).toThrow(/root hash/u);
    const other = (await makeLog()).tlog;
    expect(() => verifyCheckpoint(asEntry(receipt, ''), [other])).toThrow(/signature/u);
  });

  test('verifies the checkpoint of a log whose browser has no Ed25519', async () => {
    const { publicKey, privateKey } = await crypto.subtle.generateKey(
      { name: 'ECDSA', namedCurve: 'P-256' },
      false,
      ['sign', 'verify'],
    );
    const spki = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey));
    const name = 'candor.example/log/p256';
    const signer = createSigner(crypto.subtle, { name, type: 2, publicKey: spki, privateKey });
    const text = utf8(`${name}\n1\n${toBase64(EMPTY_ROOT)}\n`);
    const signature = toBase64(Uint8Array.from([...signer.key.id, ...(await signer.sign(text))]));
    const envelope = `${new TextDecoder().decode(text)}\n— ${name} ${signature}\n`;
    const entry = { inclusionProof: { checkpoint: { envelope } } } as Parameters<typeof verifyCheckpoint>[0];
    const ours = {
      ...tlog,
      logID: Buffer.from(signer.key.id),
      baseURL: name,
      publicKey: asKeyObject(spki, 2),
    };
    expect(Number(verifyCheckpoint(entry, [ours]).logSize)).toBe(1);
  });
});
