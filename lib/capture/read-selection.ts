import { isElement } from '../sites/composed-tree.ts';
import { cut, LIMITS } from '../sources/limits.ts';
import { findEditable, type OwnWords } from './own-words.ts';

export interface Picked {
  readonly text: string;
  /** Empty for the text of a field. */
  readonly ranges: readonly Range[];
}

type WithSelection = { getSelection?(): Selection | null };

/** Chromium keeps the selection of a shadow root to that root; Firefox shows it in the document's. */
const selectionAt = (path: readonly EventTarget[]): Selection | null => {
  for (const node of path) {
    if ((node as Node).nodeType !== Node.DOCUMENT_FRAGMENT_NODE) continue;
    const selection = (node as WithSelection).getSelection?.();
    if (selection && !selection.isCollapsed) return selection;
  }
  return document.getSelection();
};

const pickFromField = (field: Element): string => {
  const { value, selectionStart, selectionEnd } = field as HTMLTextAreaElement;
  // Fields of other kinds (numbers, dates) tell no selection.
  return selectionStart === null || selectionEnd === null ? '' : value.slice(selectionStart, selectionEnd);
};

/** What is selected where the event happened. Nothing in a field that the person wrote in: that is their own text. */
export const readSelection = (path: readonly EventTarget[], own: OwnWords): Picked | undefined => {
  const field = findEditable(path);
  if (field && own.isTyped(field)) return undefined;
  const at = path[0];
  if (isElement(at) && (at.localName === 'textarea' || at.localName === 'input'))
    return { text: cut(pickFromField(at), LIMITS.text), ranges: [] };
  const selection = selectionAt(path);
  if (!selection || selection.isCollapsed) return undefined;
  const ranges = Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index));
  return { text: cut(selection.toString(), LIMITS.text), ranges };
};
