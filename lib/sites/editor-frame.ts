import type { ComposerDefinition } from '../model/site.ts';
import { queryAll } from './composed-tree.ts';

/** Some editors stand in a document of their own, in a frame of the same origin; root and controls do not. */

/** As `look` does, in the root and in the frames of its editors. */
export const queryFramed = (
  root: ParentNode & Node,
  { editorFrame = [] }: ComposerDefinition,
  selectors: readonly string[],
  look = queryAll,
): HTMLElement[] =>
  [
    root,
    ...queryAll(root, editorFrame).flatMap((frame) => (frame as HTMLIFrameElement).contentDocument ?? []),
  ].flatMap((scope) => look(scope, selectors));

/** The editors of a composer. */
export const findEditors = (root: ParentNode & Node, definition: ComposerDefinition): HTMLElement[] =>
  queryFramed(root, definition, definition.editor);

/** What stands for an element of a frame in this document: the frame. */
export const leaveFrame = (element: Element): Element => {
  const { ownerDocument: doc } = element;
  return (doc !== document && doc.defaultView?.frameElement) || element;
};
