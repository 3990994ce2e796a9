/**
 * Published conformance vectors of twitter-text: conformance/validate.yml, groups
 * WeightedTweetsWithDiscountedEmojiCounterTest and UnicodeDirectionalMarkerCounterTest, and the normalisation
 * cases of WeightedTweetsCounterTest (https://github.com/twitter/twitter-text, Copyright Twitter, Inc. and other
 * contributors, Apache-2.0; data only). One vector of 12,000 characters is left out. Runs of the same characters
 * are written as repetitions.
 */
const BLOCK = 'xxxxxxxxxx-';
const POEM =
  '故人西辞黄鹤楼，烟花三月下扬州。孤帆远影碧空尽，唯见长江天际流。朱雀桥边野草花，乌衣巷口夕阳斜。旧时王谢堂前燕，飞入寻常百姓家。' +
  '朝辞白帝彩云间，千里江陵一日还。两岸猿声啼不住，轻舟已过万重山。泪湿罗巾梦不成，夜深前殿按歌声。红颜未老恩先断，斜倚薰笼坐到明。' +
  '独在异乡为异客，每逢佳节倍思亲。遥知兄弟登高处，遍插茱萸少一人。';
const KANA = 'あいうえおかきくけこ';
const FAMILY = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}';
const ENGLAND = '\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}';

export const X_WEIGHTED_VECTORS: readonly { description: string; text: string; weightedLength: number }[] = [
  { description: 'Regular Tweet with url', text: 'Hi http://test.co', weightedLength: 26 },
  { description: 'Just url', text: 'http://test.co', weightedLength: 23 },
  {
    description: 'Long tweet, overflow at char index 280',
    text: `285 chars-${BLOCK.repeat(25)}`,
    weightedLength: 285,
  },
  {
    description: 'Long tweet with url in the middle, overflow at char index 284',
    text: `285 chars- http://www.twitter.com/jack ${BLOCK.repeat(24)}`,
    weightedLength: 299,
  },
  {
    description: 'Long tweet with url at the end, overflow at char index 265',
    text: `${BLOCK.repeat(24)} http://www.twitter.com/jack `,
    weightedLength: 289,
  },
  {
    description: '10 url string, no overflow',
    text: 'https://www.twitter.com/aloha '.repeat(10),
    weightedLength: 240,
  },
  { description: '160 CJK char, overflow at char index 140', text: POEM, weightedLength: 320 },
  {
    description: '160 emoji char, overflow at char index 140',
    text: '\u{1F637}'.repeat(160),
    weightedLength: 320,
  },
  {
    description: '3 latin char + 160 CJK char, overflow at char index 141',
    text: `the${POEM}`,
    weightedLength: 323,
  },
  {
    description: '282 chars with a normalized character within valid range but outside 280',
    text: `282 chars-${BLOCK.repeat(24)}xxxxxA\u0301x`,
    weightedLength: 281,
  },
  {
    description: 'Count a mix of single byte single word, and double word unicode characters',
    text: `H\u{1F431}☺${FAMILY}`,
    weightedLength: 7,
  },
  {
    description: 'Count unicode emoji chars inside the basic multilingual plane',
    text: '\u{1F637}\u{1F47E}\u{1F621}\u{1F525}\u{1F4A9}',
    weightedLength: 10,
  },
  {
    description: 'Count unicode emoji chars outside the basic multilingual plane with skin tone modifiers',
    text: '\u{1F64B}\u{1F3FD}\u{1F468}\u200D\u{1F3A4}',
    weightedLength: 4,
  },
  {
    description: 'Handle General Punctuation Characters with visible spaces(u2000-200A), no ZWJ/ZWNJ',
    text: 'This is a tweet with general punctuation characters: \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B ‐ ‑ ‒ – — ― ‖  ‗ ‘ ’ ‚ ‛ “ ” „ ‟ ′ ″ ‴ ‵ ‶ ‷',
    weightedLength: 110,
  },
  {
    description: 'Handle a 64 character domain without protocol',
    text: `${'randomurl'.repeat(7)}s.com`,
    weightedLength: 68,
  },
  {
    description:
      'Do not allow > 140 CJK characters by virtue of CJK chars greater than 63 punycode encoded chars in the host',
    text: `${KANA.repeat(12)} http://${KANA.repeat(5)}あいう.com`,
    weightedLength: 358,
  },
  {
    description:
      'Allow > 140 CJK characters by virtue of CJK chars less than 63 punycode encoded chars in the host',
    text: `${KANA.repeat(12)} http://${KANA.repeat(5)}あい.com`,
    weightedLength: 264,
  },
  { description: '140 family emoji', text: FAMILY.repeat(140), weightedLength: 280 },
  {
    description: 'Unicode 10.0 emoji',
    text: `Unicode 10.0 emoji: \u{1F92A}; \u{1F9D5}; \u{1F9D5}\u{1F3FE}; ${ENGLAND}`,
    weightedLength: 34,
  },
  {
    description: 'Unicode 9.0 emoji',
    text: 'Unicode 9.0 emoji: \u{1F920}; \u{1F483}; \u{1F483}\u{1F3FE}',
    weightedLength: 29,
  },
  { description: "'Á' is normalized into 1 char", text: 'A\u0301B', weightedLength: 2 },
  { description: 'שּׁ is normalized into 3 chars', text: 'A\uFB2C', weightedLength: 4 },
  { description: 'Handle invalid characters', text: 'ABC\u202A\uFFFFABC\uFFFE', weightedLength: 12 },
  {
    description: 'Tweet text containing directional characters should be considered valid',
    text: '\u2066\u202Ahttp://foobar.پاکستان/\u202C\u2069',
    weightedLength: 31,
  },
];
