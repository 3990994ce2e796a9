import { isElement, matches } from '../sites/composed-tree.ts';
import { cut, LIMITS, newestPrompts } from '../sources/limits.ts';
import { readAnswer } from '../sources/read-answer.ts';
import { isInTool, whenInTool } from './place.ts';

const EDITABLE = ['textarea,input,[contenteditable]:not([contenteditable="false"])'];

/** The text field or editable region that an event happened in: the outermost. */
export const findEditable = (path: readonly EventTarget[]): Element | undefined =>
  path.findLast((node): node is Element => isElement(node) && matches(node, EDITABLE));

const readField = (field: Element): string =>
  cut('value' in field ? String(field.value) : readAnswer(field), LIMITS.prompt).trim();

/** Questions are asked in text areas and editable regions; what goes into other fields (a password) is not looked at. */
const isPromptBox = (field: Element): boolean => field.localName !== 'input';

export interface OwnWords {
  /** Has the person typed or pasted into this field? Then what stands there is theirs, not the tool's. */
  isTyped(field: Element): boolean;
  /** What the person has written in this page and sent off, newest last. */
  read(): string[];
}

/**
 * What the person writes in the page, so that it is not taken for the tool's and so that it counts as their own words
 * where the page does not say which messages are theirs. A key stroke only notes the field.
 */
export const watchOwnWords = (signal: AbortSignal): OwnWords => {
  const typed = new WeakSet<Element>();
  /** Where input arrived before, with the prompt box that it is or stands in. */
  const known = new WeakMap<EventTarget, Element | undefined>();
  let box: Element | undefined;
  let prompts: string[] = [];

  const findBox = (path: readonly EventTarget[]): Element | undefined => {
    const field = isInTool(path) ? findEditable(path) : undefined;
    if (field) typed.add(field);
    return field && isPromptBox(field) ? field : undefined;
  };
  /** Before the page takes the text away: at Enter and at each press. */
  const note = (): void => {
    if (!box?.isConnected) return;
    const text = readField(box);
    if (text === '' || text === prompts.at(-1)) return;
    // The same text, further on.
    if (text.startsWith(prompts.at(-1) ?? text)) prompts = prompts.slice(0, -1);
    prompts = [...prompts, text].slice(-LIMITS.prompts);
  };
  const onInput = (event: Event): void => {
    const path = event.composedPath();
    const [target] = path;
    if (!event.isTrusted || !target) return;
    if (!known.has(target)) known.set(target, findBox(path));
    box = known.get(target);
  };
  const listen = (): void => {
    const options = { capture: true, passive: true, signal };
    window.addEventListener('input', onInput, options);
    window.addEventListener(
      'keydown',
      (event) => void (event.isTrusted && event.key === 'Enter' && note()),
      options,
    );
    window.addEventListener('pointerdown', (event) => void (event.isTrusted && note()), options);
  };
  whenInTool(listen, signal);

  return { isTyped: (field) => typed.has(field), read: () => newestPrompts(prompts) };
};
