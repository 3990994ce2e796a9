import type { Engine } from '../model/site.ts';
import { BLOCK_LIST } from './blocks.ts';
import { MEDIUM_TITLE } from './medium.ts';

const closest = (element: Element, selector: string): boolean => element.closest(selector) !== null;
const has = (element: Element, selector: string): boolean => element.querySelector(selector) !== null;

/** Which engine runs an editor, by its own marks in the page. Unknown ones are `generic`. */
export const engineOf = (element: Element): Engine => {
  if (element.localName === 'textarea' || element.localName === 'input') return 'textarea';
  if (closest(element, '.DraftEditor-root') || has(element, '[data-contents="true"] [data-block="true"]'))
    return 'draft';
  if (closest(element, '.ProseMirror') || has(element, '.ProseMirror')) return 'prosemirror';
  if (closest(element, '.ql-editor') || has(element, '.ql-editor')) return 'quill';
  if (closest(element, '[data-slate-editor="true"]')) return 'slate';
  if (closest(element, BLOCK_LIST)) return 'blocks';
  if (has(element, MEDIUM_TITLE)) return 'medium';
  if (closest(element, '[data-lexical-editor]') || has(element, '[data-lexical-editor]')) return 'lexical';
  return 'generic';
};
