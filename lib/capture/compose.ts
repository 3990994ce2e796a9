import type { Captured, CapturedGeneration } from '../model/generation.ts';
import type { SourceDefinition } from '../model/source.ts';
import { cut, LIMITS } from '../sources/limits.ts';
import { readMessage, readModel, readPrompts } from '../sources/read-generation.ts';
import type { OwnWords } from './own-words.ts';
import { readConversation } from './place.ts';

export interface Compose {
  /** A whole answer as it stands in the page. */
  fromMessage(source: SourceDefinition, message: Element, captured: Captured): CapturedGeneration;
  /** A text that belongs to no known answer. */
  fromText(source: SourceDefinition, text: string, captured: Captured): CapturedGeneration;
}

/** Adds to a text what belongs to it: model, conversation, and the person's own words. */
export const createCompose = (own: OwnWords): Compose => {
  const around = (
    source: SourceDefinition,
    captured: Captured,
    message?: Element,
  ): Omit<CapturedGeneration, 'text'> => {
    const shown = readPrompts(source, document, message);
    const model = readModel(source, document, message);
    const conversation = readConversation();
    return {
      captured,
      ...(model && { model }),
      ...(conversation.length <= LIMITS.address && { conversation }),
      // What was typed here counts only where the page does not tell the person's messages.
      prompts: shown.length > 0 ? shown : own.read(),
    };
  };
  return {
    fromMessage: (source, message, captured) => ({
      ...around(source, captured, message),
      text: readMessage(source, message),
    }),
    fromText: (source, text, captured) => ({
      ...around(source, captured),
      text: cut(text, LIMITS.text),
    }),
  };
};
