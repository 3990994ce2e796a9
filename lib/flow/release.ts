import { pressEnter } from '../editors/press-enter.ts';
import { draftKey } from '../model/draft-key.ts';
import { readAccessibleName } from '../sites/accessible-name.ts';
import { isVisible } from '../sites/composed-tree.ts';
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

const isEnterOnly = ({ definition, found }: Composer): boolean =>
  found === 'definition' && definition.keys.includes('Enter') && definition.submit.length === 0;

/** The control that the person pressed, and what it said then. */
export interface PressedControl {
  control: HTMLElement;
  name: string;
}

/** Forms with several buttons tell them apart by name and value: the pressed one, while it is still the same. */
const isStillThere = ({ control, name }: PressedControl): boolean =>
  isVisible(control) && readAccessibleName(control) === name;

const findEnabledControl = async (
  composer: Composer,
  pressed: PressedControl | undefined,
): Promise<HTMLElement | undefined> => {
  const until = performance.now() + ENABLED_WITHIN;
  for (;;) {
    const control = pressed && isStillThere(pressed) ? pressed.control : findSubmitControl(composer);
    if (control !== undefined && isControlEnabled(control)) return control;
    if (isEnterOnly(composer) || performance.now() > until) return undefined;
    await nextFrame();
  }
};

/** Presses the site's own control (the one that was pressed, if it is still there), once, if the draft is still exactly what was approved. */
export const releasePost = async (
  composer: Composer,
  key: string,
  pass: Pass,
  pressed?: PressedControl,
): Promise<Release> => {
  const control = await findEnabledControl(composer, pressed);
  // Read right before the press, in the same task: nothing can change the text in between.
  if (draftKey(readDraft(composer)) !== key) return { is: 'changed' };
  const [editor] = composer.editors;
  const isTaken =
    control !== undefined
      ? pass.during(control, key, 'click', () => control.click())
      : editor && isEnterOnly(composer) && pass.during(editor, key, 'keydown', () => pressEnter(editor));
  return { is: isTaken ? 'pressed' : 'needs-press' };
};
