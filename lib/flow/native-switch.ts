import { isVisible, queryAllDeep } from '../sites/composed-tree.ts';
import type { Composer } from '../sites/composer.ts';
import { findNativeSwitch, isSwitchedOn } from '../sites/read-native-switch.ts';
import { waitFor } from './wait-for.ts';

/** How long the page may take to show the switch, and to have switched. Milliseconds. */
const SHOWN_WITHIN = 2000;
/** A switch that is still on after this long stays on. */
const HOLDS_FOR = 300;

const findShown = (composer: Composer, selectors: readonly string[] = []): HTMLElement | undefined =>
  queryAllDeep(composer.root.ownerDocument, selectors).find(isVisible);

const isOn = (composer: Composer): boolean => {
  const control = findNativeSwitch(composer);
  return control !== undefined && isSwitchedOn(control);
};

/** Switches the site's own AI switch on as a person would, says yes to what it asks, and reads it back. */
export const setNativeSwitch = async (composer: Composer): Promise<boolean> => {
  const { nativeSwitch } = composer.definition;
  if (!nativeSwitch?.control) return false;
  let control = findNativeSwitch(composer);
  if (!control || !isVisible(control)) {
    findShown(composer, nativeSwitch.reveal)?.click();
    control = await waitFor(() => {
      const found = findNativeSwitch(composer);
      return found && isVisible(found) ? found : undefined;
    }, SHOWN_WITHIN);
  }
  if (!control) return false;
  if (!isSwitchedOn(control)) control.click();
  await waitFor(() => {
    findShown(composer, nativeSwitch.confirm)?.click();
    return isOn(composer) || undefined;
  }, SHOWN_WITHIN);
  // A site may take it back, or render it anew.
  const wentOff = await waitFor(() => !isOn(composer) || undefined, HOLDS_FOR);
  return wentOff === undefined;
};
