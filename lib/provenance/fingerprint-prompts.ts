import type { FingerprintIndex } from './contract.ts';
import { readDraftText } from './draft-text.ts';
import { findPassages } from './find-passages.ts';
import { gramSize } from './gram-size.ts';
import { type FingerprintKey, NO_GRAM } from './hash-grams.ts';

/**
 * Hashes of all grams of what a person wrote to an AI tool, each once: words of one's own, known to the letter. Without
 * what stands in generations that are known already: an answer that is pasted into the next prompt ("shorter, please")
 * does not become one's own by that. So call it before the answer to these prompts is remembered. Rejects where the
 * index does.
 */
export async function fingerprintPrompts(
  prompts: readonly string[],
  index: FingerprintIndex,
  key: FingerprintKey,
): Promise<Uint32Array> {
  const draft = readDraftText(prompts, key, { leaveOutQuotes: false });
  const { hashes, sizes } = draft.grams;
  const { runs } = await findPassages(draft, index);
  const own = new Set<number>();
  let next = 0;
  for (let at = 0; at < hashes.length; at += 1) {
    const size = sizes[at] as number;
    if (size === NO_GRAM) continue;
    while ((runs[next]?.end ?? at + 1) <= at) next += 1;
    const touches = (runs[next]?.start ?? hashes.length) < at + gramSize(size).k;
    if (!touches) own.add(hashes[at] as number);
  }
  return Uint32Array.from(own);
}
