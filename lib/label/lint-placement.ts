import type { Fold } from '../model/counter.ts';
import type { Finding } from '../model/decision.ts';
import { findLinks } from './count/links.ts';
import { type FoundLabel, findLabel, findLabels, findPartMark, findVagueHint } from './find-label.ts';
import { HIDDEN, removeHiddenFromName } from './folded-text.ts';
import { WORDS } from './words/index.ts';

export const PLACEMENT_CODES = [
  'labelMissing',
  'labelVague',
  'labelNotFirst',
  'labelBehindFold',
  'labelBehindLink',
  'labelInHashtags',
  'labelHidden',
  'labelLanguage',
  'labelBehindWarning',
  'partUnmarked',
] as const;
type PlacementCode = (typeof PLACEMENT_CODES)[number];

/** One thing wrong with the label's place or words. Values and spans as in `Finding`. */
export type PlacementFinding = Pick<Finding, 'values' | 'spans' | 'fix'> & { code: PlacementCode };

export interface Placement {
  /** Text of each part, label included. */
  parts: readonly string[];
  /** The content warning, where the label belongs in there: the text is hidden behind it. */
  warning?: string | undefined;
  /** Language of the post (BCP 47) where known; only one we have words for can be demanded. */
  language?: string | undefined;
  fold?: Fold | undefined;
}

/** A label must begin within this many visible characters. */
const FIRST_CHARACTERS = 120;
/** From this many hashtags in a row nobody reads them. */
const HASHTAG_RUN = 3;

/** Characters a reader sees before `offset`. A line break counts as one, what is hidden as none. */
const countVisible = (text: string, offset: number): number => {
  let count = 0;
  for (const character of text.slice(0, offset))
    if (!HIDDEN.test(character) && !/\p{M}/u.test(character)) count += 1;
  return count;
};

const isBehindFold = (text: string, label: FoundLabel, fold: Fold | undefined): boolean => {
  if (!fold) return false;
  const lines = text.slice(0, label.start).split(/\r\n|[\n\r]/u).length;
  if (fold.lines !== undefined && lines > fold.lines) return true;
  return fold.characters !== undefined && countVisible(text, label.leadEnd) > fold.characters;
};

const isInHashtags = (text: string, label: FoundLabel): boolean => {
  const before =
    /(?:[#＃][\p{L}\p{N}\p{M}_]+[\s,]*)*$/u.exec(text.slice(0, label.start).slice(-1000))?.[0] ?? '';
  const after =
    /^[\s,]*(?:[#＃][\p{L}\p{N}\p{M}_]+[\s,]*)*/u.exec(text.slice(label.end, label.end + 1000))?.[0] ?? '';
  const hashtags = (run: string): number => run.match(/[#＃]/gu)?.length ?? 0;
  const own = label.form === 'hashtag' ? 1 : 0;
  if (own === 0 && hashtags(before) === 0) return false;
  return hashtags(before) + own + hashtags(after) >= HASHTAG_RUN;
};

/** Hidden characters between the label's words; inside a name those that hold letters together are fine. */
const hasHidden = (text: string, label: FoundLabel): boolean => {
  const { name } = label;
  const words = name
    ? text.slice(label.start, name.start) + text.slice(name.end, label.end)
    : text.slice(label.start, label.end);
  return HIDDEN.test(words) || (name !== undefined && removeHiddenFromName(name.text) !== name.text);
};

const isForeign = (label: FoundLabel, language: string | undefined): boolean => {
  const primary = language?.toLowerCase().split('-')[0];
  return primary !== undefined && Object.hasOwn(WORDS, primary) && primary !== label.language;
};

const lintLabel = (text: string, label: FoundLabel, { language, fold }: Placement): PlacementFinding[] => {
  const spans = [{ part: 0, start: label.start, end: label.end }];
  const findings: PlacementFinding[] = [];
  const add = (code: PlacementCode, fix: Finding['fix'], values: string[] = []) =>
    findings.push({ code, values, spans, fix });
  const before = countVisible(text, label.start);
  if (before >= FIRST_CHARACTERS) add('labelNotFirst', 'move-label', [String(before)]);
  if (isBehindFold(text, label, fold)) add('labelBehindFold', 'move-label');
  if (findLinks(text.slice(0, label.start), { bare: true }).length > 0) add('labelBehindLink', 'move-label');
  if (isInHashtags(text, label)) add('labelInHashtags', 'move-label');
  if (hasHidden(text, label)) add('labelHidden', 'edit-text');
  if (isForeign(label, language)) add('labelLanguage', 'add-label', [language ?? '']);
  return findings;
};

const lintFirst = (text: string, placement: Placement): PlacementFinding[] => {
  const labels = findLabels(text);
  if (labels.length === 0) {
    const hint = findVagueHint(text);
    return hint
      ? [
          {
            code: 'labelVague',
            values: [text.slice(hint.start, hint.end)],
            spans: [{ part: 0, ...hint }],
            fix: 'add-label',
          },
        ]
      : [{ code: 'labelMissing', values: [], spans: [], fix: 'add-label' }];
  }
  const linted = labels.map((label) => lintLabel(text, label, placement));
  return linted.some((findings) => findings.length === 0) ? [] : (linted[0] ?? []);
};

/** A content warning is short and never folded. Spans are about the text, so there are none for what stands in here. */
const lintWarning = (warning: string, placement: Placement): PlacementFinding[] => {
  if (findLabels(warning).length > 0)
    return lintFirst(warning, { ...placement, fold: undefined }).map((finding) => ({
      ...finding,
      spans: [],
    }));
  const [text = ''] = placement.parts;
  const [hidden] = findLabels(text);
  if (!hidden) return lintFirst(text, placement);
  const spans = [{ part: 0, start: hidden.start, end: hidden.end }];
  return [{ code: 'labelBehindWarning', values: [], spans, fix: 'move-label' }];
};

/** What a reader would miss or misread about the label of a post that needs one. Empty: it is well placed. */
export const lintPlacement = (placement: Placement): PlacementFinding[] => {
  const { parts, warning } = placement;
  const findings =
    warning === undefined ? lintFirst(parts[0] ?? '', placement) : lintWarning(warning, placement);
  parts.forEach((text, part) => {
    if (part === 0 || findPartMark(text) || findLabel(text)) return;
    findings.push({
      code: 'partUnmarked',
      values: [String(part + 1), String(parts.length)],
      spans: [{ part, start: 0, end: 0 }],
      fix: 'add-label',
    });
  });
  return findings;
};
