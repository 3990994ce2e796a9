/**
 * Letters of other scripts that look like a Latin one, after case was folded. Source: Unicode Technical Standard 39
 * (confusables.txt), only those that people swap in to make a text look the same: Cyrillic, Greek, Armenian and
 * Latin letters of phonetic alphabets. Where capital and small letter look like different Latin ones, the small one.
 *
 * Folded in every word, not only beside Latin letters: a Russian or Greek text becomes odd, but the same in the draft
 * and in the answer, and a word of nothing but look-alikes ("со") is caught too.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'аαɑ',
  b: 'вβ',
  c: 'сϲ',
  d: 'ԁ',
  e: 'еεҽ',
  g: 'ɡց',
  h: 'һнհη',
  i: 'іιӏɪ',
  j: 'јϳ',
  k: 'кκ',
  m: 'м',
  n: 'ոռ',
  o: 'оοօσ',
  p: 'рρ',
  q: 'ԛզ',
  r: 'г',
  s: 'ѕ',
  t: 'тτ',
  u: 'υս',
  v: 'ѵν',
  w: 'ԝѡω',
  x: 'хχ',
  y: 'уγү',
  z: 'ζ',
};

/** From a look-alike to the Latin letter. */
export const readConfusables = (): ReadonlyMap<string, string> =>
  new Map(Object.entries(LOOK_ALIKES).flatMap(([latin, others]) => [...others].map((one) => [one, latin])));
