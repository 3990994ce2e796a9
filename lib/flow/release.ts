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

const isEnterOnly = ({ definition, found }: Composer): boolean =>
  found === 'definition' && definition.keys.includes('Enter') && definition.submit.length === 0;

const findEnabledControl = async (composer: Composer): Promise<HTMLElement | undefined> => {
  const until = performance.now() + ENABLED_WITHIN;
  for (;;) {
    const control = findSubmitControl(composer);
    if (control !== undefined && isControlEnabled(control)) return control;
    if (isEnterOnly(composer) || performance.now() > until) return undefined;
    await nextFrame();
  }
};

/** Where there is no control, the site's key handler is given the key it listens to. */
const pressEnter = (editor: HTMLElement): void => {
  editor.dispatchEvent(
    new KeyboardEvent('keydown', {
      key: 'Enter',
      code: 'Enter',
      keyCode: 13,
      bubbles: true,
      cancelable: true,
      composed: true,
    }),
  );
};

/** Presses the site's own control, once, if the draft is still exactly what was approved. */
export const releasePost = async (composer: Composer, key: string, pass: Pass): Promise<Release> => {
  const control = await findEnabledControl(composer);
  // Read right before the press, in the same task: nothing can change the text in between.
  if (draftKey(readDraft(composer)) !== key) return { is: 'changed' };
  const [editor] = composer.editors;
  const isTaken =
    control !== undefined
      ? pass.during(control, key, 'click', () => control.click())
      : editor && isEnterOnly(composer) && pass.during(editor, key, 'keydown', () => pressEnter(editor));
  return { is: isTaken ? 'pressed' : 'needs-press' };
};
