import type { LabelLanguage } from '../model/language.ts';
import { foldClusters, foldTypography } from './folded-text.ts';
import type { LabelledRole } from './label-words.ts';
import { WORDS } from './words/index.ts';

/** How one wording is recognised in folded text. */
export interface Pattern {
  expression: RegExp;
  roles: readonly LabelledRole[];
  language: LabelLanguage;
  form: 'long' | 'short' | 'typed' | 'hashtag';
}

/** A phrase typed by hand. `squeezed` must be in the squeezed text before the expression is worth trying. */
export interface TypedPattern extends Pattern {
  squeezed: string;
}

export interface Patterns {
  /** Labels of ours, sticky: tried at an opening bracket. */
  bracketed: Pattern[];
  /** Phrases typed by hand, global. Longest first. */
  typed: TypedPattern[];
  partMarks: RegExp[];
  /** The letters that must be capitals. */
  initialisms: RegExp;
}

const foldTemplate = (template: string): string => foldClusters(template, foldTypography).text;

const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

/** Folded text without the differences a phrase allows: a quick look before the slow one. */
export const squeeze = (folded: string): string => folded.toLowerCase().replace(/[- ]/gu, '');

const NAME = '(?<name>[^\\[\\]【】\\n]{1,400})';

const bracketedExpression = (template: string): RegExp =>
  new RegExp(
    foldTemplate(template)
      .split('{name}')
      .map((piece) => escapePattern(piece).replace(/ /gu, '\\s+'))
      .join(NAME),
    'diuy',
  );

/**
 * A phrase is a label, not a topic, when it stands at the start of a line or in brackets and something other
 * than the next word of a sentence follows ("AI-generated, checked by me", not "AI-generated pictures are").
 */
const typedExpression = (phrase: string): RegExp => {
  const words = foldTemplate(phrase).split(/[- ]/u).map(escapePattern).join('[- ]');
  const follows = '(?=\\s*(?:$|\\n|[.,:;!|/()\\[\\]【】{}·•、。：・!?-]|(?:by|von|par|por|and|und|et|y)\\s))';
  return new RegExp(`(?<=(?:^|\\n)[^\\p{L}\\p{N}#@\\n]{0,20}|[(\\[【（]\\s?)${words}${follows}`, 'dgiu');
};

const hashtagExpression = (phrase: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}&])#${escapePattern(foldTemplate(phrase).replace(/[- ]/gu, ''))}(?![\\p{L}\\p{N}_])`,
    'dgiu',
  );

const buildPatterns = (): Patterns => {
  const patterns: Patterns = { bracketed: [], typed: [], partMarks: [], initialisms: /AI|KI|IA/u };
  for (const [language, words] of Object.entries(WORDS) as [LabelLanguage, (typeof WORDS)[LabelLanguage]][]) {
    // Without a name first: "a person" would pass for one.
    for (const [role, forms] of Object.entries(words.roles) as [
      LabelledRole,
      (typeof words.roles)[LabelledRole],
    ][])
      for (const form of ['long', 'short'] as const)
        for (const template of [forms[form].unnamed, forms[form].named])
          patterns.bracketed.push({
            expression: bracketedExpression(template),
            roles: [role],
            language,
            form,
          });
    for (const { phrases, roles } of words.typed)
      for (const phrase of phrases) {
        const squeezed = squeeze(foldTemplate(phrase));
        const shared = { roles, language, squeezed };
        patterns.typed.push({ ...shared, expression: typedExpression(phrase), form: 'typed' });
        if (!squeezed.includes("'"))
          patterns.typed.push({ ...shared, expression: hashtagExpression(phrase), form: 'hashtag' });
      }
    patterns.partMarks.push(
      new RegExp(
        escapePattern(foldTemplate(words.partMark))
          .replace(/\\\{total\\\}/u, '\\d{1,3}')
          .replace(/ /gu, '\\s+'),
        'iu',
      ),
    );
  }
  patterns.typed.sort((a, b) => b.squeezed.length - a.squeezed.length);
  return patterns;
};

let patterns: Patterns | undefined;

/** Built once, when first asked for. */
export const readPatterns = (): Patterns => {
  patterns ??= buildPatterns();
  return patterns;
};
