import { array, assert as assertProperty, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '#lib/model/changes.ts';
import { compareTexts } from '#lib/provenance/compare-texts.ts';

const ANSWER =
  'Give a rescue dog two quiet weeks before you ask anything of it. Keep the walks short and always the same, and let it come to you rather than the other way round.';

const changesOf = (generated: string, ...stretches: string[]): readonly Change[] => {
  const found = compareTexts(generated, stretches);
  if (found.is !== 'known') throw new Error(found.is);
  return found.changes;
};

const MARKS = { same: '', removed: '-', added: '+', apart: '…' } as const;

/** What was removed and added as "-old", "+new", all else left out. */
const editsOf = (generated: string, ...stretches: string[]): string[] =>
  changesOf(generated, ...stretches)
    .filter(({ is }) => is !== 'same')
    .map(({ is, words }) => `${MARKS[is]}${words.join('').trim()}`);

describe('the difference', () => {
  it('of a text that was not touched is none', () =>
    expect(changesOf(ANSWER, ANSWER).map(({ is }) => is)).toEqual(['same']));

  it('is each word that was exchanged, at the edges as in the middle', () => {
    const edited = ANSWER.replace('Give', 'Offer').replace('short', 'brief').replace('round.', 'about.');
    expect(editsOf(ANSWER, edited)).toEqual(['-Give', '+Offer', '-short', '+brief', '-round', '+about']);
  });

  it('is what was left out and what was put in', () =>
    expect(editsOf(ANSWER, `Trust me: ${ANSWER.replace(' and always the same,', '')}`)).toEqual([
      '+Trust me:',
      '-always the same, and',
    ]));

  it('does not count white space', () =>
    expect(editsOf(ANSWER, ANSWER.replace('. Keep', '.\n\n Keep'))).toEqual([]));

  it('counts quotes, capitals and what cannot be seen', () =>
    expect(editsOf(`He said "no" to the dog.`, `He said “no” to the Dog\u200B.`)).toEqual([
      '-"',
      '+“',
      '-"',
      '+”',
      '-dog',
      '+Dog\u200B',
    ]));

  it('of a sentence that was moved is that it went and came', () => {
    const [first = '', second = ''] = ANSWER.split(/(?<=it\.) /u);
    const edits = editsOf(ANSWER, `${second} ${first}`);
    expect(edits).toHaveLength(2);
    expect(edits.map((edit) => edit.slice(1))).toEqual([first, first]);
  });

  it.each([
    ['Chinese', '请给救助的狗两周安静的时间，然后再要求它做任何事情。', '两周', '三周'],
    ['Japanese', '保護犬には、何かを求める前に静かな二週間を与えてください。', '静か', '穏やか'],
    ['Thai', 'ให้เวลาสุนัขที่รับเลี้ยงสองสัปดาห์ก่อนที่จะขออะไรจากมัน', 'สัปดาห์', 'เดือน'],
    ['Arabic', 'امنح كلب الإنقاذ أسبوعين هادئين قبل أن تطلب منه أي شيء', 'هادئين', 'كاملين'],
  ])('is words of a script like %s', (_, text, from, to) => {
    const changes = changesOf(text, text.replace(from, to));
    const changed = changes.filter(({ is }) => is !== 'same').flatMap(({ words }) => words);
    expect(changed.join('').length).toBeLessThan(text.length / 2);
    expect(changed.join('')).toContain(to.slice(0, 1));
  });

  it('shows no confetti where a sentence was written anew', () => {
    const anew = 'The people at the shelter told us to do it in the evening and not in the morning.';
    const edits = editsOf(
      `${ANSWER} Feed it in the kitchen, away from the others and the door.`,
      `${ANSWER} ${anew}`,
    );
    expect(edits).toEqual([
      '-Feed it in the kitchen, away from the others and',
      '+The people at the shelter told us to do it in the evening and not in',
      '-door',
      '+morning',
    ]);
  });
});

describe('a draft that has only a part of a long answer', () => {
  const sentences = Array.from(
    { length: 400 },
    (_, at) => `Sentence number ${at} of the long answer says a thing or two about the dog and the walk.`,
  );
  const long = sentences.join(' ');

  it('has the rest removed in one piece before and one behind', () => {
    const part = sentences.slice(200, 203).join(' ').replace('a thing or two', 'nothing');
    const changes = changesOf(long, part);
    expect(changes.map(({ is }) => is)).toEqual(['removed', 'same', 'removed', 'added', 'same', 'removed']);
  });

  it('and has it in two places, says so between them', () =>
    expect(changesOf(long, sentences[10] ?? '', sentences[300] ?? '').map(({ is }) => is)).toEqual([
      'removed',
      'same',
      'removed',
      'apart',
      'same',
      'removed',
    ]));
});

describe('bounds', () => {
  it('are said, not waited for', () => {
    expect(compareTexts('word '.repeat(100_000), ['word'])).toEqual({ is: 'too-much' });
    expect(compareTexts('word', ['word '.repeat(100_000)])).toEqual({ is: 'too-much' });
  });

  it('make one change of long texts that have nothing in common but words', () => {
    const words = (step: number): string =>
      Array.from({ length: 5000 }, (_, at) => `w${((at + 1) * step) % 5003}`).join(' ');
    expect(changesOf(words(7), words(11)).map(({ is }) => is)).toEqual(['removed', 'added']);
  });

  it('are not met by an article of 100,000 characters with a hundred edits', () => {
    const words = Array.from({ length: 18_000 }, (_, at) => `w${(at * 7919) % 5003}`);
    const edited = words.map((word, at) => (at % 180 === 90 ? 'other' : word));
    const edits = editsOf(words.join(' '), edited.join(' '));
    expect(edits.filter((edit) => edit === '+other')).toHaveLength(100);
  });
});

it('gives both texts back, whatever they are', () => {
  const text = array(constantFrom('the', 'dog', 'walk', 'a', ',', '.', 'quiet', '狗', 'weeks'), {
    maxLength: 40,
  }).map((words) => words.join(' '));
  const bare = (words: string): string => words.replace(/\s/gu, '');
  assertProperty(
    property(text, text, (before, after) => {
      const changes = changesOf(before, after);
      const side = (left: Change['is']): string =>
        bare(changes.flatMap(({ is, words }) => (is === left ? [] : words)).join(''));
      expect(side('added')).toBe(bare(before));
      expect(side('removed')).toBe(bare(after));
      for (const { words } of changes) expect(words.length).toBeGreaterThan(0);
    }),
  );
});
