import { isVisible, queryAllDeep } from './composed-tree.ts';
import type { Composer } from './composer.ts';

const isChoosing = (composer: Composer): boolean =>
  composer.editors.some((editor) => editor.getAttribute('aria-expanded') === 'true') ||
  queryAllDeep(composer.root.ownerDocument, ['[role="listbox"]']).some(isVisible);

/** Ctrl+S or Cmd+S: on what is published already, some sites publish the change. */
export const isSaveChord = ({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && !shiftKey && /^s$/iu.test(key);

/**
 * Is this key press, made in the composer, one of the chords that publish? A plain Enter is none while an input
 * method composes, or while a list of suggestions is open: it picks one. With Ctrl or Cmd it always counts: not
 * every site looks whether somebody composes before it posts.
 */
export const isSubmitChord = (event: KeyboardEvent, composer: Composer): boolean => {
  const { keys } = composer.definition;
  if (isSaveChord(event)) return keys.includes('Mod+S');
  if (event.key !== 'Enter') return false;
  if (event.ctrlKey || event.metaKey) return keys.includes('Mod+Enter');
  if (event.isComposing || event.keyCode === 229) return false;
  return keys.includes('Enter') && !event.shiftKey && !event.altKey && !isChoosing(composer);
};
