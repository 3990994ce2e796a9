import type { SiteDefinition } from '../model/site.ts';
import { isVisible, queryAll } from './composed-tree.ts';
import type { Composer } from './composer.ts';
import { findEditors } from './editor-frame.ts';
import { findGenericAt, findGenericControls, pathOf } from './find-generic.ts';
import { EDITABLE } from './generic.ts';
import { findComposers, hasControl, matchControlAt, matchEditorAt } from './match-definition.ts';
import { readTexts } from './read-draft.ts';

const isClaimed = (generic: Composer, site: SiteDefinition): boolean =>
  findGenericControls(generic).some((control) => matchControlAt(pathOf(control), site) !== undefined);

/**
 * The composer that an event's path begins in. The definition goes first; where it no longer fits (editor or
 * submit control not found) the generic finder takes over and `found` says so.
 */
export const findComposerAt = (
  path: readonly EventTarget[],
  site: SiteDefinition | undefined,
): Composer | undefined => {
  const defined = site && matchEditorAt(path, site);
  if (defined && hasControl(defined)) return defined;
  const generic = findGenericAt(path, site);
  // A helper region beside an editor that the definition does know is no composer of its own.
  if (site && generic && isClaimed(generic, site)) return undefined;
  if (generic) return defined ? { ...generic, editors: defined.editors } : generic;
  if (!defined) return undefined;
  // Some sites show the button only once there is text. With text and no button, the site has changed.
  return readTexts(defined).some((text) => text.trim() !== '') ? { ...defined, found: 'generic' } : defined;
};

/** The composer that a form publishes, for `submit` events and `form.submit()`. */
export const findComposerOfForm = (
  form: HTMLFormElement,
  site: SiteDefinition | undefined,
): Composer | undefined => {
  if (site) {
    for (const definition of site.composers.filter((one) => one.form)) {
      const editor = findEditors(form, definition)[0] ?? queryAll(form, definition.keyFields ?? [])[0];
      const found = editor && matchEditorAt(pathOf(editor), { ...site, composers: [definition] });
      if (found) return { ...found, site };
    }
  }
  for (const region of queryAll(form, [EDITABLE])) {
    const found = findComposerAt(pathOf(region), site);
    if (!found) continue;
    if (found.found === 'definition') return found.definition.form ? found : undefined;
    const isOfForm = (control: HTMLElement): boolean =>
      form.contains(control) || (control as HTMLButtonElement).form === form;
    if (findGenericControls(found).some(isOfForm)) return found;
  }
  return undefined;
};

/** Would looking again find just this? Told at each pause in typing, so it must cost next to nothing. */
export const isUnchanged = (composer: Composer): boolean => {
  const { root, definition, editors, found } = composer;
  if (found !== 'definition' || !root.isConnected || !hasControl(composer)) return false;
  const now = findEditors(root, definition);
  return now.length === editors.length && now.every((editor, index) => editor === editors[index]);
};

/**
 * The same composer after the page rendered anew: same definition, the same editor if it is still there, else the
 * visible one with the most text.
 */
export const findComposerAgain = (before: Composer): Composer | undefined => {
  const editor = before.editors.find((element) => element.isConnected);
  if (editor) return findComposerAt(pathOf(editor), before.site);
  const doc = before.root.ownerDocument;
  const candidates =
    before.found === 'definition'
      ? findComposers(before.site, doc)
          .filter((one) => one.definition.engine === before.definition.engine)
          .sort((one) => (one.definition.id === before.definition.id ? -1 : 1))
      : queryAll(doc, [EDITABLE]).flatMap((region) => findComposerAt(pathOf(region), before.site) ?? []);
  const length = (one: Composer): number => readTexts(one).join('').length;
  return candidates
    .filter((one) => one.editors.some(isVisible))
    .sort((one, other) => length(other) - length(one))[0];
};
