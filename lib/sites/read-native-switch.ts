import type { NativeSwitchState } from '../model/draft.ts';
import { isVisible, queryAllDeep } from './composed-tree.ts';
import type { Composer } from './composer.ts';

/** The switch itself: inside the composer, else anywhere on the page. */
export const findNativeSwitch = ({ root, definition }: Composer): HTMLElement | undefined => {
  const selectors = definition.nativeSwitch?.control ?? [];
  const found = [...queryAllDeep(root, selectors), ...queryAllDeep(root.ownerDocument, selectors)];
  return found.find(isVisible) ?? found[0];
};

export const isSwitchedOn = (control: Element): boolean =>
  control.getAttribute('aria-checked') === 'true' || (control as HTMLInputElement).checked === true;

/** What the page shows of the site's own AI switch; nothing where it has none. */
export const readNativeSwitch = (composer: Composer): NativeSwitchState | undefined => {
  const { nativeSwitch } = composer.definition;
  if (!nativeSwitch) return undefined;
  const { path, control: selectors } = nativeSwitch;
  if (!selectors) return { path, is: 'unseen' };
  const control = findNativeSwitch(composer);
  if (!control) return { path, is: 'hidden' };
  return { path, is: isSwitchedOn(control) ? 'on' : 'off' };
};
