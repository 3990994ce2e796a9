/** What a copy button says, lower case, by language. Whole words, except where a language writes none. */
const COPY_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['copy'],
  de: ['kopieren'],
  fr: ['copier'],
  es: ['copiar'],
  pt: ['copiar'],
  it: ['copia', 'copiare'],
  nl: ['kopiëren', 'kopieer'],
  pl: ['kopiuj', 'skopiuj'],
  sv: ['kopiera'],
  tr: ['kopyala'],
  ru: ['копировать', 'скопировать'],
  ar: ['نسخ'],
  hi: ['कॉपी'],
  ja: ['コピー'],
  ko: ['복사'],
  zh: ['复制', '複製', '拷贝'],
};

const WITHOUT_SPACES = new Set(['ja', 'ko', 'zh', 'hi']);

const words = new Set(
  Object.entries(COPY_WORDS).flatMap(([language, said]) => (WITHOUT_SPACES.has(language) ? [] : said)),
);
const pieces = Object.entries(COPY_WORDS).flatMap(([language, said]) =>
  WITHOUT_SPACES.has(language) ? said : [],
);

/** Longer names are sentences, not captions. */
const LONGEST_NAME = 60;

/** Does a control with this accessible name copy something? */
export const saysCopy = (name: string): boolean => {
  if (name.length > LONGEST_NAME) return false;
  const lower = name.normalize('NFC').toLowerCase();
  return (
    pieces.some((piece) => lower.includes(piece)) ||
    lower.split(/[^\p{L}\p{M}]+/u).some((word) => words.has(word))
  );
};
