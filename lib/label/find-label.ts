import type { LabelLanguage } from '../model/language.ts';
import { type FoldedText, foldClusters, foldTypography } from './folded-text.ts';
import { type Pattern, readPatterns, squeeze } from './label-patterns.ts';
import type { LabelledRole } from './label-words.ts';

/** A label in a text; offsets are UTF-16 units of that text, end exclusive. */
export interface FoundLabel {
  /** The roles for which these words are honest; one for a label of ours. */
  roles: readonly LabelledRole[];
  language: LabelLanguage;
  /** `typed`: a phrase of the vocabulary written by hand. `hashtag`: the same as one hashtag. */
  form: 'long' | 'short' | 'typed' | 'hashtag';
  start: number;
  end: number;
  /** End of the words that say AI was involved; what must not be cut off. */
  leadEnd: number;
  /** The name inside a label of ours. */
  name?: { text: string; start: number; end: number };
  /** What stands in the label, for a typed one the rest of its line: where a name may be looked for. */
  line: string;
}

/** No reader looks further than this for a label, so neither do we. UTF-16 units. */
const SEARCHED = 5000;
/** How much of a line a typed label may cover. */
const LONGEST_LINE = 200;

/** What may precede a label that still counts as the start: signs, emoji, white space. */
const BEFORE_START = /^[^\p{L}\p{N}#@＃＠]*$/u;

const originalRange = (folded: FoldedText, start: number, end: number): { start: number; end: number } => ({
  start: folded.starts[start] ?? 0,
  end: folded.ends[end - 1] ?? 0,
});

const describeMatch = (
  text: string,
  folded: FoldedText,
  pattern: Pattern,
  match: RegExpExecArray,
): FoundLabel => {
  const foldedEnd = match.index + match[0].length;
  const { start, end } = originalRange(folded, match.index, foldedEnd);
  const isOurs = pattern.form === 'long' || pattern.form === 'short';
  const lineEnd = folded.text.indexOf('\n', foldedEnd);
  const named = match.indices?.groups?.name;
  const beforeName = named ? named[0] - match.index : match[0].length;
  const lead = isOurs ? Math.min(match[0].search(/ ?[:,：、]|[\]】]/u), beforeName) : match[0].length;
  const found: FoundLabel = {
    roles: pattern.roles,
    language: pattern.language,
    form: pattern.form,
    start,
    end,
    leadEnd: originalRange(folded, match.index, match.index + lead).end,
    line: isOurs
      ? text.slice(start, end)
      : folded.text.slice(
          match.index,
          Math.min(lineEnd < 0 ? Number.POSITIVE_INFINITY : lineEnd, match.index + LONGEST_LINE),
        ),
  };
  if (named) {
    const range = originalRange(folded, named[0], named[1]);
    found.name = { ...range, text: text.slice(range.start, range.end) };
  }
  return found;
};

/** All labels near the start of a text, in order; of two at one place the longer. */
export const findLabels = (text: string): FoundLabel[] => {
  const folded = foldClusters(text.slice(0, SEARCHED), foldTypography);
  const found: FoundLabel[] = [];
  const { bracketed, typed, initialisms } = readPatterns();
  if (!initialisms.test(folded.text)) return found;

  for (const bracket of folded.text.matchAll(/[[【][^[\]【】\n]{2,600}[\]】]/gu)) {
    if (!bracket[0].includes('AI')) continue;
    for (const pattern of bracketed) {
      pattern.expression.lastIndex = bracket.index;
      const match = pattern.expression.exec(folded.text);
      if (!match) continue;
      found.push(describeMatch(text, folded, pattern, match));
      break;
    }
  }
  const squeezed = squeeze(folded.text);
  for (const pattern of typed) {
    if (!squeezed.includes(pattern.squeezed)) continue;
    for (const match of folded.text.matchAll(pattern.expression)) {
      if (!initialisms.test(match[0])) continue;
      const label = describeMatch(text, folded, pattern, match);
      if (!found.some((other) => label.start < other.end && other.start < label.end)) found.push(label);
    }
  }
  return found.sort((a, b) => a.start - b.start);
};

/** The label a text begins with, in any language and for any role. */
export const findLabel = (text: string): FoundLabel | undefined => {
  const [first] = findLabels(text);
  return first && BEFORE_START.test(text.slice(0, first.start).replace(/[[【(（]/gu, '')) ? first : undefined;
};

/** The mark of a further part of a thread at the start of its text. */
export const findPartMark = (text: string): { start: number; end: number } | undefined => {
  const folded = foldClusters(text.slice(0, LONGEST_LINE), foldTypography);
  for (const expression of readPatterns().partMarks) {
    const match = expression.exec(folded.text);
    if (match && BEFORE_START.test(folded.text.slice(0, match.index)))
      return originalRange(folded, match.index, match.index + match[0].length);
  }
  return undefined;
};

/** What hints at AI: a hashtag in any case, the bare letters only as capitals. */
const HINTS = [
  /(?<![\p{L}\p{N}])#(?:ai|ki|ia|aigc|aiart|aitext|aiwriting|chatgpt|gpt|llm|claude|gemini|copilot|bot)(?![\p{L}\p{N}_])/iu,
  /(?<![\p{L}\p{N}])(?:ai|ki)[- ](?:generated|written|assisted|generiert)(?![\p{L}\p{N}])/iu,
  /(?<![\p{L}\p{N}])(?:AI|KI|IA|AIGC)(?![\p{L}\p{N}])/u,
];

/** A hint at AI that says too little to be a label: a bare "AI", "#ai", "#aiart", a tool's name as a hashtag. */
export const findVagueHint = (text: string): { start: number; end: number } | undefined => {
  const folded = foldClusters(text.slice(0, SEARCHED), foldTypography);
  for (const hint of HINTS) {
    const match = hint.exec(folded.text);
    if (match) return originalRange(folded, match.index, match.index + match[0].length);
  }
  return undefined;
};
