import type { ReviewProps } from '#components/review/contract.ts';
import { readChanges } from '#lib/flow/read-changes.ts';
import { LIST, ONE_SOURCE, oneSource, RIGHT_TO_LEFT, remembered, rightToLeft } from './fake-evidence.ts';
import { ADA, makeDecision, makeDraft, makePreview, makeReviewProps } from './fake-review.ts';

const TEXT_ID = 7;

interface Kept {
  draft?: string;
  /** Where it is from; shows no text if left out. */
  evidence?: ReturnType<typeof oneSource>;
  /** What the tool had written; nothing: it is gone meanwhile. */
  answer?: string | undefined;
  readChanges?: ReviewProps['readChanges'];
}

/** A post with an answer whose text is kept. */
const withText = ({
  draft: text = ONE_SOURCE,
  evidence = oneSource(),
  answer,
  ...given
}: Kept): ReviewProps => {
  const draft = makeDraft(text);
  const kept = evidence.map((piece) => (piece.kind === 'generated' ? { ...piece, textId: TEXT_ID } : piece));
  return makeReviewProps({
    draft,
    decision: makeDecision(undefined, { evidence: kept }),
    initial: { role: 'generated-reviewed', identity: ADA, language: 'en' },
    preview: makePreview(draft, [], 0),
    readChanges: (wanted) =>
      readChanges(draft, kept, wanted, async () => (answer === undefined ? {} : { text: answer })),
    ...given,
  });
};

const EDITED = LIST.replace('Ask one question', 'Put one question').replace(
  ' early,',
  ' as soon as you can,',
);
const WRITTEN = `${EDITED} Nobody likes to start again from an empty page, whoever they are.`;

const SENTENCES = Array.from(
  { length: 120 },
  (_, at) => `Sentence number ${at + 1} says a little more about the first page and what it asks.`,
);
const ANSWER = SENTENCES.join(' ');
const PART = SENTENCES.slice(40, 60).join(' ').replace('a little more', 'next to nothing');

const JAPANESE =
  '保護犬には、何かを求める前に静かな二週間を与えてください。散歩は短く、いつも同じ道にしましょう。';

/** Faces of "Show what you changed", opened. */
export const CHANGES_STATES: Record<string, () => ReviewProps> = {
  changes: () => withText({ answer: WRITTEN }),
  'changes-of-a-long-answer': () =>
    withText({
      draft: PART,
      evidence: [
        remembered([PART], { passages: [PART.slice(PART.indexOf('Sentence number 42'))], kept: 160 }),
      ],
      answer: ANSWER,
    }),
  'changes-none': () => withText({ answer: LIST }),
  'changes-gone': () => withText({}),
  'changes-failed': () =>
    withText({ readChanges: () => Promise.reject(new Error('the background is silent')) }),
  'changes-too-much': () => withText({ answer: 'Long text without end. '.repeat(20_000) }),
  'changes-right-to-left': () =>
    withText({
      draft: RIGHT_TO_LEFT,
      evidence: rightToLeft(),
      answer: RIGHT_TO_LEFT.split(' (GPS)')[0]?.replace('قصير', 'طويل جدا').replace('ليلا', 'GPS'),
    }),
  'changes-without-spaces': () =>
    withText({
      draft: JAPANESE,
      evidence: [remembered([JAPANESE], { passages: [JAPANESE] })],
      answer: JAPANESE.replace('静か', '穏やか').replace('二週間', '三日'),
    }),
};
