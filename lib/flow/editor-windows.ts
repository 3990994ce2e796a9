import type { SiteDefinition } from '../model/site.ts';
import { isElement, matches } from '../sites/composed-tree.ts';

const isEditorFrame = (element: Element, site: SiteDefinition | undefined): boolean =>
  site?.composers.some(({ editorFrame = [] }) => matches(element, editorFrame)) ?? false;

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
    if (!isElement(activeElement) || !isEditorFrame(activeElement, findSite())) return;
    const frame = (activeElement as HTMLIFrameElement).contentWindow;
    if (frame) onEntered(frame);
  };
  // Not all browsers have moved the focus by now.
  window.addEventListener('blur', () => setTimeout(look), { signal });
};
