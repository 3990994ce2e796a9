import type { MessageInput, MessageName, MessageResult } from '#lib/messaging/messages.ts';
import type { Envelope } from '#lib/messaging/send.ts';
import type { CandorBrowser } from '#tests/harness/browser.ts';
import { until } from '#tests/harness/poll.ts';

/** There where the functions run: a page of the extension. */
declare const chrome: typeof import('@wxt-dev/browser').browser;

/** Sends a message as one of Candor's own pages would. */
export const sendAsPage = async <Name extends MessageName>(
  candor: CandorBrowser,
  name: Name,
  input: MessageInput<Name>,
): Promise<MessageResult<Name>> => {
  const envelope = await candor.evaluate(
    (message) => chrome.runtime.sendMessage(message) as Promise<unknown>,
    { name, input },
  );
  const { ok, ...rest } = envelope as Envelope<MessageResult<Name>>;
  if (!ok) throw new Error(`${name} was refused: ${JSON.stringify(rest)}`);
  return (rest as { value: MessageResult<Name> }).value;
};

type Listening = typeof globalThis & { asked: string[]; stopListening(): void };

/** Hears from now on which texts gates ask the background about, or tell it in another message. */
export const listenToGates = async (candor: CandorBrowser, name: MessageName = 'decide-draft') => {
  await candor.evaluate((wanted) => {
    const here = globalThis as Listening;
    here.asked = [];
    const hear = (message: { name: string; input?: unknown }): void => {
      if (message.name === wanted) here.asked.push(JSON.stringify(message.input));
    };
    here.stopListening = () => chrome.runtime.onMessage.removeListener(hear);
    chrome.runtime.onMessage.addListener(hear);
  }, name);
  return {
    /** What was heard, each as JSON. */
    asked: () => candor.evaluate(() => (globalThis as Listening).asked),
    waitForQuestionAbout: (text: string) =>
      until(
        () =>
          candor.evaluate(
            (wanted) => (globalThis as Listening).asked.some((draft) => draft.includes(wanted)),
            text,
          ),
        { what: `a gate to ask about "${text}"` },
      ),
    stop: () => candor.evaluate(() => (globalThis as Listening).stopListening()),
  };
};

/** As if somebody had cleared the browser's data of Candor, all but what `storage.local` holds. */
export const deleteDatabase = async (
  candor: CandorBrowser,
  name: 'candor-log' | 'candor-log~2' | 'candor-provenance',
): Promise<void> => {
  await candor.background.stop();
  await candor.evaluate(
    (database) =>
      new Promise<void>((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase(database);
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(deleting.error);
      }),
    name,
  );
};

/** What Candor says of the newest tab that shows this site: tests before may have left others. */
export const protectionOf = async (
  candor: CandorBrowser,
  url: string,
): Promise<{ protection: string; site?: string }> => {
  const tab = await candor.evaluate(
    async (wanted) => {
      const found = await chrome.tabs.query({ url: wanted });
      return found.at(-1)?.id ?? -1;
    },
    `${new URL(url).origin}/*`,
  );
  return sendAsPage(candor, 'read-protection', { tab });
};
