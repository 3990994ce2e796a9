import { findProvenance } from '#lib/provenance/find-provenance.ts';
import { createFingerprintKey, type FingerprintKey } from '#lib/provenance/fingerprint.ts';
import { normalise } from '#lib/provenance/normalise.ts';
import { proposeRole } from '#lib/provenance/propose-role.ts';
import { type MixedDraft, type Pair, vocabularyOf } from './derive-drafts.ts';
import { DRAFT_CLASSES, type DraftClass } from './draft-classes.ts';
import { createMemoryIndex, type MemoryIndex } from './memory-index.ts';
import { createRandom } from './random.ts';

/** Each makes other drafts and, being another key, other fingerprints. */
const SEEDS = [1, 2, 3, 4, 5] as const;

export interface ClassResult extends DraftClass {
  readonly drafts: number;
  /** Share of the drafts at which the gate would ask, 0 to 1. */
  readonly asked: number;
  /** Of each mixed draft: how far the share that was found is from the true one, in points. */
  readonly shareErrors: readonly number[];
}

const lengthOf = (text: string): number => normalise(text).units.length;

function trueShare({ passages }: MixedDraft): number {
  const lengths = passages.map(({ text, isGenerated }) => ({ length: lengthOf(text), isGenerated }));
  const sum = (of: typeof lengths) => of.reduce((total, { length }) => total + length, 0);
  return sum(lengths.filter(({ isGenerated }) => isGenerated)) / sum(lengths);
}

const keyOf = (seed: number): FingerprintKey =>
  createFingerprintKey(Uint8Array.from({ length: 32 }, (_, at) => at * 37 + seed));

/** Remembers all answers, with the questions as the person's prompts, and looks at drafts of every class. */
export async function* evaluate(pairs: readonly Pair[]): AsyncGenerator<ClassResult> {
  const vocabulary = vocabularyOf(pairs.map(({ human }) => human));
  const remember = async (seed: number, form: (answer: string) => string) => {
    const index = createMemoryIndex(keyOf(seed));
    for (const { answer, question } of pairs) await index.add(form(answer), question);
    return index;
  };
  const plain = new Map<number, MemoryIndex>();
  for (const seed of SEEDS) plain.set(seed, await remember(seed, (answer) => answer));

  for (const draftClass of DRAFT_CLASSES) {
    const shareErrors: number[] = [];
    let drafts = 0;
    let asked = 0;
    for (const seed of SEEDS) {
      const random = createRandom(seed);
      const { remembered } = draftClass;
      const index =
        (remembered ? undefined : plain.get(seed)) ??
        (await remember(seed, (answer) => remembered?.(answer, random) ?? answer));
      for (const [at, pair] of pairs.entries()) {
        const other = pairs[(at + 1) % pairs.length]?.answer ?? '';
        for (const draft of draftClass.make(pair, { other, random, vocabulary })) {
          const text = typeof draft === 'string' ? draft : draft.text;
          const found = await findProvenance([text], index, keyOf(seed), { leaveOutQuotes: false });
          drafts += 1;
          if (proposeRole(found) !== 'none') asked += 1;
          if (typeof draft !== 'string')
            shareErrors.push(Math.abs(found.share / 10 - trueShare(draft) * 100));
        }
      }
    }
    yield { ...draftClass, drafts, asked: asked / drafts, shareErrors };
  }
}
