import { foldText } from '../model/draft-key.ts';
import { nextFrames } from './settle.ts';

type Field = HTMLTextAreaElement | HTMLInputElement;

const isField = (element: Element): element is Field =>
  element.localName === 'textarea' || element.localName === 'input';

/** The part of an editor that takes the text: engines wrap it. */
export const editableOf = (element: HTMLElement): HTMLElement => {
  const inside =
    '[contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"], textarea';
  return isField(element) || element.matches(inside)
    ? element
    : (element.querySelector<HTMLElement>(inside) ?? element);
};

type Scope = (Document | ShadowRoot) & { getSelection?: () => Selection | null };

const scopeOf = (element: Element): Scope => element.getRootNode() as Scope;

/** In a shadow root Chromium gives the selection from the root, Firefox from the document. */
const selectionOf = (element: Element): Selection | null => {
  const scope = scopeOf(element);
  return scope.getSelection?.() ?? element.ownerDocument.getSelection();
};

const hasFocus = (element: HTMLElement): boolean => {
  const active = scopeOf(element).activeElement;
  return active !== null && (active === element || element.contains(active));
};

/** Lets the engine hear of the new selection before anything is typed at it. */
const selectionHeard = (doc: Document): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      doc.removeEventListener('selectionchange', done);
      resolve();
    };
    const timer = setTimeout(done, 100);
    doc.addEventListener('selectionchange', done);
  });

const firstText = (element: Element): Node => {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_ALL);
  let deepest: Node = element;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === 3) return node;
    if (node.nodeName === 'BR') return node.parentNode ?? element;
    deepest = node;
  }
  return deepest;
};

/** Nothing but a chain of wrappers lies before the caret. */
export const isCaretAtStart = (element: Element): boolean => {
  const selection = selectionOf(element);
  if (!selection?.focusNode || !element.contains(selection.focusNode)) return false;
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  range.setEnd(selection.focusNode, selection.focusOffset);
  const before = range.cloneContents();
  const isChain = [before, ...before.querySelectorAll('*')].every((node) => node.childElementCount <= 1);
  return selection.isCollapsed && before.textContent === '' && isChain && !before.querySelector('br');
};

/** Engines write their own selection back for a while after a change or a focus (ProseMirror: 50 ms). */
const ENGINE_HOLDS = 80;
const MOST_TRIES = 5;

/**
 * Focuses the editor and puts the caret before the first character of `start`, until it stays there.
 * `false`: the focus cannot be had, or the engine moves the caret away each time.
 */
export const placeCaretAtStart = async (element: HTMLElement, start: Element = element): Promise<boolean> => {
  if (!hasFocus(element)) element.focus({ preventScroll: true });
  if (!hasFocus(element)) return false;
  if (isField(element)) {
    element.setSelectionRange(0, 0);
    return true;
  }
  for (let tries = 0; tries < MOST_TRIES && hasFocus(element); tries += 1) {
    const heard = selectionHeard(element.ownerDocument);
    selectionOf(element)?.collapse(firstText(start), 0);
    const since = performance.now();
    await heard;
    while (performance.now() - since < ENGINE_HOLDS) await nextFrames();
    if (isCaretAtStart(start)) return true;
  }
  return false;
};

/**
 * Extends the caret at the start over `text`, which the editor begins with, and lets the engine hear of it.
 * `false`: the engine did not keep the selection.
 */
export const selectStart = async (element: HTMLElement, text: string): Promise<boolean> => {
  if (isField(element)) {
    element.setSelectionRange(0, text.length);
    return true;
  }
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = text.replace(/\n/gu, '').length;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (left > node.length) {
      left -= node.length;
      continue;
    }
    const heard = selectionHeard(element.ownerDocument);
    selectionOf(element)?.setBaseAndExtent(firstText(element), 0, node, left);
    await heard;
    await nextFrames();
    return foldText(selectionOf(element)?.toString() ?? '') === foldText(text);
  }
  return false;
};

/** Where the caret is, counted from the end: what is put in before it does not move it. `undefined`: not in here. */
export const readCaretFromEnd = (element: HTMLElement): number | undefined => {
  if (isField(element)) return element.value.length - (element.selectionEnd ?? 0);
  const selection = selectionOf(element);
  const node = selection?.focusNode;
  if (!selection || !node || !element.contains(node)) return undefined;
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  range.setStart(node, selection.focusOffset);
  return range.toString().length;
};

/** Puts the caret back to where `readCaretFromEnd` found it. */
export const placeCaretFromEnd = (element: HTMLElement, fromEnd: number): void => {
  if (isField(element)) {
    const at = Math.max(0, element.value.length - fromEnd);
    element.setSelectionRange(at, at);
    return;
  }
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
  let left = fromEnd;
  for (const text of texts.reverse()) {
    if (left <= text.length) {
      selectionOf(element)?.collapse(text, text.length - left);
      return;
    }
    left -= text.length;
  }
};
