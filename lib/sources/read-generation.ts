import type { SourceDefinition } from '../model/source.ts';
import { matches, query, queryAll } from '../sites/composed-tree.ts';
import { cut, LIMITS } from './limits.ts';
import { countBefore, findAnswerText } from './messages.ts';
import { readAnswer } from './read-answer.ts';

/** Text of one message. */
export const readMessage = (source: SourceDefinition, message: Element): string =>
  cut(findAnswerText(source, message).map(readAnswer).join('\n'), LIMITS.text);

/** What the person had asked before this place, newest last; without a place: all that stands in the page. */
export const readPrompts = (source: SourceDefinition, doc: ParentNode, place?: Node): string[] => {
  const all = queryAll(doc, source.prompt);
  const before = place ? all.slice(0, countBefore(all, place)) : all;
  const prompts: string[] = [];
  let together = 0;
  for (const prompt of before.slice(-LIMITS.prompts).reverse()) {
    const text = cut(readAnswer(prompt), LIMITS.prompt);
    together += text.length;
    if (together > LIMITS.promptsTogether) break;
    if (text !== '') prompts.unshift(text);
  }
  return prompts;
};

/** An attribute that speaks of a model says which; else the text does. */
const nameOf = (element: Element): string => {
  const attribute = element.getAttributeNames().find((name) => name.includes('model'));
  return (attribute ? (element.getAttribute(attribute) ?? '') : (element.textContent ?? '')).trim();
};

/** Model name as the page shows it, in the message or else anywhere. */
export const readModel = (
  source: SourceDefinition,
  doc: ParentNode,
  message?: Element,
): string | undefined => {
  const inside = message && (matches(message, source.model) ? message : query(message, source.model));
  const element = inside ?? query(doc, source.model);
  return (element && cut(nameOf(element), LIMITS.model)) || undefined;
};
