import type { Draft } from '#lib/model/draft.ts';
import type { DraftContext } from '#lib/policy/rule.ts';

/** A row: what is tried, and with which options of the rule (none: the defaults). */
export interface Case {
  it: string;
  draft: Draft;
  context: DraftContext;
  options?: Record<string, unknown>;
}

/** The lists of one rule; copy a row to add a case. */
export interface RuleLists {
  accept: readonly Case[];
  reject: readonly (Case & { code: string; spans?: readonly [start: number, end: number][] })[];
}
