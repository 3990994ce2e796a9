import type { SourceDefinition } from '../model/source.ts';
import { isElement, matches, query } from '../sites/composed-tree.ts';
import { findSource, findSourceOfHost, isWholePage } from '../sources/find-source.ts';
import { GENERIC_SOURCE } from '../sources/generic-source.ts';

const here = (): URL => new URL(location.href);
const hasMarks = (selectors: readonly string[]): boolean => query(document, selectors) !== undefined;

/** Is this host in a definition, and not one that the person added? */
export const isKnownHost = (): boolean => findSourceOfHost(here()) !== undefined;

/** The tool that this page is. The script also runs on hosts of which only a part is one: there nothing is found. */
export const findPageSource = (): SourceDefinition | undefined =>
  findSource(here(), hasMarks) ?? (isKnownHost() ? undefined : GENERIC_SOURCE);

/**
 * Did an event happen in a tool? Of a page that only holds one, nothing around it counts. Looks at the path only: this
 * is asked while the person types.
 */
export const isInTool = (path: readonly EventTarget[]): boolean => {
  const named = findSourceOfHost(here());
  return (
    named === undefined ||
    isWholePage(named, here()) ||
    path.some((node) => isElement(node) && matches(node, named.marks))
  );
};

/**
 * Calls once, when the person is in the tool: at once where the whole page is one, else when the focus first goes there.
 * What hears each key must not stand in the way of people who only type beside it.
 */
export const whenInTool = (start: () => void, signal: AbortSignal): void => {
  if (isInTool([])) {
    start();
    return;
  }
  const started = new AbortController();
  const onFocus = (event: Event): void => {
    if (!isInTool(event.composedPath())) return;
    started.abort();
    start();
  };
  const options = { capture: true, passive: true, signal: AbortSignal.any([signal, started.signal]) };
  window.addEventListener('focusin', onFocus, options);
};

/** The tool that an event happened in. */
export const findSourceAt = (path: readonly EventTarget[]): SourceDefinition | undefined =>
  isInTool(path) ? findPageSource() : undefined;

/** Can finished answers ever be told here? On a known host by its selectors, on an added one by how they grow. */
export const mayKnowAnswers = (): boolean => (findSourceOfHost(here())?.message.length ?? 1) > 0;

/** Address of the conversation, without fragment. */
export const readConversation = (): string => here().href.replace(/#.*$/su, '');
