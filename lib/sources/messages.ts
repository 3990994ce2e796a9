import type { SourceDefinition } from '../model/source.ts';
import { findParent, matches, query, queryAll } from '../sites/composed-tree.ts';

/** The selectors of a list that the page uses today: the first with a match, alone. */
const inForce = (root: ParentNode, selectors: readonly string[]): string[] => {
  const found = selectors.find((selector) => query(root, [selector]));
  return found === undefined ? [] : [found];
};

/** The answers in the page, in document order. */
export const findMessages = (source: SourceDefinition, root: ParentNode): HTMLElement[] =>
  queryAll(root, source.message);

/** The element that holds the answer's text, or the message itself. */
export const findAnswerText = (source: SourceDefinition, message: Element): Element[] => {
  const texts = queryAll(message, source.text);
  // One in another is read with it.
  const outer = texts.filter((text) => !texts.some((other) => other !== text && other.contains(text)));
  return outer.length > 0 ? outer : [message];
};

/** How many of the elements, which stand in document order, begin before the node. */
export const countBefore = (elements: readonly Element[], node: Node): number => {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const place = elements[middle]?.compareDocumentPosition(node) ?? 0;
    if (place & Node.DOCUMENT_POSITION_FOLLOWING) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Is the answer finished, as far as the page says so? `unknown`: no sign is known. */
export const isFinished = (source: SourceDefinition, message: Element): boolean | 'unknown' => {
  const { present, absent } = source.done;
  if (present.length === 0 && absent.length === 0) return 'unknown';
  if (query(message.ownerDocument, absent)) return false;
  if (present.length === 0) return true;
  return (
    query(message, present) !== undefined ||
    present.some((selector) => {
      try {
        return message.closest(selector) !== null;
      } catch {
        return false;
      }
    })
  );
};

const MENUS = ['[role="menu"]', '[role="listbox"]'];

/**
 * The answer that a control belongs to: around it, or the nearest before it, or after it, among what shares its
 * closest container. `own`: what the person wrote is nearer. Nothing: a menu that the page puts elsewhere.
 */
export const findMessageNear = (
  source: SourceDefinition,
  control: Element,
): HTMLElement | 'own' | undefined => {
  const { ownerDocument } = control;
  const answer = inForce(ownerDocument, source.message);
  const prompt = inForce(ownerDocument, source.prompt);
  for (let scope: Element | undefined = control; scope; scope = findParent(scope)) {
    if (matches(scope, answer)) return scope as HTMLElement;
    if (matches(scope, prompt)) return 'own';
    if (matches(scope, MENUS)) return undefined;
    const answers = queryAll(scope, answer);
    const prompts = queryAll(scope, prompt);
    if (answers.length === 0 && prompts.length === 0) continue;
    const before = answers[countBefore(answers, control) - 1];
    const own = prompts[countBefore(prompts, control) - 1];
    if (own && (!before || before.compareDocumentPosition(own) & Node.DOCUMENT_POSITION_FOLLOWING))
      return 'own';
    if (before) return before;
    return answers[0] ?? 'own';
  }
  return undefined;
};
