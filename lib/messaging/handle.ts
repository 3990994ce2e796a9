import { type Browser, browser } from 'wxt/browser';
import { CandorError, errorCode } from '../errors/candor-error.ts';
import { MESSAGES, type MessageInput, type MessageName, type MessageResult } from './messages.ts';
import type { Envelope } from './send.ts';

/** Where a message came from, as the browser says it. Nothing in the message itself is believed about that. */
export type Sender =
  | { from: 'gate'; tab: number; frame: number; url: string; isPrivate: boolean }
  | { from: 'page' };

export type Handlers = {
  [Name in MessageName]: (input: MessageInput<Name>, sender: Sender) => Promise<MessageResult<Name>>;
};

/** Handlers of `gate` messages may rely on this: `handleMessages` has checked it. */
export const requireGate = (sender: Sender): Extract<Sender, { from: 'gate' }> => {
  if (sender.from !== 'gate') throw new CandorError('not-allowed', 'not a content script');
  return sender;
};

export const identifySender = (sender: Browser.runtime.MessageSender): Sender | undefined => {
  if (sender.id !== browser.runtime.id) return undefined;
  if (sender.url?.startsWith(browser.runtime.getURL('/'))) return { from: 'page' };
  const { tab, frameId, url } = sender;
  if (tab?.id === undefined || frameId === undefined || url === undefined) return undefined;
  return { from: 'gate', tab: tab.id, frame: frameId, url, isPrivate: tab.incognito };
};

const isMessageName = (name: unknown): name is MessageName =>
  typeof name === 'string' && Object.hasOwn(MESSAGES, name);

const answer = async (
  handlers: Handlers,
  raw: unknown,
  from: Browser.runtime.MessageSender,
): Promise<Envelope<unknown>> => {
  try {
    const { name, input } = (typeof raw === 'object' && raw !== null ? raw : {}) as {
      name?: unknown;
      input?: unknown;
    };
    if (!isMessageName(name)) throw new CandorError('not-allowed', 'unknown message');
    const sender = identifySender(from);
    if (sender?.from !== MESSAGES[name].from)
      throw new CandorError('not-allowed', `${name} from this sender`);
    const parsed = MESSAGES[name].input.safeParse(input);
    if (!parsed.success) throw new CandorError('not-allowed', `${name}: ${parsed.error.message}`);
    const handler = handlers[name] as (input: unknown, sender: Sender) => Promise<unknown>;
    return { ok: true, value: await handler(parsed.data, sender) };
  } catch (error) {
    console.error(error);
    return { ok: false, code: errorCode(error, 'storage-failed'), detail: String(error) };
  }
};

/** Answers messages. Must be called in the first turn of the background, or the waking message is lost. */
export const handleMessages = (handlers: Handlers): void => {
  browser.runtime.onMessage.addListener(((raw: unknown, sender: Browser.runtime.MessageSender) =>
    answer(handlers, raw, sender)) as never);
};
