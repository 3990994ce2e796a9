import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { foldClusters, foldTypography, HIDDEN } from '#lib/label/folded-text.ts';
import { WORDS } from '#lib/label/words/index.ts';
import { LABEL_LANGUAGES } from '#lib/model/language.ts';
import { ROLES } from '#lib/model/role.ts';

const wordings = Object.entries(WORDS).flatMap(([language, { roles, brackets }]) =>
  Object.entries(roles).flatMap(([role, forms]) =>
    (['long', 'short'] as const).map((form) => ({ language, role, form, brackets, ...forms[form] })),
  ),
);

test('each language has one file, one line in the list, and a tag in the model', () => {
  const files = readdirSync(new URL('../../lib/label/words', import.meta.url));
  expect(files.sort()).toEqual([...LABEL_LANGUAGES.map((language) => `${language}.ts`), 'index.ts'].sort());
  expect(Object.keys(WORDS).sort()).toEqual([...LABEL_LANGUAGES].sort());
});

test.each(Object.entries(WORDS))('%s has words for every role that needs a label', (_, { roles }) => {
  expect(Object.keys(roles)).toEqual(ROLES.filter((role) => role !== 'none'));
});

test.each(wordings)(
  '$language $role $form begins with AI, in one pair of brackets',
  ({ named, unnamed, brackets }) => {
    for (const wording of [named, unnamed]) {
      expect(wording.startsWith(`${brackets[0]}AI`)).toBe(true);
      expect(wording.endsWith(brackets[1])).toBe(true);
      expect(wording.slice(1, -1)).not.toMatch(/[[\]【】\n]/u);
      expect(HIDDEN.test(wording)).toBe(false);
      expect(wording).toBe(wording.normalize('NFC'));
    }
    expect(named.split('{name}')).toHaveLength(2);
    expect(unnamed).not.toContain('{');
  },
);

test.each(wordings.filter(({ form }) => form === 'long'))(
  '$language $role: the short form is shorter',
  (long) => {
    const short = wordings.find(
      ({ language, role, form }) => language === long.language && role === long.role && form === 'short',
    );
    expect(short?.named.length).toBeLessThan(long.named.length);
    expect(short?.unnamed.length).toBeLessThanOrEqual(long.unnamed.length);
  },
);

test('no two wordings of different meaning are the same', () => {
  const meanings = new Map<string, string>();
  for (const { language, role, named, unnamed } of wordings)
    for (const wording of [named, unnamed]) {
      const meaning = `${language} ${role}`;
      expect(meanings.get(wording) ?? meaning).toBe(meaning);
      meanings.set(wording, meaning);
    }
});

/** What a word of review or of a person looks like, per language. */
const REVIEW =
  /review|check(?!ed in detail)|approv|geprüft|freigegeben|relu|approuvé|revisado|aprobado|確認|承認/iu;
const PERSON =
  /\b(?:written|edited|reviewed|prompted|approved) by|geschrieben|bearbeitet|geprüft|écrit par|relu|modifié|escrito por|revisado|editado por|執筆|指示|編集/iu;

test.each(wordings)(
  '$language $role $form claims no more than the role holds',
  ({ role, named, unnamed }) => {
    for (const wording of [named, unnamed]) {
      if (role === 'generated-prompted') expect(wording).not.toMatch(REVIEW);
      if (role === 'autonomous') expect(wording).not.toMatch(PERSON);
      if (role === 'coauthored' || role === 'assisted') expect(wording).toMatch(PERSON);
      if (role === 'generated-reviewed') expect(wording).toMatch(REVIEW);
    }
  },
);

test.each(Object.entries(WORDS))(
  '%s: part mark and typed phrases carry the initialism in capitals',
  (_, words) => {
    expect(words.partMark).toMatch(/^[(（]AI/u);
    expect(words.partMark.split('{total}')).toHaveLength(2);
    for (const { phrases, roles } of words.typed) {
      expect(roles.length).toBeGreaterThan(0);
      for (const phrase of phrases) {
        expect(phrase).toMatch(/AI|KI|IA/u);
        expect(foldClusters(phrase, foldTypography).text.length).toBe(phrase.length);
      }
    }
  },
);

test('no phrase stands for two sets of roles', () => {
  const roles = new Map<string, string>();
  for (const words of Object.values(WORDS))
    for (const { phrases, roles: honest } of words.typed)
      for (const phrase of phrases) {
        const key = phrase.toLowerCase().replace(/[- ’]/gu, '');
        expect(roles.get(key) ?? honest.join()).toBe(honest.join());
        roles.set(key, honest.join());
      }
});
