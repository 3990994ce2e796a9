/** The same numbers each time (mulberry32): 0 up to and without 1. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SYLLABLES = 'ka lo mi ren tas du vel or ish ban que no fer al stu pi wen gra hol te'.split(' ');

/** Words that look like words, the same for all seeds. */
function createWords(): string[] {
  const random = createRandom(1);
  const pick = () => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? '';
  return Array.from({ length: 4000 }, () =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, pick).join(''),
  );
}

let known: string[] | undefined;

/** An answer of this many words, its own for each seed. */
export function createAnswer(seed: number, count: number): string {
  known ??= createWords();
  const words = known;
  const random = createRandom(seed + 100);
  // Some words are much more frequent than others, as in a language.
  const pick = () => words[Math.floor(words.length * random() ** 2)] ?? '';
  return Array.from({ length: count }, (_, at) => (at % 13 === 12 ? `${pick()}.` : pick())).join(' ');
}
