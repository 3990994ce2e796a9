import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '#lib/i18n/catalogue-text.ts';
import german from '../../assets/public/_locales/de/messages.json';
import english from '../../assets/public/_locales/en/messages.json';

const root = fileURLToPath(new URL('../..', import.meta.url));
const en: Catalogue = english;
const de: Catalogue = german;

const readSources = (folder: string): string =>
  readdirSync(`${root}/${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/u.test(entry.name))
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'))
    .join('\n');

/** Names in the sentence and the values they stand for. */
const placeholdersOf = ({ message, placeholders = {} }: Catalogue[string]): string[] =>
  [...message.matchAll(/\$([A-Za-z0-9_]+)\$/gu)]
    .map(
      ([, name = '']) => `${name.toLowerCase()}=${placeholders[name.toLowerCase()]?.content ?? 'undeclared'}`,
    )
    .sort();

/** Keys made from data at run time: the data's own tests see to it that each code has its sentence. */
const FROM_DATA =
  /^(finding|rule|problem|preset|presetSummary|verify|stamp|restore|siteFailed|logFault|logFaultAdvice)_/u;

describe('messages', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(de)).toEqual(Object.keys(en));
  });

  it('are sorted, so that changes stay readable', () => {
    expect(Object.keys(en)).toEqual(Object.keys(en).sort());
  });

  it.each(Object.keys(en))('%s says something, with the same values, in both languages', (key) => {
    const [ours, theirs] = [en[key], de[key]];
    if (ours === undefined || theirs === undefined) throw new Error(`no sentence for ${key}`);
    expect(ours.message.trim()).not.toBe('');
    expect(theirs.message.trim()).not.toBe('');
    expect(placeholdersOf(theirs)).toEqual(placeholdersOf(ours));
    expect(placeholdersOf(ours).join()).not.toContain('undeclared');
    expect([...new Set(placeholdersOf(ours))]).toHaveLength(Object.keys(ours.placeholders ?? {}).length);
  });

  it('do not address the reader with "du"', () => {
    const familiar = Object.entries(de).filter(([, { message }]) =>
      /\b(du|dich|dir|dein\w*)\b/iu.test(message),
    );
    expect(familiar).toEqual([]);
  });

  it('are all used', () => {
    const sources =
      ['components', 'entrypoints', 'lib'].map(readSources).join('\n') +
      readFileSync(`${root}/wxt.config.ts`, 'utf8');
    const unused = Object.keys(en).filter(
      (key) =>
        !FROM_DATA.test(key) && !new RegExp(`(?<![A-Za-z0-9])${key}(?![A-Za-z0-9])`, 'u').test(sources),
    );
    expect(unused).toEqual([]);
  });

  it('cover every problem the flow can stop with', () => {
    const codes = [
      'label-not-inserted',
      'native-switch-not-set',
      'label-too-long',
      'text-changed',
      'no-submit-control',
      'background-silent',
      'storage-failed',
      'press-post-again',
      'not-approved',
      'site-refused',
      'extension-updated',
      'covered',
    ];
    expect(codes.filter((code) => en[`problem_${code.replace(/-/gu, '_')}`] === undefined)).toEqual([]);
  });

  it('cover every reason for which a backup is not restored', () => {
    const codes = ['passphrase', 'damaged', 'format', 'forked', 'moved', 'busy', 'quota'];
    expect(codes.filter((code) => en[`restore_${code}`] === undefined)).toEqual([]);
  });
});
