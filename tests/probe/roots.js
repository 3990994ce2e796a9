// biome-ignore-all lint/correctness/noUnusedVariables: content scripts share one scope
// Shadow roots of the page, closed ones included. Content scripts share one scope; so do these files.

const MAY_HOST = /^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/** The open or closed root of an element; an extension page has only open ones to offer. */
function openRoot(element) {
  const name = element.localName;
  if (!(element instanceof HTMLElement) || !(name.includes('-') || MAY_HOST.test(name))) return null;
  if (globalThis.chrome?.dom?.openOrClosedShadowRoot) return chrome.dom.openOrClosedShadowRoot(element);
  return element.openOrClosedShadowRoot ?? element.shadowRoot;
}

/**
 * All roots of a kind, in the order of the document.
 * `inside`: closed roots and what is nested in them. `page`: the document and its open roots.
 */
function listRoots(scope, root = document, closed = false, found = []) {
  if (closed === (scope === 'inside')) found.push(root);
  for (const element of root.querySelectorAll('*')) {
    const inner = openRoot(element);
    if (inner) listRoots(scope, inner, closed || inner.mode === 'closed', found);
  }
  return found;
}

/** The selector holds for the host of this root or for one around it. */
function isUnderHost(root, selector) {
  for (let at = root; at instanceof ShadowRoot; at = at.host.getRootNode()) {
    if (at.host.matches(selector)) return true;
  }
  return false;
}
