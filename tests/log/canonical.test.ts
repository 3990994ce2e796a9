import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText, findUnfit, type LogValue, parseCanonical } from '#lib/log/canonical.ts';

describe('RFC 8785, published vectors', () => {
  test('section 3.2.2: numbers, strings and literals', () => {
    const input = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    expect(canonicalize(input)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  test('section 3.2.3: members are sorted by UTF-16 code units', () => {
    const input = JSON.parse(String.raw`{
      "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"
    }`) as LogValue;
    expect(Object.values(JSON.parse(canonicalText(input)) as object).sort()).toEqual(
      Object.values(input).sort(),
    );
    const order = [...canonicalText(input).matchAll(/:"([^"]+)"/gu)].map(([, name]) => name);
    expect(order).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });
});

test.each([
  ['null', null],
  ['a boolean', true],
  ['a fraction', 1.5],
  ['an unsafe integer', 2 ** 53],
  ['not a number', Number.NaN],
  ['a lone surrogate', '\ud800'],
  ['a lone surrogate as a name', { '\udc00': 1 }],
  ['a hole', [1, undefined]],
  ['a date', new Date(0)],
  ['something deep', [[[[[[[1]]]]]]]],
])('refuses %s', (_, value) => {
  expect(findUnfit({ value })).toBeTypeOf('string');
  expect(() => canonicalText({ value } as unknown as LogValue)).toThrow(TypeError);
});

test.each([
  ['members out of order', '{"b":1,"a":2}'],
  ['a member twice', '{"a":1,"a":2}'],
  ['white space', '{"a": 1}'],
  ['white space at the end', '{"a":1}\r'],
  ['a needless escape', String.raw`{"a":"\u0041"}`],
  ['a capital in an escape', String.raw`{"a":"\u000F"}`],
  ['another way to write a number', '{"a":1e3}'],
  ['minus zero', '{"a":-0}'],
  ['a fraction', '{"a":1.5}'],
  ['an escaped lone surrogate', String.raw`{"a":"\ud800"}`],
  ['null', '{"a":null}'],
  ['no JSON', '{"a":1'],
  ['nothing', ''],
  ['a list', '[1]'],
  ['a name with an escape', String.raw`{"\n":1}`],
  ['an integer that cannot be held', '{"a":9007199254740993}'],
  ['an integer with a leading zero', '{"a":01}'],
  ['a comma too many', '{"a":[1,]}'],
  ['text without an end', '{"a":"b'],
  ['text that ends in an escape', '{"a":"b\\'],
  ['a deep nest', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
])('does not take %s for canonical', (_, line) => {
  expect(parseCanonical(line)).toBeUndefined();
});

const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 5 }).filter((text) => !JSON.stringify(text).includes('\\')),
  fc.constantFrom('index', 'v', 'é', '__proto__', 'z', '1', '10'),
);
const { object } = fc.letrec<{ value: LogValue; object: { [member: string]: LogValue } }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('\\', '"', '/', '\n', '\u0000', '\u001f', '\u007f', '\u2028', 'ü', 'u'),
    }),
    fc.maxSafeInteger(),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.dictionary(name, tie('value'), { maxKeys: 4 }),
}));

test('whatever the library writes is read back as the same value', () => {
  fc.assert(
    fc.property(object, (written) => {
      const text = canonicalText(written);
      expect(parseCanonical(text)).toEqual(JSON.parse(text));
    }),
    { numRuns: 1000 },
  );
});

test('a text with one character changed is accepted only if it is what the library writes for its value', () => {
  const replacement = fc.constantFrom(...'{}[],:"\\-+.01 9eEutbx/\u0000\u001f\ud800\udc00ä', '');
  fc.assert(
    fc.property(object, fc.nat(), replacement, (written, position, character) => {
      const text = canonicalText(written);
      const at = position % text.length;
      const changed = `${text.slice(0, at)}${character}${text.slice(at + 1)}`;
      const parsed = parseCanonical(changed);
      if (parsed !== undefined) expect(canonicalText(parsed)).toBe(changed);
    }),
    { numRuns: 5000 },
  );
});

test('what an ordinary serialiser writes is accepted only if it is canonical', () => {
  fc.assert(
    fc.property(object, (written) => {
      const text = JSON.stringify(written);
      expect(parseCanonical(text) !== undefined).toBe(text === canonicalText(written));
    }),
    { numRuns: 1000 },
  );
});
