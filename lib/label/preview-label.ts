import type { Counter, Fold } from '../model/counter.ts';
import type { Finding } from '../model/decision.ts';
import type { Draft } from '../model/draft.ts';
import type { Choice, LabelPreview } from '../model/label-preview.ts';
import type { Role } from '../model/role.ts';
import { composeLabel, type LabelForm } from './compose-label.ts';
import { countExcess, countText } from './count/count-text.ts';
import { type FoundLabel, findLabel, findLabels } from './find-label.ts';
import { hasNameInLabel } from './label-name.ts';
import { lintPlacement } from './lint-placement.ts';
import { markParts, placeLabel } from './place-label.ts';

/** The measures of the composer the post is written in; a `ComposerDefinition` is one. */
export interface ComposerMeasures {
  counter: Counter;
  fold?: Fold | undefined;
}

export interface PreviewOptions {
  /** Language of the post (BCP 47) where known. */
  language?: string | undefined;
  /** Level of the findings. The background decides with the policy's own levels at approval. */
  level?: Finding['level'];
}

/**
 * The counter of each part. The page's own limit goes before the definition's; a part that is over the limit
 * without a label shows that this account may write longer posts, so no limit is known there.
 */
const chooseCounters = (draft: Pick<Draft, 'parts' | 'limit'>, counter: Counter): Counter[] => {
  const own: Counter = { ...counter, limit: draft.limit ?? counter.limit };
  return draft.parts.map(({ text }) => (countExcess(text, own) > 0 ? { type: own.type, limit: 0 } : own));
};

const sumExcess = (parts: readonly string[], counters: readonly Counter[]): number =>
  parts.reduce((sum, text, index) => {
    const counter = counters[index];
    return sum + (counter ? countExcess(text, counter) : 0);
  }, 0);

interface ChosenForm {
  form: LabelPreview['form'];
  /** The label as placed; with form `none` the short one, which does not fit. */
  label: string;
  parts: string[];
  tooMany: number;
}

/** The long label if every part then fits its counter, else the short one, else none: so many characters too many. */
export const chooseForm = (
  parts: readonly string[],
  choice: Choice,
  counters: readonly Counter[],
): ChosenForm => {
  const place = (form: LabelForm) => {
    const label = composeLabel({ ...choice, form });
    const placed = placeLabel(parts, label, choice.language);
    return { form, label, parts: placed, tooMany: sumExcess(placed, counters) };
  };
  const long = place('long');
  if (long.tooMany === 0) return long;
  const short = place('short');
  return short.tooMany === 0 ? short : { ...short, form: 'none' };
};

const isTyped = (label: FoundLabel): boolean => label.form === 'typed' || label.form === 'hashtag';

/** The label the text already carries for this very choice, so that none is added. */
const findCarriedLabel = (
  text: string,
  choice: Choice,
  placement: Omit<Parameters<typeof lintPlacement>[0], 'parts'>,
) => {
  const { role } = choice;
  if (role === 'none' || lintPlacement({ ...placement, parts: [text] }).length > 0) return undefined;
  const first = findLabel(text);
  if (first && !isTyped(first)) {
    const own = (['long', 'short'] as const).map((form) => composeLabel({ ...choice, form }));
    const words = text.slice(first.start, first.end).replace(/\s+/gu, ' ');
    return own.includes(words) ? first : undefined;
  }
  return findLabels(text).find((label) => isTyped(label) && isHonestFor(label, role));
};

const isHonestFor = (label: FoundLabel, role: Role): boolean => label.roles.some((honest) => honest === role);

/** The placed post as the dialog shows it: label, texts, the site's own count, and what is still wrong. */
export const previewLabel = (
  draft: Pick<Draft, 'parts' | 'limit'>,
  choice: Choice,
  composer: ComposerMeasures,
  { language, level = 'advise' }: PreviewOptions = {},
): LabelPreview => {
  const texts = draft.parts.map(({ text }) => text);
  const counters = chooseCounters(draft, composer.counter);
  const placement = { language, fold: composer.fold };
  const carried = findCarriedLabel(texts[0] ?? '', choice, placement);

  let chosen: ChosenForm;
  if (carried) {
    const [first = '', ...rest] = texts;
    const parts = [first, ...markParts(rest, choice.language)];
    const tooMany = sumExcess(parts, counters);
    chosen = {
      form: tooMany > 0 ? 'none' : carried.form === 'short' ? 'short' : 'long',
      label: '',
      parts,
      tooMany,
    };
  } else {
    chosen = chooseForm(texts, choice, counters);
  }

  return {
    ...chosen,
    counts: chosen.parts.map((text, index) => ({
      count: countText(text, composer.counter),
      limit: counters[index]?.limit ?? 0,
    })),
    findings: choice.role === 'none' ? [] : lintFinal(chosen.parts, choice, carried, placement, level),
  };
};

const lintFinal = (
  parts: string[],
  { identity }: Choice,
  carried: FoundLabel | undefined,
  placement: Omit<Parameters<typeof lintPlacement>[0], 'parts'>,
  level: Finding['level'],
): Finding[] => {
  const findings: Finding[] = lintPlacement({ ...placement, parts }).map((finding) => ({
    ...finding,
    rule: finding.code === 'labelMissing' || finding.code === 'labelVague' ? 'ai-label' : 'label-placement',
    level,
  }));
  if (carried && identity && !hasNameInLabel(carried, identity))
    findings.push({
      rule: 'attribution',
      level,
      code: 'nameNotInLabel',
      values: [identity.name],
      spans: [{ part: 0, start: carried.start, end: carried.end }],
      fix: 'edit-text',
    });
  return findings;
};
