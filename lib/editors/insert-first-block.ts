import { foldText } from '../model/draft-key.ts';
import { BLOCK_LIST, readBlockListText } from './blocks.ts';
import { editableOf, placeCaretAtStart } from './caret.ts';
import type { InsertResult } from './insert-at-start.ts';
import { pressEnter } from './press-enter.ts';
import { nextFrames, readSettled } from './settle.ts';
import { commandInto } from './type-into.ts';

/** How long the editor may take to show a new block. Milliseconds. */
const SHOWN_WITHIN = 1500;

/** Enter in the title makes a paragraph before all blocks, whatever the first of them is. */
const openFirstBlock = async (list: Element): Promise<HTMLElement | undefined> => {
  const title = list.ownerDocument.querySelector<HTMLElement>('.editor-post-title__input');
  const findFirst = (): HTMLElement | null => list.querySelector('[data-type]');
  const old = findFirst();
  title?.focus({ preventScroll: true });
  if (!title || pressEnter(title)) return undefined;
  for (const until = performance.now() + SHOWN_WITHIN; performance.now() < until; await nextFrames()) {
    const first = findFirst();
    if (first && first !== old) return editableOf(first);
  }
  return undefined;
};

/** Puts `text` in a block of its own before all others, once, and reads the editor back. */
export const insertFirstBlock = async (element: HTMLElement, text: string): Promise<InsertResult> => {
  const list = element.closest(BLOCK_LIST) ?? element;
  const read = (): string => readBlockListText(list);
  const before = foldText(read());
  const expected = foldText(`${text}\n${before}`);
  const isRight = (now: string): boolean => foldText(now) === expected;
  const block = await openFirstBlock(list);
  if (!block || !(await placeCaretAtStart(block))) return { ok: false, why: 'unchanged', text: read() };
  // That takes a moment: the person may have typed in it.
  if (foldText(read()) !== before) return { ok: false, why: 'wrong', text: read() };
  commandInto(block, text);
  const after = await readSettled(read, isRight);
  if (isRight(after)) return { ok: true };
  return { ok: false, why: foldText(after) === before ? 'unchanged' : 'wrong', text: after };
};
