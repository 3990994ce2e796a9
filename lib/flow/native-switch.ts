import { isVisible, queryAllDeep } from '../sites/composed-tree.ts';
import type { Composer } from '../sites/composer.ts';
import { findNativeSwitch, isSwitchedOn } from '../sites/read-native-switch.ts';
import { nextFrame } from './frames.ts';

/** How long the page may take to show the switch, and to have switched. Milliseconds. */
const SHOWN_WITHIN = 2000;
/** A switch that is still on after this long stays on. */
const HOLDS_FOR = 300;

const waitFor = async <Found>(
  find: () => Found | undefined,
  within = SHOWN_WITHIN,
): Promise<Found | undefined> => {
  const until = performance.now() + within;
  for (;;) {
    const found = find();
    if (found !== undefined || performance.now() > until) return found;
    await nextFrame();
  }
};

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
    });
  }
  if (!control) return false;
  if (!isSwitchedOn(control)) control.click();
  await waitFor(() => {
    findShown(composer, nativeSwitch.confirm)?.click();
    return isOn(composer) || undefined;
  });
  // A site may take it back, or render it anew.
  const wentOff = await waitFor(() => !isOn(composer) || undefined, HOLDS_FOR);
  return wentOff === undefined;
};
