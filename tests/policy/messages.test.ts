import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findingCodes } from '#lib/policy/evaluate.ts';
import { RULES } from '#lib/policy/rules/index.ts';

type Messages = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;
const read = (locale: string): Messages =>
  JSON.parse(
    readFileSync(new URL(`../../assets/public/_locales/${locale}/messages.json`, import.meta.url), 'utf8'),
  );

/** How many values each code carries; the others carry none. */
const VALUES: Record<string, number> = {
  labelLanguage: 1,
  labelNotFirst: 1,
  labelVague: 1,
  nameForm: 1,
  nameNotInLabel: 1,
  nativeSwitchOff: 1,
  nativeSwitchUnseen: 1,
  organisationMissing: 1,
  partUnmarked: 2,
  policyUnreadable: 1,
  prohibitedWords: 1,
  roleBelowEvidence: 1,
  ruleFailed: 2,
  ruleOptions: 2,
};

const keys = [
  ...findingCodes().map((code) => ({ key: `finding_${code}`, values: VALUES[code] ?? 0 })),
  ...Object.values(RULES).map(({ title }) => ({ key: title, values: 0 })),
];

test.each(['en', 'de'].flatMap((locale) => keys.map((entry) => ({ locale, ...entry }))))(
  '$locale has $key, with its $values values',
  ({ locale, key, values }) => {
    const entry = read(locale)[key];
    expect(entry?.message.length).toBeGreaterThan(3);
    const contents = Object.values(entry?.placeholders ?? {}).map(({ content }) => content);
    expect(contents.sort()).toEqual(Array.from({ length: values }, (_, index) => `$${index + 1}`));
    const named = [...(entry?.message ?? '').matchAll(/\$(\w+)\$/gu)].map(([, name]) => name?.toLowerCase());
    expect(new Set(named)).toEqual(new Set(Object.keys(entry?.placeholders ?? {})));
  },
);
