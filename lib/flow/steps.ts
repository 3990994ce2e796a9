import { isVisible, queryAllDeep } from '../sites/composed-tree.ts';
import type { Composer } from '../sites/composer.ts';
import { findSubmitControl } from '../sites/find-submit.ts';
import { waitFor } from './wait-for.ts';

/** How long a page may take to show another of its steps. Milliseconds. */
const SHOWN_WITHIN = 3000;

const press = ({ root }: Composer, selectors: readonly string[]): void =>
  queryAllDeep(root.ownerDocument, selectors).find(isVisible)?.click();

/**
 * Runs a job on the step of the site's publisher that shows the text, and comes back to the last step. `undefined`:
 * one of the two did not come; where the job ran, its result is lost with it and the caller must look again.
 */
export const onTextStep = async <Result>(
  composer: Composer,
  job: () => Promise<Result>,
): Promise<Result | undefined> => {
  const { steps } = composer.definition;
  const isTextShown = (): boolean => composer.editors.every(isVisible);
  if (!steps || isTextShown()) return job();
  press(composer, steps.toText);
  if (!(await waitFor(() => isTextShown() || undefined, SHOWN_WITHIN))) return undefined;
  const result = await job();
  // Such pages take a text over when the focus leaves it.
  const { activeElement } = composer.root.ownerDocument;
  if (activeElement instanceof HTMLElement) activeElement.blur();
  press(composer, steps.toSubmit);
  const isBack = (): true | undefined => {
    const control = findSubmitControl(composer);
    return control && isVisible(control) ? true : undefined;
  };
  return (await waitFor(isBack, SHOWN_WITHIN)) && result;
};
