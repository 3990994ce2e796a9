/** Walking a page through open shadow roots. Closed ones stay closed: none of the known sites uses them. */

export const isElement = (value: unknown): value is Element =>
  typeof value === 'object' && value !== null && (value as Node).nodeType === 1;

/** The next element up, out of a shadow root into its host. */
export const findParent = (element: Element): Element | undefined => {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : undefined;
};

export const findAncestor = (start: Element, holds: (element: Element) => boolean): Element | undefined => {
  for (let element: Element | undefined = start; element; element = findParent(element)) {
    if (holds(element)) return element;
  }
  return undefined;
};

/** A selector a browser does not know must not take the gate down: it counts as no match. */
const attempt = <T>(query: () => T, otherwise: T): T => {
  try {
    return query();
  } catch {
    return otherwise;
  }
};

/** Does the element match one of the selectors? */
export const matches = (element: Element, selectors: readonly string[]): boolean =>
  selectors.some((selector) => attempt(() => element.matches(selector), false));

export const queryAll = (root: ParentNode, selectors: readonly string[]): HTMLElement[] => {
  for (const selector of selectors) {
    const found = attempt(() => [...root.querySelectorAll<HTMLElement>(selector)], []);
    if (found.length > 0) return found;
  }
  return [];
};

export const query = (root: ParentNode, selectors: readonly string[]): HTMLElement | undefined => {
  for (const selector of selectors) {
    const found = attempt(() => root.querySelector<HTMLElement>(selector), null);
    if (found) return found;
  }
  return undefined;
};

/** The node itself and every open shadow root below it, at most `limit` of them. */
export const shadowScopes = (root: ParentNode & Node, limit = 50): ParentNode[] => {
  const scopes: ParentNode[] = [root];
  if (isElement(root) && root.shadowRoot) scopes.push(root.shadowRoot);
  for (const scope of scopes) {
    for (const element of scope.querySelectorAll('*')) {
      if (element.shadowRoot) scopes.push(element.shadowRoot);
      if (scopes.length > limit) return scopes;
    }
  }
  return scopes;
};

/** As `queryAll`, into shadow roots as well. Costs a walk over all elements: only where the light tree had nothing. */
export const queryAllDeep = (root: ParentNode & Node, selectors: readonly string[]): HTMLElement[] => {
  const light = queryAll(root, selectors);
  if (light.length > 0) return light;
  return shadowScopes(root)
    .slice(1)
    .flatMap((scope) => queryAll(scope, selectors));
};

/** Custom elements stand for a control that is in their open shadow root: that one takes the press and the text. */
export const innerOf = (host: HTMLElement, selector: string): HTMLElement =>
  host.shadowRoot?.querySelector<HTMLElement>(selector) ?? host;

export const isVisible = (element: Element): boolean => element.getClientRects().length > 0;
