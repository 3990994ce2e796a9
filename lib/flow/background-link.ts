import { browser } from '@wxt-dev/browser';
import { CandorError } from '../errors/candor-error.ts';
import type { MessageInput, MessageName, MessageResult } from '../messaging/messages.ts';
import { send } from '../messaging/send.ts';

/** How long a gate waits for the background before the policy's failure rule applies. */
export const ANSWER_WITHIN = 2000;

/** After an update or reload of the extension the old content script goes on running without a background. */
export const isOrphaned = (): boolean => {
  try {
    return browser.runtime?.id === undefined || browser.runtime.id === null;
  } catch {
    return true;
  }
};

const inTime = <Result>(answer: Promise<Result>, name: string): Promise<Result> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new CandorError('background-silent', `${name} took too long`)),
      ANSWER_WITHIN,
    );
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });

/** A background that is going down takes messages with it for a moment: pauses before asking again, in milliseconds. */
const PAUSES = [50, 200, 500];

const isRejection = (error: unknown, asked: number): boolean =>
  error instanceof CandorError && error.code === 'background-silent' && Date.now() - asked < ANSWER_WITHIN;

/**
 * Asks the background. A background that was stopped in the middle rejects at once: then the same question is
 * asked again, which every message allows. One that does not answer in time is not asked again.
 */
export const ask = async <Name extends MessageName>(
  name: Name,
  input: MessageInput<Name>,
): Promise<MessageResult<Name>> => {
  for (const pause of [...PAUSES, undefined]) {
    const asked = Date.now();
    try {
      return await inTime(send(name, input), name);
    } catch (error) {
      if (isOrphaned()) throw new CandorError('extension-updated', name);
      if (pause === undefined || !isRejection(error, asked)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  throw new CandorError('background-silent', name);
};
