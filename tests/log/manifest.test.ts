import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { findDamage, SectionDigest } from '#lib/log/manifest.ts';
import { createDigest } from '#lib/log/web-crypto.ts';
import { joinLines } from '#lib/log/whole-lines.ts';

const SIZE = 8192;
const LINES = Array.from({ length: 1 + 2 * SIZE + 7 }, (_, at) => `line ${at} — größer`);

const hashed = async (lines: readonly string[]) => {
  const sections = new SectionDigest();
  await sections.add(joinLines(lines));
  return sections.finish();
};

test('the first line, then each 8,192, and what is left: what is written is what is read', async () => {
  const digest = new SectionDigest(createDigest(crypto.subtle));
  await digest.add(joinLines(LINES.slice(0, 1000)));
  await digest.add(joinLines(LINES.slice(1000)));
  const sections = await digest.finish();
  expect(sections.map(({ lines }) => lines)).toEqual([1, SIZE, SIZE, 7]);
  expect(await hashed(LINES)).toEqual(sections);
  const second = `${LINES.slice(1, 1 + SIZE).join('\n')}\n`;
  expect(sections[1]?.sha256).toBe(createHash('sha256').update(second).digest('hex'));
});

test('damage is found in its section', async () => {
  const sections = await hashed(LINES);
  expect(findDamage(await hashed(LINES), sections)).toBeUndefined();
  for (const [at, line] of [
    [0, 1],
    [1, 2],
    [SIZE, 2],
    [SIZE + 1, SIZE + 2],
    [LINES.length - 1, 2 * SIZE + 2],
  ] as const)
    expect(findDamage(await hashed(LINES.with(at, 'damaged')), sections), `line ${at}`).toBe(line);
  expect(findDamage(await hashed(LINES.slice(0, -1)), sections)).toBe(2 * SIZE + 2);
  expect(findDamage(await hashed([...LINES, 'one more']), sections)).toBe(2 * SIZE + 2);
});

test('a section that ends where the file ends is not followed by an empty one', async () => {
  const digest = new SectionDigest();
  await digest.add(joinLines(LINES.slice(0, 1 + SIZE)));
  expect(await digest.finish()).toHaveLength(2);
});
