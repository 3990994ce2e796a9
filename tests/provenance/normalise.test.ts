import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '#lib/provenance/normalise.ts';

const textOf = (text: string): string => String.fromCharCode(...normalise(text).units);

/** What makes up texts as people and tools write them, and what is there to disturb. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        'word ',
        'STRASSE',
        'ß',
        '한국',
        'が',
        'か\u3099',
        'น้ำ',
        '\u200B',
        '👩‍💻',
        '](',
        '```js\n',
        '\n',
        '12. ',
        '[3]',
        'https://',
        '> ',
        '**',
        '\uD800',
        '\uDC00',
        '𝐀',
        '𠀀',
      ),
      { maxLength: 60 },
    )
    .map((pieces) => pieces.join('')),
);

describe('the same text in other clothes', () => {
  const same: readonly (readonly [what: string, a: string, b: string])[] = [
    ['case', 'The Quick Fox', 'THE qUICK fOX'],
    ['ß and its capitals', 'Straße STRAẞE', 'STRASSE strasse'],
    ['accents', 'naïve café', 'naive cafe'],
    [
      'composed and decomposed letters',
      'für 한국 が',
      'fu\u0308r \u1112\u1161\u11ab\u1100\u116e\u11a8 か\u3099',
    ],
    ['white space of every kind', 'a b\nc', 'a\u00A0\u2003b\t\r\n\u2028c'],
    ['quotes', `don't "say" so`, 'don’t „say“ so'],
    ['dashes', 'one - two', 'one — two'],
    ['full width', 'ＡＢＣ１２３', 'abc123'],
    ['ornamental letters', '𝓗𝓮𝓵𝓵𝓸', 'hello'],
    ['look-alike letters', 'расе сοffее', 'pace coffee'],
    ['zero-width characters', 'he\u200Bl\u00ADl\u2060o\uFEFF', 'hello'],
    ['a filler that counts as a letter', 'he\u3164llo', 'hello'],
    ['emoji', 'go 🚀 on 👩‍💻 1️⃣ 🇩🇪', 'go on'],
    ['emphasis', '**bold** _thin_ ~~gone~~ `code`', 'bold thin gone code'],
    ['headings and lists', '## Title\n\n- one\n* two\n1. three\n 12) four', 'Title one two three four'],
    ['numbers of items in a quotation', '> 1. three', 'three'],
    ['blocks of code', '```python\nprint(1)\n```', 'print(1)'],
    ['links', 'see [the page](https://example.org/a?b=c#d) now', 'see the page now'],
    ['links without a protocol', 'see [the page](/a/b "title") now', 'see the page now'],
    ['bare addresses', 'see https://example.org/a_b and www.example.org/x now', 'see and now'],
    ['an address before Japanese', 'https://example.org/aを見る', 'を見る'],
    ['numbers of sources', 'It rained[1] a lot[^23].', 'It rained a lot'],
    ['tables', '| a | b |\n|---|---|\n| c | d |', 'a b c d'],
  ];

  test.each(same)('%s', (_, a, b) => {
    expect(textOf(a)).toBe(textOf(b));
    expect(textOf(a)).not.toBe('');
  });

  test.each([
    ['numbers', 'in 1999', 'in 2024'],
    ['a number that only begins a line', '1999 was good', 'was good'],
    ['Thai vowels', 'กิน', 'กาน'],
    ['Hindi vowels', 'कि', 'का'],
    ['words', 'form', 'from'],
  ])('%s make a difference', (_, a, b) => {
    expect(textOf(a)).not.toBe(textOf(b));
  });
});

describe('quotations', () => {
  const text = 'mine\n> theirs\n  >> older\nmine too > or so';

  test('count unless they are to be left out', () => {
    expect(textOf(text)).toBe('minetheirsolderminetooorso');
    const { units } = normalise(text, { leaveOutQuotes: true });
    expect(String.fromCharCode(...units)).toBe('mineminetooorso');
  });
});

describe('the way back', () => {
  test('leads to the character in the original', () => {
    const text = 'A **ﬁne** 𝐗\u200B한';
    const { units, starts, ends } = normalise(text);
    const origins = Array.from(units, (_, at) => text.slice(starts[at], ends[at]));
    expect(origins).toEqual(['A', 'ﬁ', 'ﬁ', 'n', 'e', '𝐗', '한', '한', '한']);
  });

  test('ascends and never splits a character, whatever the text', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, leaveOutQuotes) => {
        const { units, starts, ends } = normalise(text, { leaveOutQuotes });
        expect(starts.length).toBe(units.length);
        expect(ends.length).toBe(units.length);
        for (let at = 0; at < units.length; at += 1) {
          const start = starts[at] as number;
          const end = ends[at] as number;
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          const isSame = at > 0 && starts[at - 1] === start && ends[at - 1] === end;
          if (at > 0 && !isSame) expect(start).toBeGreaterThanOrEqual(ends[at - 1] as number);
          expect([...text.slice(start, end)]).toHaveLength(1);
          expect(text.codePointAt(start)).toBe(text.slice(start, end).codePointAt(0));
        }
      }),
    );
  });

  test('normalising what was normalised changes nothing, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = textOf(text);
        expect(textOf(once)).toBe(once);
      }),
    );
  });

  test('every single character of Unicode is folded once and for all', () => {
    const wrong: string[] = [];
    const block = 4096;
    for (let first = 0; first < 0x110000; first += block) {
      const characters = Array.from({ length: block }, (_, at) => String.fromCodePoint(first + at)).filter(
        (character) => /[^\p{Cn}\p{Cs}\p{Co}]/u.test(character),
      );
      const once = textOf(characters.join(' '));
      const twice = textOf(once);
      if (once !== twice) wrong.push(first.toString(16));
    }
    expect(wrong).toEqual([]);
  });
});

test('a character that stands for a whole sentence cannot blow a text up', () => {
  expect(normalise('ﷺ'.repeat(1000)).units.length).toBeLessThanOrEqual(3000 + 18);
});
