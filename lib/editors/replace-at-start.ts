import { foldText } from '../model/draft-key.ts';
import { editableOf, placeCaretAtStart, selectStart } from './caret.ts';
import { type InsertResult, methodOf } from './insert-at-start.ts';
import { readText } from './read-text.ts';
import { readSettled } from './settle.ts';

/**
 * Puts `text` in the place of `old`, with which the editor's text begins (an earlier label), once, and reads the
 * editor back. An empty `text` takes `old` away.
 */
export const replaceAtStart = async (
  target: HTMLElement,
  old: string,
  text: string,
): Promise<InsertResult> => {
  const element = editableOf(target);
  const before = readText(element);
  const expected = foldText(text + before.slice(old.length));
  const isRight = (now: string): boolean => foldText(now) === expected;
  const isSelected =
    before.startsWith(old) && (await placeCaretAtStart(element)) && (await selectStart(element, old));
  if (!isSelected) return { ok: false, why: 'unchanged', text: before };
  if (readText(element) !== before) return { ok: false, why: 'wrong', text: readText(element) };

  if (text === '') element.ownerDocument.execCommand('delete');
  else methodOf(element)(element, text);
  const after = await readSettled(() => readText(element), isRight);
  if (isRight(after)) return { ok: true };
  return { ok: false, why: after === before ? 'unchanged' : 'wrong', text: after };
};
