import type { Text } from '#lib/i18n/text.ts';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ODD = 'áƀćđéƒǵĥíĵķĺḿńóṕɋŕśţúṽŵẋýžÁƁĆĐÉƑǴĤÍĴĶĹḾŃÓṔɊŔŚŢÚṼŴẊÝŽ';
const LONGER = 0.4;

/** Readable nonsense, 40 % longer and in brackets: words that do not look like this did not come from `_locales`. */
export const pseudoLocalise = (sentence: string): string => {
  const odd = [...sentence].map((letter) => ODD[PLAIN.indexOf(letter)] ?? letter).join('');
  const filler = 'ẋ'.repeat(Math.ceil(sentence.length * LONGER));
  return `[!! ${odd} ${filler.replace(/(.{8})/gu, '$1 ').trim()} !!]`;
};

/** The values filled in stay as they are: they are data. `uiLanguage` stays a language. */
export const pseudoText =
  (text: Text): Text =>
  (key, ...values) => {
    if (key === 'uiLanguage') return text(key);
    const sentence = text(key, ...values.map((_, index) => `\uE000${index}\uE000`));
    if (sentence === '') return '';
    return pseudoLocalise(sentence).replace(/\uE000(\d)\uE000/gu, (_, index: string) =>
      String(values[Number(index)]),
    );
  };
