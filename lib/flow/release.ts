import { draftKey } from '../model/draft-key.ts';
import type { Composer } from '../sites/composer.ts';
import { findSubmitControl, isControlEnabled } from '../sites/find-submit.ts';
import { readDraft } from '../sites/read-draft.ts';
import { nextFrame } from './frames.ts';
import type { Pass } from './pass.ts';

/** How long a site may take to enable its control after the label went in, in milliseconds. */
const ENABLED_WITHIN = 2000;

export type Release =
  | { is: 'pressed' }
  /** No control to press, or the site swallowed the press: the person presses once more. */
  | { is: 'needs-press' }
  | { is: 'changed' };

const findEnabledControl = async (composer: Composer): Promise<HTMLElement | undefined> => {
  const until = performance.now() + ENABLED_WITHIN;
  for (;;) {
    const control = findSubmitControl(composer);
    if (control !== undefined && isControlEnabled(control)) return control;
    if (performance.now() > until) return undefined;
    await nextFrame();
  }
};

/** Presses the site's own control, once, if the draft is still exactly what was approved. */
export const releasePost = async (composer: Composer, key: string, pass: Pass): Promise<Release> => {
  const control = await findEnabledControl(composer);
  // Read right before the press, in the same task: nothing can change the text in between.
  if (draftKey(readDraft(composer)) !== key) return { is: 'changed' };
  if (control === undefined) return { is: 'needs-press' };
  return pass.during(control, key, () => control.click()) ? { is: 'pressed' } : { is: 'needs-press' };
};
