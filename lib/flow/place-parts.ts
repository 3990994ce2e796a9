import { type InsertResult, insertAtStart } from '../editors/insert-at-start.ts';
import { replaceAtStart } from '../editors/replace-at-start.ts';
import type { Draft } from '../model/draft.ts';
import type { Composer } from '../sites/composer.ts';
import { findWarning } from '../sites/read-draft.ts';

/** What must go at the start of `before` to make it `after`: all but the end they share. */
const changeOf = (before: string, after: string): { old: string; text: string } => {
  let shared = 0;
  while (shared < Math.min(before.length, after.length) && before.at(-1 - shared) === after.at(-1 - shared))
    shared += 1;
  // Not in the middle of a surrogate pair.
  if (/^[\uDC00-\uDFFF]/u.test(before.slice(before.length - shared))) shared -= 1;
  return { old: before.slice(0, before.length - shared), text: after.slice(0, after.length - shared) };
};

/** Brings one field from `before` to `after`. */
const place = async (
  field: HTMLElement | undefined,
  before: string,
  after: string,
): Promise<InsertResult> => {
  const { old, text } = changeOf(before, after);
  if (old === '' && text === '') return { ok: true };
  if (field === undefined) return { ok: false, why: 'unchanged', text: before };
  return old === '' ? insertAtStart(field, text.trimEnd()) : replaceAtStart(field, old, text);
};

/**
 * Brings the boxes of a composer and its content warning from the held text to the approved one: labels and marks, at
 * the start of each.
 */
export const placeParts = async (composer: Composer, held: Draft, final: Draft): Promise<InsertResult> => {
  for (const [index, part] of final.parts.entries()) {
    const placed = await place(composer.editors[index], held.parts[index]?.text ?? '', part.text);
    if (!placed.ok) return placed;
  }
  return place(findWarning(composer), held.warning ?? '', final.warning ?? '');
};
