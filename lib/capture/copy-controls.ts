import type { SourceDefinition } from '../model/source.ts';
import { findControl, isCopyControl } from '../sources/find-copy-control.ts';
import { findMessageNear, findMessages } from '../sources/messages.ts';
import type { Compose } from './compose.ts';
import { findTextBeside } from './find-text-beside.ts';
import type { Outbox } from './outbox.ts';
import { findSourceAt, whenInTool } from './place.ts';

interface ControlOptions {
  isOn(): boolean;
  outbox: Outbox;
  compose: Compose;
  signal: AbortSignal;
}

const PRESS_KEYS = new Set(['Enter', ' ']);

/**
 * The tool's own copy buttons. They write to the clipboard without any `copy` event, so the answer is read from the
 * page when one is pressed. A press is a click, a pointer let go (menus act on that) or a key.
 */
export const watchCopyControls = ({ isOn, outbox, compose, signal }: ControlOptions): void => {
  /** The answer whose controls were used last: a menu opened from there may stand anywhere in the page. */
  let lastUsed: WeakRef<Element> | undefined;

  const findAnswer = (source: SourceDefinition, control: Element): Element | undefined => {
    const near = findMessageNear(source, control);
    if (near === 'own') return undefined;
    const used = lastUsed?.deref();
    return near ?? (used?.isConnected ? used : findMessages(source, document).at(-1));
  };

  const press = (event: Event): void => {
    if (!event.isTrusted || !isOn()) return;
    const path = event.composedPath();
    const control = findControl(path);
    const source = control && findSourceAt(path);
    if (!control || !source) return;
    if (!isCopyControl(source, control)) {
      const near = source.message.length > 0 ? findMessageNear(source, control) : undefined;
      if (near && near !== 'own') lastUsed = new WeakRef(near);
      return;
    }
    // No answer where one should be: the page has changed, or its answers were never known.
    if (findMessages(source, document).length === 0) {
      const text = findTextBeside(control);
      if (text) outbox.sendNow(compose.fromText(source, text, 'copy-control'));
      return;
    }
    const message = findAnswer(source, control);
    if (message) outbox.sendNow(compose.fromMessage(source, message, 'copy-control'));
  };

  const options = { capture: true, passive: true, signal };
  window.addEventListener('click', press, options);
  window.addEventListener('pointerup', press, options);
  const onKey = (event: KeyboardEvent): void => {
    if (PRESS_KEYS.has(event.key)) press(event);
  };
  whenInTool(() => window.addEventListener('keydown', onKey, options), signal);
};
