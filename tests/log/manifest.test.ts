import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { findDamage, SectionDigest, SectionHasher } from '#lib/log/manifest.ts';

const LINES = Array.from({ length: 1 + 65_536 + 65_536 + 7 }, (_, at) => `line ${at} — größer`);

const hashed = (lines: readonly string[]) => {
  const hasher = new SectionHasher();
  for (const line of lines) hasher.add(line);
  return hasher.finish();
};

test('the first line, then each 65,536, and what is left: what is written is what is read', async () => {
  const digest = new SectionDigest(crypto.subtle);
  await digest.add(LINES.slice(0, 1000));
  await digest.add(LINES.slice(1000));
  const sections = await digest.finish();
  expect(sections.map(({ lines }) => lines)).toEqual([1, 65_536, 65_536, 7]);
  expect(hashed(LINES)).toEqual(sections);
  const second = `${LINES.slice(1, 65_537).join('\n')}\n`;
  expect(sections[1]?.sha256).toBe(createHash('sha256').update(second).digest('hex'));
});

test('damage is found in its section', () => {
  const sections = hashed(LINES);
  expect(findDamage(hashed(LINES), sections)).toBeUndefined();
  for (const [at, line] of [
    [0, 1],
    [1, 2],
    [65_536, 2],
    [65_537, 65_538],
    [LINES.length - 1, 131_074],
  ] as const)
    expect(findDamage(hashed(LINES.with(at, 'damaged')), sections), `line ${at}`).toBe(line);
  expect(findDamage(hashed(LINES.slice(0, -1)), sections)).toBe(131_074);
  expect(findDamage(hashed([...LINES, 'one more']), sections)).toBe(131_074);
});

test('a section that ends where the file ends is not followed by an empty one', async () => {
  const digest = new SectionDigest(crypto.subtle);
  await digest.add(LINES.slice(0, 65_537));
  expect(await digest.finish()).toHaveLength(2);
  expect(hashed(LINES.slice(0, 65_537))).toHaveLength(2);
});
