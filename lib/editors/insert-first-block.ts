import { foldText } from '../model/draft-key.ts';
import { BLOCK_LIST } from './blocks.ts';
import { editableOf, isCaretAtStart, placeCaretAtStart } from './caret.ts';
import type { InsertResult } from './insert-at-start.ts';
import { KOENIG } from './koenig.ts';
import { pressEnter } from './press-enter.ts';
import { readText } from './read-text.ts';
import { nextFrames, readSettled } from './settle.ts';
import { commandInto, inputInto } from './type-into.ts';

/** How long the editor may take to show a new block. Milliseconds. */
const SHOWN_WITHIN = 1500;

/** An editor under a field in which Enter makes a paragraph before all blocks, whatever the first of them is. */
interface FieldedEditor {
  root: string;
  /** The last of them is the one. */
  fields: string;
  block: string;
  /** Puts a text where the caret is. */
  type: (element: HTMLElement, text: string) => boolean;
  /** The new block has the caret, and takes a text without the focus: a layer of the page may hold that. */
  needsNoFocus?: true;
}

const EDITORS: readonly FieldedEditor[] = [
  { root: BLOCK_LIST, fields: '.editor-post-title__input', block: '[data-type]', type: commandInto },
  // Between title and text there may be an excerpt.
  {
    root: KOENIG,
    fields: '.gh-koenig-editor-pane textarea:not([data-kg] *)',
    block: ':scope > *',
    type: inputInto,
    needsNoFocus: true,
  },
];

/** Without such a field, Enter before the first character of a text does the same. */
const TEXT_BLOCK = '[role="document"][contenteditable="true"]';

const isBlank = (block: Element): boolean => foldText(block.textContent ?? '') === '';

const findFirstBlockEditor = (element: Element): FieldedEditor | undefined =>
  EDITORS.find(({ root }) => element.closest(root));

/** Does the editor make room for a text in a block of its own? */
export const hasFirstBlock = (element: Element): boolean => findFirstBlockEditor(element) !== undefined;

const openFirstBlock = async (
  root: HTMLElement,
  { fields, block }: FieldedEditor,
): Promise<HTMLElement | undefined> => {
  const field = [...root.ownerDocument.querySelectorAll<HTMLElement>(fields)].at(-1);
  const findFirst = (): HTMLElement | null => root.querySelector(field ? block : TEXT_BLOCK);
  const old = findFirst();
  const isEmpty = readText(root).trim() === '';
  const start = field ?? old;
  if (field) field.focus({ preventScroll: true });
  else if (old && isBlank(old)) return old;
  else if (!old || !(await placeCaretAtStart(old))) return undefined;
  if (!start || pressEnter(start)) return undefined;
  for (const until = performance.now() + SHOWN_WITHIN; performance.now() < until; await nextFrames()) {
    const first = findFirst();
    // Before nothing the editor may make none.
    if (first && (first !== old || isEmpty)) return first;
  }
  return undefined;
};

/** The editor puts the caret into its new block, a little later. */
const hasCaret = async (block: Element): Promise<boolean> => {
  for (const until = performance.now() + SHOWN_WITHIN; performance.now() < until; await nextFrames()) {
    if (isCaretAtStart(block)) return true;
  }
  return false;
};

/** Puts `text` in a block of its own before all others, once, and reads the editor back. */
export const insertFirstBlock = async (element: HTMLElement, text: string): Promise<InsertResult> => {
  const editor = findFirstBlockEditor(element);
  const root = (editor && element.closest<HTMLElement>(editor.root)) ?? element;
  const read = (): string => readText(root);
  const before = foldText(read());
  const expected = foldText(`${text}\n${before}`);
  const isRight = (now: string): boolean => foldText(now) === expected;
  const block = editor && (await openFirstBlock(root, editor));
  const editable = block && (root.isContentEditable ? root : editableOf(block));
  const isReady =
    editable &&
    ((editor.needsNoFocus && (await hasCaret(block))) || (await placeCaretAtStart(editable, block)));
  if (!isReady) return { ok: false, why: 'unchanged', text: read() };
  // That takes a moment: the person may have typed in it.
  if (foldText(read()) !== before) return { ok: false, why: 'wrong', text: read() };
  editor.type(editable, text);
  const after = await readSettled(read, isRight);
  if (isRight(after)) return { ok: true };
  return { ok: false, why: foldText(after) === before ? 'unchanged' : 'wrong', text: after };
};
