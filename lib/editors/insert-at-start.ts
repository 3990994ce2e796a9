import { foldText } from '../model/draft-key.ts';
import { editableOf, placeCaretAtStart, placeCaretFromEnd, readCaretFromEnd } from './caret.ts';
import { engineOf } from './engine.ts';
import { hasFirstBlock, insertFirstBlock } from './insert-first-block.ts';
import { KOENIG } from './koenig.ts';
import { findMediumStart } from './medium.ts';
import { readText } from './read-text.ts';
import { readSettled } from './settle.ts';
import { canPaste, commandInto, dataPasteInto, paragraphsInto, pasteInto } from './type-into.ts';

/** `text` is what the editor holds afterwards. `unchanged`: nothing went in. `wrong`: something else did. */
export type InsertResult = { ok: true } | { ok: false; why: 'unchanged' | 'wrong'; text: string };

type Method = (element: HTMLElement, text: string) => boolean;

/** By engine and browser, as measured (tests/e2e/sites.spec.ts holds it). */
export const methodOf = (element: HTMLElement): Method => {
  const engine = engineOf(element);
  if (engine === 'textarea' || element.closest(KOENIG)) return commandInto;
  if (engine === 'quill') return canPaste() ? commandInto : paragraphsInto;
  // In Firefox Lexical keeps only the last line of what the command types.
  if (engine === 'lexical') return canPaste() ? pasteInto : dataPasteInto;
  return canPaste() ? pasteInto : commandInto;
};

/**
 * Puts `text` on a line of its own (in a field of one line: with a space) before what is written, once, and reads the editor back. Never a second
 * attempt on an editor that changed. The caret goes back to where it was.
 */
export const insertAtStart = async (target: HTMLElement, text: string): Promise<InsertResult> => {
  const element = editableOf(target);
  const engine = engineOf(element);
  if (hasFirstBlock(element)) return insertFirstBlock(element, text);
  const before = readText(element);
  const expected = foldText(`${text}\n${before}`);
  const isRight = (now: string): boolean => foldText(now) === expected;
  const caret = readCaretFromEnd(element);
  const start = engine === 'medium' ? findMediumStart(element) : element;
  if (!start || !(await placeCaretAtStart(element, start)))
    return { ok: false, why: 'unchanged', text: before };
  // Placing the caret takes a moment: the person may have typed in it.
  if (readText(element) !== before) return { ok: false, why: 'wrong', text: readText(element) };

  // A field of one line takes no break.
  const typed = before === '' ? text : text + (element.localName === 'input' ? ' ' : '\n');
  const method = methodOf(element);
  const isUnknown = engine === 'generic' || engine === 'medium';
  const wasTaken = method(element, typed);
  let after = await readSettled(() => readText(element), isRight);
  // An unknown region that does not handle pastes: nothing happened, the command is the first real attempt.
  if (after === before && isUnknown && method === pasteInto && !wasTaken) {
    commandInto(element, typed);
    after = await readSettled(() => readText(element), isRight);
  }
  if (!isRight(after)) return { ok: false, why: after === before ? 'unchanged' : 'wrong', text: after };
  if (caret !== undefined) placeCaretFromEnd(element, caret);
  return { ok: true };
};
