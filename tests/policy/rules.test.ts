import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findingSchema, RULE_IDS } from '#lib/model/decision.ts';
import { proposeRole } from '#lib/policy/evaluate.ts';
import { findLabelPlace } from '#lib/policy/label-place.ts';
import type { Rule } from '#lib/policy/rule.ts';
import { RULES } from '#lib/policy/rules/index.ts';
import type { Case, RuleLists } from './rules/lists.ts';

const ids = readdirSync(new URL('../../lib/policy/rules', import.meta.url))
  .filter((file) => file !== 'index.ts')
  .map((file) => file.replace(/\.ts$/u, ''));
const readme = readFileSync(new URL('../../lib/policy/README.md', import.meta.url), 'utf8');

test('every rule file is registered and every registered rule has its file', () => {
  expect(Object.keys(RULES).sort()).toEqual([...ids].sort());
  expect([...RULE_IDS].sort()).toEqual([...ids].sort());
});

const check = (rule: Rule, { draft, context, options = {} }: Case) => {
  const effectiveRole = context.role ?? proposeRole(context.evidence);
  return rule.check(draft, {
    ...context,
    options: rule.options.parse(options),
    effectiveRole,
    labelPlace: findLabelPlace({ rules: { 'label-placement': { level: 'require', options } } }, draft),
    concernsAi: effectiveRole !== 'none',
  });
};

describe.each(ids)('%s', async (id) => {
  const rule = RULES[id as keyof typeof RULES];
  const { lists } = (await import(`./rules/${id}.ts`)) as { lists: RuleLists };

  test('is named after its file, here and in its title', () => {
    expect(rule.id).toBe(id);
    expect(rule.title).toBe(`rule_${id.replaceAll('-', '_')}`);
    expect(existsSync(new URL(`../../lib/policy/rules/${rule.id}.ts`, import.meta.url))).toBe(true);
  });

  test('is documented: what it asks, its options, each of its codes', () => {
    const row = readme.split('\n').find((line) => line.split('|')[1]?.trim() === `\`${id}\``);
    expect(row).toBeDefined();
    for (const code of rule.codes) expect(row).toContain(`\`${code}\``);
    const options = rule.options as unknown as { shape: Record<string, unknown> };
    for (const option of Object.keys(options.shape)) expect(row).toContain(`\`${option}\``);
  });

  test('works without options and refuses unknown ones', () => {
    expect(rule.options.safeParse({}).success).toBe(true);
    expect(rule.options.safeParse({ unknown: true }).success).toBe(false);
  });

  test.each(lists.accept)('accepts $it', (row) => {
    expect(check(rule, row)).toBeUndefined();
  });

  test.each(lists.reject)('rejects $it: $code', (row) => {
    const finding = check(rule, row);
    expect(finding).toMatchObject({ code: row.code });
    expect(finding?.spans.map(({ start, end }) => [start, end])).toEqual(row.spans ?? []);
    expect(findingSchema.safeParse({ ...finding, rule: id, level: 'require' }).success).toBe(true);
  });

  test('every code it can give is in a list', () => {
    expect(new Set(lists.reject.map(({ code }) => code))).toEqual(new Set(rule.codes));
  });
});
