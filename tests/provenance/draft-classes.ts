import type { MixedDraft, Pair } from './derive-drafts.ts';
import * as derive from './derive-drafts.ts';
import type { Random } from './random.ts';

/** What drafts are made of besides the pair: chance, and words to put in. */
export interface Making {
  /** The answer to another question. */
  readonly other: string;
  readonly random: Random;
  readonly vocabulary: readonly string[];
}

/** Drafts of one kind. */
export interface DraftClass {
  readonly name: string;
  /** Share of the drafts at which the gate must ask at least; at most, where a person wrote them. Missing: for information. */
  readonly goal?: number;
  /** Whether there is AI text in them. */
  readonly isGenerated: boolean;
  /** Form in which the answer is remembered; as it is where missing. */
  remembered?(answer: string, random: Random): string;
  make(pair: Pair, making: Making): readonly (string | MixedDraft)[];
}

const generated = (
  name: string,
  goal: number | undefined,
  make: (answer: string, making: Making) => string,
): DraftClass => ({
  name,
  ...(goal !== undefined && { goal }),
  isGenerated: true,
  make: ({ answer }, making) => [make(answer, making)],
});

const changed = (name: string, change: (answer: string, random: Random) => string): DraftClass =>
  generated(name, 0.99, (answer, { random }) => change(answer, random));

const edited = (percent: number, goal?: number): DraftClass =>
  generated(`${percent} % of words edited`, goal, (answer, { random, vocabulary }) =>
    derive.editWords(answer, percent / 100, vocabulary, random),
  );

const human = (name: string, goal: number | undefined, make: (text: string) => string[]): DraftClass => ({
  name,
  ...(goal !== undefined && { goal }),
  isGenerated: false,
  make: (pair) => make(pair.human),
});

/** All kinds, with the goals of the project. */
export const DRAFT_CLASSES: readonly DraftClass[] = [
  changed('verbatim', (answer) => answer),
  changed('one paragraph', derive.pickParagraph),
  generated('one sentence', 0.95, (answer, { random }) => derive.pickSentence(answer, random)),
  {
    name: 'one sentence in human text',
    isGenerated: true,
    make: (pair, { random }) => [derive.slipIn(pair.human, derive.pickSentence(pair.answer, random), random)],
  },
  {
    name: 'two answers in human text',
    goal: 0.99,
    isGenerated: true,
    make: (pair, { other, random }) => [derive.mix(pair.human, pair.answer, other, random)],
  },
  edited(5, 0.99),
  edited(20, 0.95),
  edited(50),
  generated('sentences reordered', 0.98, (answer, { random }) => derive.shuffleSentences(answer, random)),
  changed('case and punctuation changed', derive.changeCaseAndPunctuation),
  changed('Markdown added', derive.addMarkdown),
  {
    name: 'Markdown stripped',
    goal: 0.99,
    isGenerated: true,
    remembered: derive.addMarkdown,
    make: ({ answer }) => [answer],
  },
  changed('emoji added', derive.addEmoji),
  changed('quotes and dashes swapped', derive.swapQuotesAndDashes),
  changed('look-alike letters', derive.swapHomoglyphs),
  changed('zero-width characters', derive.addZeroWidth),
  human('human answers', 0.005, (text) => [text]),
  human('human paragraphs', undefined, derive.paragraphsOf),
  human('human sentences', undefined, (text) =>
    derive.sentencesOf(text).filter((sentence) => sentence.length >= 20),
  ),
];
