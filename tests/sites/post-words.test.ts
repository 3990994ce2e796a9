import { describe, expect, it } from 'vitest';
import { isPostName } from '#lib/sites/find-generic.ts';
import { POST_WORDS } from '#lib/sites/post-words.ts';

describe('names of publishing buttons', () => {
  it('are known in at least twelve languages', () => {
    expect(Object.keys(POST_WORDS).length).toBeGreaterThanOrEqual(12);
  });

  it('stand in one of the two lists, and are no patterns', () => {
    for (const [first, anywhere] of Object.values(POST_WORDS)) {
      expect(first.split('|').filter((word) => anywhere.split('|').includes(word))).toEqual([]);
      expect(`${first}|${anywhere}`).toMatch(/^[\p{L}\p{M} |]+$/u);
    }
  });

  it.each(
    Object.entries(POST_WORDS).flatMap(([language, words]) =>
      words
        .join('|')
        .split('|')
        .map((word) => [word, language] as const),
    ),
  )('%s (%s) is one', (word) => {
    expect(isPostName(word)).toBe(true);
    expect(isPostName(word.toUpperCase())).toBe(true);
  });

  it.each([
    'Post',
    'Post all',
    'Post anyway',
    'Post now',
    'Queue',
    'Reblog',
    'Reply',
    'Schedule',
    'Jetzt veröffentlichen',
    'Beitrag veröffentlichen',
    'Tout publier',
    '投稿する',
    'Опубликовать сейчас',
  ])('%s publishes', (name) => {
    expect(isPostName(name)).toBe(true);
  });

  it.each([
    '',
    'Cancel',
    'Preview',
    'Vorschau',
    'Save draft',
    '12 Replies. Reply',
    'Postpone',
    'Unpublished',
    'Sender',
    'Search',
    'Log in',
    'Suchen',
    'Löschen',
    'Send us a long message about anything at all',
    'Repositories',
  ])('%s does not', (name) => {
    expect(isPostName(name)).toBe(false);
  });
});
