// biome-ignore-all lint/correctness/noUnusedVariables: content scripts share one scope
// Role and accessible name, as far as tests need them (ARIA in HTML, accname 1.2 without CSS content).

const ROLE_BY_TAG = {
  a: (element) => (element.hasAttribute('href') ? 'link' : 'generic'),
  article: 'article',
  button: 'button',
  details: 'group',
  dialog: 'dialog',
  fieldset: 'group',
  footer: 'contentinfo',
  form: 'form',
  header: 'banner',
  img: (element) => (element.getAttribute('alt') === '' ? 'presentation' : 'img'),
  input: (element) => ROLE_BY_INPUT[element.type] ?? 'textbox',
  li: 'listitem',
  main: 'main',
  meter: 'meter',
  nav: 'navigation',
  ol: 'list',
  option: 'option',
  output: 'status',
  p: 'paragraph',
  progress: 'progressbar',
  section: 'region',
  select: (element) => (element.multiple || element.size > 1 ? 'listbox' : 'combobox'),
  table: 'table',
  td: 'cell',
  textarea: 'textbox',
  th: 'columnheader',
  tr: 'row',
  ul: 'list',
};

const ROLE_BY_INPUT = {
  button: 'button',
  checkbox: 'checkbox',
  image: 'button',
  number: 'spinbutton',
  radio: 'radio',
  range: 'slider',
  reset: 'button',
  search: 'searchbox',
  submit: 'button',
};

const NAMED_BY_CONTENT =
  /^(button|cell|checkbox|columnheader|heading|link|listitem|menuitem|menuitemcheckbox|menuitemradio|option|radio|row|switch|tab|tooltip|treeitem)$/;

const collapse = (text) => (text ?? '').replace(/\s+/g, ' ').trim();

function readRole(element) {
  const given = element.getAttribute('role')?.trim().split(/\s+/)[0];
  if (given) return given;
  if (/^h[1-6]$/.test(element.localName)) return 'heading';
  const implied = ROLE_BY_TAG[element.localName];
  if (implied) return typeof implied === 'function' ? implied(element) : implied;
  return element.isContentEditable && element.hasAttribute('contenteditable') ? 'textbox' : 'generic';
}

/** Text of the content with the names of what is embedded in it. */
function readContentName(element) {
  let text = '';
  const nodes = element.localName === 'slot' ? element.assignedNodes({ flatten: true }) : element.childNodes;
  for (const node of nodes) {
    if (node.nodeType === Node.TEXT_NODE) text += node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true') continue;
    if (/^(script|style|template)$/.test(node.localName)) continue;
    const { display, visibility } = getComputedStyle(node);
    if (display === 'none' || visibility === 'hidden') continue;
    const inner = node.getAttribute('aria-label') ?? node.getAttribute('alt') ?? readContentName(node);
    text += display.startsWith('inline') || display === 'contents' ? inner : ` ${inner} `;
  }
  return text;
}

function readLabels(element) {
  return [...(element.labels ?? [])].map(readContentName).join(' ');
}

function readName(element) {
  const root = element.getRootNode();
  const labelledBy = (element.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => id && root.getElementById?.(id))
    .filter(Boolean)
    .map((label) => label.getAttribute('aria-label') ?? readContentName(label))
    .join(' ');
  const isButton = element.localName === 'input' && /^(button|submit|reset)$/.test(element.type);
  const ways = [
    labelledBy,
    element.getAttribute('aria-label'),
    readLabels(element),
    element.getAttribute('alt'),
    isButton ? element.value : '',
    element.localName === 'fieldset' ? element.querySelector(':scope > legend')?.textContent : '',
    NAMED_BY_CONTENT.test(readRole(element)) ? readContentName(element) : '',
    element.getAttribute('title'),
    element.getAttribute('placeholder') ?? element.getAttribute('aria-placeholder'),
  ];
  return collapse(ways.find((way) => collapse(way) !== ''));
}
