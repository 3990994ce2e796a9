import type { Decision, Evidence, Finding, RuleId } from '../model/decision.ts';
import type { Draft } from '../model/draft.ts';
import { draftKey } from '../model/draft-key.ts';
import type { GateWhen, Policy } from '../model/policy.ts';
import { ROLES, type Role } from '../model/role.ts';
import { findLabelPlace } from './label-place.ts';
import { readPolicy } from './read-policy.ts';
import type { DraftContext, Rule, RuleContext, RuleFinding } from './rule.ts';
import { RULES } from './rules/index.ts';

/** Said of a rule that threw or whose options do not parse. */
const FAILURE_CODES = ['ruleFailed', 'ruleOptions'] as const;

/** Every code a finding can carry; each has a sentence `finding_<code>` in every locale. */
export const findingCodes = (rules: Readonly<Record<string, Rule>> = RULES): string[] =>
  [...new Set([...Object.values(rules).flatMap(({ codes }) => codes), ...FAILURE_CODES])].sort();

/** What the evidence suggests: the role with most AI in it. */
export const proposeRole = (evidence: readonly Evidence[]): Role =>
  evidence.reduce<Role>(
    (most, { role }) => (ROLES.indexOf(role) > ROLES.indexOf(most) ? role : most),
    'none',
  );

/** Whether the AI rules have anything to say about this draft. */
const concernsAi = (when: GateWhen, { role = 'none', evidence }: DraftContext): boolean => {
  if (when === 'always' || role !== 'none') return true;
  const counted = when === 'declared' ? evidence.filter(({ kind }) => kind === 'declared') : evidence;
  return counted.some((piece) => piece.role !== 'none');
};

/** A rule that cannot answer is never a yes, whatever its level. */
const failure = (id: RuleId, code: (typeof FAILURE_CODES)[number], reason: string): Finding => ({
  rule: id,
  level: 'require',
  code,
  values: [id, reason.slice(0, 200)],
  spans: [],
  fix: 'reload-policy',
});

const askRule = (
  id: RuleId,
  setting: NonNullable<Policy['rules'][RuleId]>,
  draft: Draft,
  context: Omit<RuleContext<unknown>, 'options'>,
  rules: Readonly<Record<string, Rule>>,
): Finding | undefined => {
  if (setting.level === 'off') return undefined;
  const rule = rules[id];
  if (!rule) return failure(id, 'ruleFailed', 'unknown rule');
  const options = rule.options.safeParse(setting.options ?? {});
  if (!options.success) return failure(id, 'ruleOptions', options.error.issues[0]?.message ?? '');
  if (rule.concerns === 'ai' && !context.concernsAi) return undefined;
  let finding: RuleFinding | undefined;
  try {
    finding = rule.check(draft, { ...context, options: options.data });
  } catch (error) {
    return failure(id, 'ruleFailed', error instanceof Error ? error.message : String(error));
  }
  return finding && { ...finding, rule: id, level: setting.level };
};

/** Same findings in the same order, however the policy lists its rules: what is required first, then by rule. */
const sortFindings = (findings: Finding[]): Finding[] =>
  findings.sort(
    (a, b) =>
      Number(a.level === 'advise') - Number(b.level === 'advise') ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );

const isAnswered = (draft: Draft, { phase, reviewedKey }: DraftContext): boolean =>
  phase === 'final' && reviewedKey === draftKey(draft);

/**
 * May this draft leave the browser? The strictest finding wins, in whatever order the rules stand:
 *
 * - `block`: forbidden content under a rule that requires; only another text helps.
 * - `review`: anything else that a rule found. Advice asks once: a person who has approved exactly this text
 *   (`final`) has passed it, so there it is reported and no longer holds the post.
 * - `allow`: nothing found.
 *
 * `stored` is the policy as it lies in storage. If it does not parse, the strictest preset judges in its place,
 * every draft is reviewed, and the finding of `policy-readable` says so.
 */
export const evaluate = (
  stored: unknown,
  draft: Draft,
  context: DraftContext,
  rules: Readonly<Record<string, Rule>> = RULES,
): Decision => {
  const { policy, problem } = readPolicy(stored);
  const proposedRole = proposeRole(context.evidence);
  const labelPlace = findLabelPlace(policy, draft);
  const full = {
    ...context,
    labelPlace,
    effectiveRole: context.role ?? proposedRole,
    concernsAi: concernsAi(policy.gate.when, context),
  };
  const settings = Object.entries(policy.rules) as [RuleId, NonNullable<Policy['rules'][RuleId]>][];
  if (problem !== undefined)
    settings.push(['policy-readable', { level: 'advise', options: { readable: false, problem } }]);
  if (policy.gate.when !== 'declared' && context.evidence.some(({ kind }) => kind === 'unknown'))
    settings.push(['provenance-readable', { level: 'advise' }]);
  const findings = sortFindings(
    settings.flatMap(([id, setting]) => askRule(id, setting, draft, full, rules) ?? []),
  );
  const open = isAnswered(draft, context) ? findings.filter(({ level }) => level === 'require') : findings;
  const isBlocked = open.some(
    ({ rule, level, code }) =>
      rule === 'prohibited-content' && level === 'require' && code === 'prohibitedWords',
  );
  return {
    effect: isBlocked ? 'block' : open.length > 0 ? 'review' : 'allow',
    findings,
    evidence: [...context.evidence],
    proposedRole,
    policy: { id: policy.id, version: policy.version },
    levels: Object.fromEntries(settings.flatMap(([id, { level }]) => (level === 'off' ? [] : [[id, level]]))),
    ...(labelPlace === 'warning' && { labelPlace }),
    ...(policy.gate.when === 'declared' && { onlyDeclared: true }),
    override: policy.override,
  };
};
