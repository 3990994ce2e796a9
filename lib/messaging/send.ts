import { browser } from '@wxt-dev/browser';
import { CandorError, type ErrorCode } from '../errors/candor-error.ts';
import type { MessageInput, MessageName, MessageResult } from './messages.ts';

/** How an answer crosses the border: errors do not survive it, so they travel as values. */
export type Envelope<Result> = { ok: true; value: Result } | { ok: false; code: ErrorCode; detail: string };

/** Sends a message to the background and waits for its answer. Rejects with a CandorError. */
export const send = async <Name extends MessageName>(
  name: Name,
  input: MessageInput<Name>,
): Promise<MessageResult<Name>> => {
  let envelope: Envelope<MessageResult<Name>> | undefined;
  try {
    envelope = await browser.runtime.sendMessage({ name, input });
  } catch (error) {
    throw new CandorError('background-silent', String(error));
  }
  if (envelope === undefined) throw new CandorError('background-silent', `no answer to ${name}`);
  if (!envelope.ok) throw new CandorError(envelope.code, envelope.detail);
  return envelope.value;
};
