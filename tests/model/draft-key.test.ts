import { expect, test } from 'vitest';
import { draftKey } from '#lib/model/draft-key.ts';
import { draft } from '../policy/samples.ts';

const post = draft('Hello');

test('another content warning is another post; white space in it is not', () => {
  const warned = draftKey({ ...post, warning: 'Spoilers for all' });
  expect(warned).not.toBe(draftKey(post));
  expect(draftKey({ ...post, warning: 'Spoilers' })).not.toBe(warned);
  expect(draftKey({ ...post, warning: ' Spoilers  for all' })).toBe(warned);
});

test('a content warning is no title, and an empty one is none', () => {
  expect(draftKey({ ...post, warning: 'Spoilers' })).not.toBe(draftKey({ ...post, title: 'Spoilers' }));
  expect(draftKey({ ...post, warning: '' })).toBe(draftKey(post));
});
