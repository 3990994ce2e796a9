// biome-ignore-all lint/correctness/noUnusedVariables: content scripts share one scope
// Finds elements by a query (see Query in tests/harness/finder.ts) and describes them as plain data.

const holds = (wanted, actual) =>
  wanted === undefined ||
  ('pattern' in wanted
    ? new RegExp(wanted.pattern, wanted.flags).test(actual)
    : collapse(wanted.exact) === actual);

const readText = (element) => collapse(element.innerText ?? element.textContent);

const isPainted = (element) =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  element.getBoundingClientRect().width > 0 &&
  element.getBoundingClientRect().height > 0;

function findElements(scope, query) {
  const roots = listRoots(scope).filter((root) => !query.host || isUnderHost(root, query.host));
  return roots
    .flatMap((root) => [...root.querySelectorAll(query.css ?? '*')])
    .filter(
      (element) =>
        (query.role === undefined || readRole(element) === query.role) &&
        (query.hidden || isPainted(element)) &&
        holds(query.name, query.name && readName(element)) &&
        holds(query.text, query.text && readText(element)),
    );
}

function readAttributes(element) {
  return Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
}

function readRect(element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}

function readChecked(element) {
  if (element.localName === 'input' && /^(checkbox|radio)$/.test(element.type)) return element.checked;
  const given = element.getAttribute('aria-checked') ?? element.getAttribute('aria-pressed');
  return given === null ? undefined : given === 'true';
}

function describeElement(element, properties = []) {
  const computed = getComputedStyle(element);
  return {
    tag: element.localName,
    role: readRole(element),
    name: readName(element),
    text: readText(element),
    rect: readRect(element),
    visible: isPainted(element),
    attributes: readAttributes(element),
    value: typeof element.value === 'string' ? element.value : undefined,
    checked: readChecked(element),
    disabled: element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true',
    focused: element.getRootNode().activeElement === element,
    direction: computed.direction,
    style: Object.fromEntries(
      properties.map((name) => [name, computed[name] ?? computed.getPropertyValue(name)]),
    ),
  };
}

/** The innermost focused element of this kind of root; a host, where the focus is in a root of the other kind. */
function findFocused(scope) {
  const focused = listRoots(scope).map((root) => root.activeElement);
  return focused.findLast((element) => element && element !== document.body);
}
