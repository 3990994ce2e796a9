import { browser } from '@wxt-dev/browser';

const ENTRIES = ':popover-open, dialog:modal, :fullscreen';

type Opener = { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
type FirefoxElement = Element & { openOrClosedShadowRoot?: ShadowRoot | null };

/** The shadow root of an element, closed ones included, which only extensions may see. */
const shadowRootOf = (element: Element): ShadowRoot | null => {
  const firefox = (element as FirefoxElement).openOrClosedShadowRoot;
  if (firefox !== undefined) return firefox;
  if (!(element instanceof HTMLElement)) return element.shadowRoot;
  return (browser as unknown as Opener).dom?.openOrClosedShadowRoot(element) ?? element.shadowRoot;
};

/** Entries of the top layer the document itself can name: cheap, but blind to shadow roots. */
export const findVisibleEntries = (): Element[] => [...document.querySelectorAll(ENTRIES)];

/** The pictures of a view transition lie above the top layer, and clicks may go through them. */
export const hasViewTransition = (): boolean => {
  try {
    return document.documentElement.matches(':active-view-transition');
  } catch {
    return false;
  }
};

/** The document and every shadow root of the page. Costs milliseconds on large pages. */
export const findAllRoots = (): (Document | ShadowRoot)[] => {
  const roots: (Document | ShadowRoot)[] = [];
  const visit = (root: Document | ShadowRoot): void => {
    roots.push(root);
    for (const element of root.querySelectorAll('*')) {
      const inner = shadowRootOf(element);
      if (inner) visit(inner);
    }
  };
  visit(document);
  return roots;
};

/** Every entry of the top layer, in every shadow root of the page. */
export const findAllEntries = (): Element[] =>
  findAllRoots().flatMap((root) => [...root.querySelectorAll(ENTRIES)]);
