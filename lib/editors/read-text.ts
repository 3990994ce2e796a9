import type { Engine } from '../model/site.ts';
import { readBlockListText } from './blocks.ts';
import { readDraftText } from './draft.ts';
import { engineOf } from './engine.ts';
import { readGenericText } from './generic.ts';
import { readLexicalText } from './lexical.ts';
import { readMediumText } from './medium.ts';
import { readProsemirrorText } from './prosemirror.ts';
import { readQuillText } from './quill.ts';
import { readSlateText } from './slate.ts';
import { readTextareaText } from './textarea.ts';

const READERS: Readonly<Record<Engine, (element: Element) => string>> = {
  draft: readDraftText,
  prosemirror: readProsemirrorText,
  quill: readQuillText,
  textarea: readTextareaText,
  slate: readSlateText,
  medium: readMediumText,
  lexical: readLexicalText,
  blocks: readBlockListText,
  generic: readGenericText,
};

/** What is written in an editor, lines joined by `\n`, as its engine holds it. */
export const readText = (element: HTMLElement): string => READERS[engineOf(element)](element);
