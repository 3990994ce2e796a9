import type { Role } from '../model/role.ts';
import type { Provenance } from './contract.ts';

/**
 * Below both of these there is no evidence, and the gate does not ask. Thousandths, letters. People's answers reached
 * 38 and 42 at most, AI text with every fifth word changed had 156 and 52 at least.
 */
const FLOORS = { share: 150, longest: 45 };

/** From this share on, in thousandths. */
const SHARES = { coauthored: 200, generated: 700 };

/**
 * The role that the findings suggest; `none` where they say nothing. Only ever a proposal.
 *
 * Measured on 2026-11-20 with 126 questions, each answered by ChatGPT (remembered, with the question as prompt) and by
 * a person, with five keys. Lowest, median and highest; shares in thousandths, longest passages in letters:
 *
 * | drafts                   | share           | longest         | proposed                                |
 * | ------------------------ | --------------- | --------------- | --------------------------------------- |
 * | the answer               | 815, 986, 1000  | 746, 1496, 2367 | generated-reviewed                      |
 * | 5 % of its words edited  | 712, 877, 988   | 123, 335, 959   | generated-reviewed                      |
 * | 20 % of its words edited | 156, 455, 762   | 52, 105, 236    | coauthored; 3 of 630 another            |
 * | 50 % of its words edited | 0, 43, 187      | 0, 40, 88       | none 66 %, assisted 34 %                |
 * | paragraphs in human text | 90, 272, 483    | 96, 372, 641    | coauthored 84 %, assisted 16 %          |
 * | a sentence in human text | 0, 30, 83       | 0, 52, 90       | assisted 93 %, none 7 %                 |
 * | a person's answer        | 0, 0, 38        | 0, 0, 42        | none                                    |
 */
export function proposeRole({ share, longest }: Pick<Provenance, 'share' | 'longest'>): Role {
  if (share < FLOORS.share && longest < FLOORS.longest) return 'none';
  if (share >= SHARES.generated) return 'generated-reviewed';
  return share >= SHARES.coauthored ? 'coauthored' : 'assisted';
}
