// biome-ignore-all lint/correctness/noUnusedVariables: content scripts share one scope
// Runs axe-core on shadow roots that it could not enter by itself.

/** Closed roots look open to this world, and to this world only. */
function revealRoot(root) {
  Object.defineProperty(root.host, 'shadowRoot', { configurable: true, get: () => root });
}

/** axe measures contrast only below `document.body`; the host may hang on the root element itself. */
async function withBody(element, run) {
  Object.defineProperty(document, 'body', { configurable: true, get: () => element });
  try {
    return await run();
  } finally {
    delete document.body;
  }
}

/** Hosts in the document itself; axe enters nested roots from there. */
function listHosts(scope, host) {
  const roots = listRoots(scope).filter((root) => root instanceof ShadowRoot);
  const outer = roots.filter((root) => root.host.getRootNode() === document);
  return outer.filter((root) => !host || isUnderHost(root, host)).map((root) => root.host);
}

async function runAxe(scope, { host, disable = [] }) {
  if (!globalThis.axe) await chrome.runtime.sendMessage({ load: 'axe' });
  const rules = Object.fromEntries(disable.map((id) => [id, { enabled: false }]));
  const settings = { rules, iframes: false, resultTypes: ['violations'] };
  const results = [];
  if (scope === 'page' && !host) {
    results.push(await axe.run(document, settings));
  } else {
    for (const root of listRoots('inside')) if (root.mode === 'closed') revealRoot(root);
    const hosts = listHosts(scope, host);
    if (hosts.length === 0) throw new Error('axe: no shadow root to look at');
    for (const element of hosts) results.push(await withBody(element, () => axe.run(element, settings)));
  }
  return results
    .flatMap(({ violations }) => violations)
    .map(({ id, impact, help, nodes }) => ({ id, impact, help, nodes: nodes.map(({ html }) => html) }));
}
