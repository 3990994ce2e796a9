import { isElement, matches } from '../sites/composed-tree.ts';
import { LIMITS } from './limits.ts';

const BLOCKS = new Set(
  (
    'address article aside blockquote dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr li main nav ol p pre section summary table tr ul'
  ).split(' '),
);

/** What stands in an answer and is not part of its text: captions of controls, chips of sources, helpers. */
const NO_TEXT = [
  'button,script,style,template,select,textarea,input,svg,audio,video,noscript,annotation,' +
    '[role="button"],[aria-hidden="true"],[class*="citation"],[data-testid*="citation"],sup:has(a)',
];

/** Nodes that are looked at in one answer, and how deep its shadow roots may lie in each other. */
const MOST_NODES = 300_000;
const MOST_ROOTS = 10;

interface Page {
  readonly parts: string[];
  length: number;
  nodes: number;
  /** What must stand before the next text. */
  gap: '' | '\n' | '\t';
  /** Ends with white space, or is empty. */
  isOpen: boolean;
}

const isFull = (page: Page): boolean => page.length >= LIMITS.text || page.nodes > MOST_NODES;

const add = (page: Page, text: string): void => {
  if (text === '') return;
  const piece = page.length > 0 ? page.gap + text : text;
  page.gap = '';
  page.parts.push(piece);
  page.length += piece.length;
  page.isOpen = /\s$/u.test(text);
};

const addText = (page: Page, data: string, isKept: boolean): void => {
  const text = isKept ? data : data.replace(/[ \t\r\n\f]+/gu, ' ');
  add(page, !isKept && (page.gap !== '' || page.isOpen) ? text.trimStart() : text);
};

const enter = (page: Page, element: Element): void => {
  if (BLOCKS.has(element.localName)) page.gap = '\n';
  else if (/^t[dh]$/u.test(element.localName) && page.gap !== '\n') page.gap = '\t';
  else if (element.localName === 'br') add(page, '\n');
};

const leave = (page: Page, element: Element): void => {
  if (BLOCKS.has(element.localName)) page.gap = '\n';
};

/** One tree without recursion: a page may nest as deep as it likes. */
const readTree = (root: Node, page: Page, isKept: boolean, depth: number): void => {
  let node: Node | null = root.firstChild;
  let kept: Element | undefined;
  while (node && !isFull(page)) {
    page.nodes += 1;
    let next: Node | null = null;
    if (node.nodeType === 3) addText(page, (node as Text).data, isKept || kept !== undefined);
    else if (isElement(node) && !matches(node, NO_TEXT)) {
      enter(page, node);
      if (node.shadowRoot && depth < MOST_ROOTS) readTree(node.shadowRoot, page, isKept, depth + 1);
      else if (node.localName === 'slot' && (node as HTMLSlotElement).assignedNodes().length > 0)
        for (const given of (node as HTMLSlotElement).assignedNodes()) readGiven(given, page, isKept, depth);
      else if (node.firstChild) {
        if (node.localName === 'pre') kept ??= node;
        next = node.firstChild;
      }
    }
    while (!next && node && node !== root) {
      if (isElement(node)) leave(page, node);
      if (node === kept) kept = undefined;
      next = node.nextSibling;
      if (!next) node = node.parentNode;
    }
    node = next;
  }
};

const readGiven = (given: Node, page: Page, isKept: boolean, depth: number): void => {
  if (given.nodeType === 3) addText(page, (given as Text).data, isKept);
  if (!isElement(given) || matches(given, NO_TEXT) || depth >= MOST_ROOTS) return;
  enter(page, given);
  readTree(given.shadowRoot ?? given, page, isKept, depth + 1);
  leave(page, given);
};

const keepsSpace = (element: Element): boolean =>
  element.localName === 'pre' || /^(?:pre|break)/u.test(getComputedStyle(element).whiteSpace);

/**
 * Text of an answer as a person would paste it: a line for each block, code as it stands, no captions of buttons, no
 * chips of sources. At most `LIMITS.text` long, and bounded in the work it takes.
 */
export const readAnswer = (root: Element): string => {
  const page: Page = { parts: [], length: 0, nodes: 0, gap: '', isOpen: true };
  readTree(root.shadowRoot ?? root, page, keepsSpace(root), 0);
  return page.parts.join('').slice(0, LIMITS.text).trim();
};
