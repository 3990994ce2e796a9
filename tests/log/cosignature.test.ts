import { describe, expect, test } from 'vitest';
import { concatBytes, toBase64 } from '#lib/log/bytes.ts';
import { checkCheckpoint, parseCheckpoint, signCheckpoint } from '#lib/log/checkpoint.ts';
import { cosign, findCosignature, formatWitnessKey } from '#lib/log/cosignature.ts';
import { parseNote } from '#lib/log/note.ts';
import { createVerifierKey, parseVerifierKey } from '#lib/log/verifier-key.ts';
import { createEntries, createSampleSigner, headOf, linkEntries, verifySignature } from './sample-log.ts';

const NOW = 1_700_000_000;
const log = await createSampleSigner();
const witness = await createSampleSigner('candor.example/log/witness');
const other = await createSampleSigner('candor.example/log/other');
const checkpoint = await signCheckpoint(headOf(linkEntries(createEntries(5))), log);
const cosigned = await cosign(checkpoint, witness, NOW);

const seenBy = async (text: string, key = witness.key): Promise<number | undefined> => {
  const note = parseNote(text);
  return note && findCosignature(note, key, verifySignature);
};

test('both signatures verify: that of the log and that of the witness', async () => {
  const parsed = parseCheckpoint(cosigned);
  expect(parsed && (await checkCheckpoint(parsed, log.key, verifySignature))).toBe('verified');
  expect(await seenBy(cosigned)).toBe(NOW);
  expect(cosigned.startsWith(checkpoint)).toBe(true);
});

test('two witnesses, and one witness again: each is found, the last time counts', async () => {
  const twice = await cosign(await cosign(cosigned, other, NOW + 5), witness, NOW + 9);
  expect(await seenBy(twice)).toBe(NOW + 9);
  expect(await seenBy(twice, other.key)).toBe(NOW + 5);
});

describe('no cosignature', () => {
  test('of somebody who gave none', async () => {
    expect(await seenBy(checkpoint)).toBeUndefined();
    expect(await seenBy(cosigned, other.key)).toBeUndefined();
    expect(await seenBy(cosigned, log.key)).toBeUndefined();
  });

  test('under another head, or at another time', async () => {
    expect(await seenBy(cosigned.replace('\n5\n', '\n4\n'))).toBeUndefined();
    const [line = ''] = cosigned.split('\n').slice(-2);
    const bytes = Uint8Array.from(atob(line.split(' ')[2] ?? ''), (character) => character.charCodeAt(0));
    for (const at of bytes.keys()) {
      const changed = cosigned.replace(
        line.split(' ')[2] ?? '',
        toBase64(bytes.with(at, (bytes[at] ?? 0) ^ 1)),
      );
      expect(await seenBy(changed), `byte ${at}`).toBeUndefined();
    }
    expect(
      await seenBy(cosigned.replace(line.split(' ')[2] ?? '', toBase64(bytes.slice(0, 20)))),
    ).toBeUndefined();
  });

  test('made of a plain signature: a witness that signs a head of its own says nothing about others', async () => {
    const plain = await witness.sign(new TextEncoder().encode(parseNote(checkpoint)?.text ?? ''));
    const forged = `${checkpoint}— ${witness.key.name} ${toBase64(concatBytes(witness.key.id, plain))}\n`;
    expect(await seenBy(forged)).toBeUndefined();
  });
});

test('the key of a witness is no key of a log', () => {
  expect(formatWitnessKey(witness.key)).toMatch(/^candor\.example\/log\/witness\+[0-9a-f]{8}\+B/u);
  expect(parseVerifierKey(formatWitnessKey(witness.key))).toBeUndefined();
});

test('the example of the specification has the shape we read', async () => {
  const text =
    'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n' +
    '— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n' +
    '— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n';
  const [, second] = parseNote(text)?.signatures ?? [];
  expect(second?.name).toBe('witness.example.com/w1');
  expect(second?.signature).toHaveLength(72);
  const key = createVerifierKey('witness.example.com/w1', 1, new Uint8Array(32));
  expect(await seenBy(text, key)).toBeUndefined();
});
