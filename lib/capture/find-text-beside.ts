import { findParent, matches, query } from '../sites/composed-tree.ts';
import { readAnswer } from '../sources/read-answer.ts';

/** Shorter texts beside a button are captions. */
const SHORTEST = 40;
const EDITABLE = ['textarea,[contenteditable]:not([contenteditable="false"])'];

const textOf = (element: Element | null): string => {
  if (!element || (element.textContent ?? '').length < SHORTEST || query(element, EDITABLE)) return '';
  const text = readAnswer(element);
  return text.length < SHORTEST ? '' : text;
};

/** In a page whose answers are not known: the nearest text around a copy button, or right before it. */
export const findTextBeside = (control: Element): string | undefined => {
  for (let at: Element | undefined = control; at && !matches(at, ['body']); at = findParent(at)) {
    const text = textOf(at) || textOf(at.previousElementSibling);
    if (text !== '') return text;
  }
  return undefined;
};
