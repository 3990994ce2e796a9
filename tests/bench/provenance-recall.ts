import { findProvenance } from '#lib/provenance/find-provenance.ts';
import { createFingerprintKey } from '#lib/provenance/fingerprint.ts';
import { type ClassResult, evaluate } from '#tests/provenance/evaluate.ts';
import { createMemoryIndex } from '#tests/provenance/memory-index.ts';
import { readCorpus, SMALL_CORPUS } from '#tests/provenance/read-corpus.ts';
import { createMeasure, type Measure, sampleInterleaved, timed } from './measure.ts';

const LENGTH = 100_000;
const SAMPLES = 31;
const WARM_UP = 5;
/** Median error of the share in mixed drafts, in points. */
const SHARE_ERROR = 5;

const rounded = (value: number): number => Number(value.toPrecision(4));

/** Share of the drafts of a class at which the gate asks. Of AI text at least as many as the goal, of others at most. */
function askedMeasure({ name, isGenerated, goal, drafts, asked }: ClassResult): Measure {
  const limit = goal ?? (isGenerated ? 0 : 1);
  return {
    group: 'provenance',
    name: isGenerated ? `found, at least: ${name}` : `false alarms: ${name}`,
    value: rounded(asked),
    unit: 'share of drafts',
    floor: 1,
    ratio: rounded(asked),
    limit,
    ok: isGenerated ? asked >= limit : asked <= limit,
    n: drafts,
  };
}

const errorMeasure = ({ name, shareErrors }: ClassResult): Measure =>
  createMeasure(
    {
      group: 'provenance',
      name: `error of the share: ${name}`,
      unit: 'points',
      limit: SHARE_ERROR,
      limits: 'value',
    },
    { values: shareErrors, floors: shareErrors.map(() => 100) },
  );

/** A long draft that is remembered as well, beside finding its words with one regular expression. */
async function measureLongDraft(text: string): Promise<Measure> {
  const draft = text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH);
  const key = createFingerprintKey(new Uint8Array(32).fill(7));
  const index = createMemoryIndex(key);
  await index.add(draft);
  const samples = await sampleInterleaved(
    SAMPLES,
    WARM_UP,
    () => timed(() => findProvenance([draft], index, key, { leaveOutQuotes: true })),
    () =>
      timed(() =>
        draft
          .normalize('NFKC')
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu),
      ),
  );
  return createMeasure(
    {
      group: 'provenance',
      name: `draft of ${LENGTH} characters, all remembered / list of its words`,
      unit: 'ms',
      limit: 25,
      limits: 'ratio',
    },
    samples,
  );
}

/** What is found and what is not, in drafts made from a corpus: that of the tests, unless another folder is named. */
export async function* benchRecall(corpus = SMALL_CORPUS): AsyncGenerator<Measure> {
  const pairs = await readCorpus(corpus);
  for await (const result of evaluate(pairs)) {
    yield askedMeasure(result);
    if (result.shareErrors.length > 0) yield errorMeasure(result);
  }
  yield await measureLongDraft(pairs.map(({ answer, human }) => `${answer}\n${human}`).join('\n'));
}
