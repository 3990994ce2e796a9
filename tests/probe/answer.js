// biome-ignore-all lint/correctness/noUnusedVariables: content scripts share one scope
// One question in, one plain-data answer out. Throws what the harness shall report.

const ANSWERS = {
  find(scope, { query }) {
    return findElements(scope, query).map((element) => describeElement(element, query.style));
  },
  /** Brings the element into the viewport, where a mouse can reach it. */
  reveal(scope, { query }) {
    const element = findElements(scope, query)[query.nth ?? 0];
    if (!element) return undefined;
    // Also out of sight inside a container that scrolls, where a click would land on something else.
    element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    return describeElement(element, query.style);
  },
  focused(scope) {
    const element = findFocused(scope);
    return element && describeElement(element);
  },
  hosts(scope) {
    return listRoots(scope)
      .filter((root) => root instanceof ShadowRoot)
      .map((root) => ({
        tag: root.host.localName,
        attributes: readAttributes(root.host),
        rect: readRect(root.host),
        mode: root.mode,
        html: root.innerHTML,
      }));
  },
  axe(scope, { options }) {
    return runAxe(scope, options);
  },
};

async function answerQuestion({ kind, scope, ...rest }) {
  return ANSWERS[kind](scope, rest);
}
