import type { Finding } from '../model/decision.ts';
import type { Draft } from '../model/draft.ts';
import type { Choice, LabelPreview } from '../model/label-preview.ts';
import type { LabelLanguage } from '../model/language.ts';
import type { Role } from '../model/role.ts';
import { composeLabel, type LabelForm } from './compose-label.ts';
import { type FoundLabel, findLabel, findLabels } from './find-label.ts';
import type { LabelPlace } from './find-post-labels.ts';
import { hasNameInLabel } from './label-name.ts';
import { lintPlacement, type Placement } from './lint-placement.ts';
import { type ComposerMeasures, measurePost, type PostTexts } from './measure-post.ts';
import { markParts, placeInWarning, placeLabel } from './place-label.ts';

export interface PreviewOptions {
  /** Language of the post (BCP 47) where known. */
  language?: string | undefined;
  /** Level of the findings. The background decides with the policy's own levels at approval. */
  level?: Finding['level'];
  /** Where the policy wants the label of a post with a content warning. Default: in the text. */
  labelPlace?: LabelPlace | undefined;
}

/** The post with this label, or with none of ours. A label in the text gives way to the one in the warning. */
const placeIn = (
  { parts, warning }: PostTexts,
  place: LabelPlace,
  label: string,
  language: LabelLanguage,
): PostTexts => {
  if (place === 'text' || warning === undefined)
    return { parts: placeLabel(parts, label, language), warning };
  const [first = '', ...further] = placeLabel(parts, '', language);
  return {
    parts: [first, ...(label === '' ? further : markParts(parts.slice(1), language))],
    warning: placeInWarning(warning, label),
  };
};

interface ChosenForm {
  form: LabelPreview['form'];
  /** The label as placed; with form `none` the short one, which does not fit. */
  label: string;
  texts: PostTexts;
  tooMany: number;
}

/** The long label if everything then fits, else the short one, else none: so many characters too many. */
const chooseForm = (
  choice: Choice,
  place: (label: string) => PostTexts,
  excess: (texts: PostTexts) => number,
): ChosenForm => {
  const tryForm = (form: LabelForm) => {
    const label = composeLabel({ ...choice, form });
    const texts = place(label);
    return { form, label, texts, tooMany: excess(texts) };
  };
  const long = tryForm('long');
  if (long.tooMany === 0) return long;
  const short = tryForm('short');
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
  draft: Pick<Draft, 'parts' | 'limit' | 'warning'>,
  choice: Choice,
  composer: ComposerMeasures,
  { language, level = 'advise', labelPlace = 'text' }: PreviewOptions = {},
): LabelPreview => {
  const { warning } = draft;
  const texts: PostTexts = { parts: draft.parts.map(({ text }) => text), warning };
  const place: LabelPlace = warning === undefined ? 'text' : labelPlace;
  const measured = measurePost(draft, composer);
  const placement = { language, fold: place === 'warning' ? undefined : composer.fold };
  const [first = '', ...further] = texts.parts;
  const carried = findCarriedLabel(place === 'warning' ? (warning ?? '') : first, choice, placement);

  let chosen: ChosenForm;
  if (carried) {
    const marked = { ...texts, parts: [first, ...markParts(further, choice.language)] };
    const tooMany = measured.excess(marked);
    chosen = {
      form: tooMany > 0 ? 'none' : carried.form === 'short' ? 'short' : 'long',
      label: '',
      texts: marked,
      tooMany,
    };
  } else {
    chosen = chooseForm(choice, (label) => placeIn(texts, place, label, choice.language), measured.excess);
  }

  const { form, label, tooMany, texts: final } = chosen;
  const count = measured.countOfWarning(final);
  return {
    form,
    label,
    tooMany,
    parts: [...final.parts],
    ...(final.warning !== undefined && { warning: { text: final.warning, ...(count && { count }) } }),
    counts: measured.counts(final),
    findings:
      choice.role === 'none'
        ? []
        : lintFinal(
            { ...placement, parts: final.parts, warning: place === 'warning' ? final.warning : undefined },
            choice,
            carried,
            level,
          ),
  };
};

const lintFinal = (
  placement: Placement,
  { identity }: Choice,
  carried: FoundLabel | undefined,
  level: Finding['level'],
): Finding[] => {
  const findings: Finding[] = lintPlacement(placement).map((finding) => ({
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
      spans: placement.warning === undefined ? [{ part: 0, start: carried.start, end: carried.end }] : [],
      fix: 'edit-text',
    });
  return findings;
};
