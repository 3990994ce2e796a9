import type { Captured } from '../model/generation.ts';
import type { SourceDefinition } from '../model/source.ts';
import { findAncestor, isElement, matches } from '../sites/composed-tree.ts';
import { findMessages } from '../sources/messages.ts';
import type { Compose } from './compose.ts';
import type { Outbox } from './outbox.ts';
import type { OwnWords } from './own-words.ts';
import { findSourceAt } from './place.ts';
import { type Picked, readSelection } from './read-selection.ts';

interface CopyOptions {
  isOn(): boolean;
  outbox: Outbox;
  compose: Compose;
  own: OwnWords;
  signal: AbortSignal;
}

/** Answers that one selection may take with it; the last of them. */
const MOST_MESSAGES = 20;

/** The answers that a selection touches: each is remembered whole, since it contains what was selected. */
const findTouched = (source: SourceDefinition, { ranges }: Picked): Element[] =>
  ranges.length === 0
    ? []
    : findMessages(source, document)
        .filter((message) => ranges.some((range) => range.intersectsNode(message)))
        .slice(-MOST_MESSAGES);

/** Does the selection lie in something the person wrote themselves? */
const isOwn = (source: SourceDefinition, { ranges }: Picked): boolean =>
  ranges.length > 0 &&
  ranges.every(({ commonAncestorContainer: node }) => {
    const start = isElement(node) ? node : node.parentElement;
    return start !== null && findAncestor(start, (element) => matches(element, source.prompt)) !== undefined;
  });

/** Dragging a link or a picture takes no selection along, unless it lies in one. */
const isSelectionDragged = (event: Event, { ranges }: Picked): boolean => {
  const [at] = event.composedPath();
  const isOther = isElement(at) && (at.localName === 'a' || at.localName === 'img');
  return !isOther || ranges.some((range) => range.intersectsNode(at));
};

/** Selected text that leaves the page: by copying, cutting or dragging. Events that a page made itself do nothing. */
export const watchCopies = ({ isOn, outbox, compose, own, signal }: CopyOptions): void => {
  const take = (event: Event, captured: Captured): void => {
    if (!event.isTrusted || !isOn()) return;
    const path = event.composedPath();
    const source = findSourceAt(path);
    const picked = source && readSelection(path, own);
    if (!source || !picked || (captured === 'drag' && !isSelectionDragged(event, picked))) return;
    const touched = findTouched(source, picked);
    for (const message of touched) outbox.sendNow(compose.fromMessage(source, message, captured));
    if (touched.length === 0 && !isOwn(source, picked))
      outbox.sendNow(compose.fromText(source, picked.text, captured));
  };
  const options = { capture: true, passive: true, signal };
  window.addEventListener('copy', (event) => take(event, 'copy'), options);
  window.addEventListener('cut', (event) => take(event, 'copy'), options);
  window.addEventListener('dragstart', (event) => take(event, 'drag'), options);
};
