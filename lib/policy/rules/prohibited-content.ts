import { z } from 'zod';
import { guessLanguage } from '../../label/guess-language.ts';
import type { Span } from '../../model/decision.ts';
import { findEnglishWords } from '../prohibited/english-words.ts';
import { findTerms, readTermTree, type TextMatch } from '../prohibited/terms.ts';
import { defineRule } from '../rule.ts';

const MOST_SPANS = 200;
const MOST_WORDS_NAMED = 5;

/** No words the policy forbids: a built-in English list and the policy's own terms. */
export const prohibitedContent = defineRule({
  id: 'prohibited-content',
  title: 'rule_prohibited_content',
  concerns: 'all',
  codes: ['prohibitedWords'],
  options: z.strictObject({
    /** `ai`: only drafts that concern AI; `all`: human posts as well, which then need a decision each. */
    applies: z.enum(['ai', 'all']).default('ai'),
    /** The built-in list; it is English, so a post plainly in another language is not measured by it. */
    english: z.boolean().default(true),
    /** The policy's own words and phrases: plain text, whole words, case and accents do not matter. */
    terms: z.array(z.string().trim().min(1).max(100)).max(5000).default([]),
  }),
  check(draft, { options, concernsAi, language }) {
    if (options.applies === 'ai' && !concernsAi) return undefined;
    const tree = readTermTree(options.terms);
    const spans: Span[] = [];
    const words = new Set<string>();
    const find = (text: string, isEnglish: boolean): TextMatch[] => [
      ...findTerms(text, tree).matches,
      ...(isEnglish ? findEnglishWords(text) : []),
    ];
    draft.parts.forEach(({ text, media }, part) => {
      const written = (language ?? guessLanguage(text))?.split('-')[0];
      const isEnglish = options.english && (written === undefined || written === 'en');
      for (const { start, end } of mergeMatches(find(text, isEnglish))) {
        spans.push({ part, start, end });
        words.add(text.slice(start, end));
      }
      // What is read beside the text is in its language. Spans are about the text: the words must do.
      const beside = part === 0 ? [draft.title, draft.warning] : [];
      for (const other of [...beside, ...media.map(({ alt }) => alt)])
        for (const { start, end } of find(other ?? '', isEnglish)) words.add((other ?? '').slice(start, end));
    });
    if (words.size === 0) return undefined;
    const named = [...words].slice(0, MOST_WORDS_NAMED).map((word) => `“${word}”`);
    const more = words.size > MOST_WORDS_NAMED ? ', …' : '';
    return {
      code: 'prohibitedWords',
      values: [(named.join(', ') + more).slice(0, 300)],
      spans: spans.slice(0, MOST_SPANS),
      fix: 'edit-text',
    };
  },
});

/** In order, what overlaps as one. */
const mergeMatches = (matches: TextMatch[]): TextMatch[] => {
  const merged: TextMatch[] = [];
  for (const match of matches.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && match.start < last.end) last.end = Math.max(last.end, match.end);
    else merged.push({ ...match });
  }
  return merged;
};
