import type { SiteDefinition } from '../model/site.ts';
import { matches } from '../sites/composed-tree.ts';

/**
 * What happens in the frame of an editor, this window never hears. Calls with the frame's window whenever the focus
 * goes into one: the same window may come again, and a frame that was written anew has lost its listeners.
 */
export const followFocusIntoFrames = (
  findSite: () => SiteDefinition | undefined,
  onEntered: (frame: Window) => void,
  signal: AbortSignal,
): void => {
  const look = (): void => {
    const { activeElement } = document;
    const isOfEditor = findSite()?.composers.some(
      ({ editorFrame = [] }) => activeElement && matches(activeElement, editorFrame),
    );
    if (isOfEditor) onEntered((activeElement as HTMLIFrameElement).contentWindow as Window);
  };
  // Not all browsers have moved the focus by now.
  window.addEventListener('blur', () => setTimeout(look), { signal });
};
