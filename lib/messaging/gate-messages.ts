import { browser } from '@wxt-dev/browser';
import type { ApprovedChoice } from '../model/review.ts';

/** What the background tells a gate, unasked. */
export type GateMessage =
  /** A review that moved to a window has ended there. No choice: the person keeps editing. */
  | { name: 'review-answered'; post: string; choice?: ApprovedChoice }
  /** The keyboard command: open the chip of the composer that has the focus. */
  | { name: 'open-chip' }
  /** What decisions depend on has changed: ask for the profile again. */
  | { name: 'profile-changed' };

/** Without a frame the message goes to all frames of the tab. */
export const sendToGate = async (tab: number, message: GateMessage, frame?: number): Promise<void> => {
  await browser.tabs.sendMessage(tab, message, frame === undefined ? {} : { frameId: frame });
};

/** Tells every gate. Tabs without one do not answer, which is no fault. */
export const tellAllGates = async (message: GateMessage): Promise<void> => {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(tabs.map(({ id }) => id !== undefined && sendToGate(id, message)));
};

/** Only the extension itself can send to a content script; the sender is checked all the same. */
export const onGateMessage = (handle: (message: GateMessage) => void): void => {
  browser.runtime.onMessage.addListener(((message: unknown, sender: { id?: string }) => {
    const isOurs = sender.id === browser.runtime.id && typeof message === 'object' && message !== null;
    if (isOurs) handle(message as GateMessage);
    return undefined;
  }) as never);
};
