import type { Role } from '../model/role.ts';

/** A role that needs a label. */
export type LabelledRole = Exclude<Role, 'none'>;

/** One wording. `{name}` stands for the person or organisation; `unnamed` is for a post nobody signs. */
interface Wording {
  named: string;
  unnamed: string;
}

/**
 * The words of one language, data only: add a language by adding a file, its tag in lib/model/language.ts and its
 * line in words/index.ts. tests/label/words.test.ts says whether the words obey the rules below.
 */
export interface LabelWords {
  /** Labels of each role, in one pair of brackets, the letters "AI" within the first words. */
  roles: Record<LabelledRole, { long: Wording; short: Wording }>;
  /** The brackets of all labels of this language. */
  brackets: readonly [open: string, close: string];
  /** For the further parts of a thread; `{total}` is the number of parts. */
  partMark: string;
  /**
   * Phrases a person may type by hand instead, and the roles for which each is honest. Plain words with the
   * initialism in capitals; matched without regard to case, hyphens and kind of space otherwise.
   */
  typed: readonly { phrases: readonly string[]; roles: readonly LabelledRole[] }[];
  /** Frequent small words that tell this language from the others; empty where the script tells. */
  smallWords: readonly string[];
}
