import type { ComposerDefinition } from '../model/site.ts';
import { isElement, matches, queryAll } from './composed-tree.ts';

/** Some editors stand in a document of their own, in a frame of the same origin; root and controls do not. */

/** The documents of the frames in `root` that hold editors. */
export const framedDocuments = (root: ParentNode, { editorFrame = [] }: ComposerDefinition): Document[] =>
  queryAll(root, editorFrame).flatMap((frame) => (frame as HTMLIFrameElement).contentDocument ?? []);

/** The editors inside the root, or else in its frames. */
export const findEditors = (root: ParentNode, definition: ComposerDefinition): HTMLElement[] => {
  const here = queryAll(root, definition.editor);
  return here.length > 0
    ? here
    : framedDocuments(root, definition).flatMap((doc) => queryAll(doc, definition.editor));
};

/** What stands for an element of a frame in the document of the root: the frame. */
export const leaveFrame = (element: Element, { editorFrame = [] }: ComposerDefinition): Element => {
  const frame = editorFrame.length > 0 && element.ownerDocument.defaultView?.frameElement;
  return isElement(frame) && matches(frame, editorFrame) ? frame : element;
};
