import { readAccessibleName } from './accessible-name.ts';
import { isPostName } from './find-generic.ts';

/** Names in the markup are English in nearly all software, whatever language the button speaks. */
const ASIDE = /preview|diff|draft|cancel|discard|delete|upload|attach|search/iu;

/**
 * A button that submits the form and publishes nothing: preview, changes, draft. Whatever else submits it may well
 * publish: "Close with comment" does.
 */
export const isAsideSubmitter = (button: Element): boolean => {
  const name = readAccessibleName(button);
  if (isPostName(name)) return false;
  const { id } = button;
  return [name, id, button.getAttribute('name'), button.getAttribute('formaction')].some((word) =>
    ASIDE.test(word ?? ''),
  );
};
