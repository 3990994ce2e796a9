const BLOCKS = new Set(
  (
    'address article aside blockquote dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const SILENT = new Set(['script', 'style', 'template', 'button', 'svg', 'select', 'audio', 'video']);

const isBlock = (node: Node): node is Element =>
  node.nodeType === 1 && BLOCKS.has((node as Element).localName);

/** Text of one inline node. A `<br>` is a line break; a picture is its description (emoji). */
const readInline = (node: Node, skip: (element: Element) => boolean): string => {
  if (node.nodeType === 3) return (node as Text).data;
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  if (SILENT.has(element.localName) || skip(element)) return '';
  if (element.localName === 'br') return '\n';
  if (element.localName === 'textarea') return (element as HTMLTextAreaElement).value;
  if (element.localName === 'img') return element.getAttribute('alt') ?? '';
  let text = '';
  for (const child of element.childNodes) text += readInline(child, skip);
  return text;
};

const isFormatting = (text: string): boolean =>
  text.trim() === '' && text.includes('\n') && !text.includes('\u00a0');

const collect = (parent: Element, skip: (element: Element) => boolean, lines: string[]): void => {
  const hasBlocks = [...parent.childNodes].some((child) => isBlock(child) && !skip(child));
  let run: string | undefined;
  const close = (): void => {
    // The last line break of a block only holds its last line open.
    if (run !== undefined) lines.push(...run.replace(/\n$/u, '').split('\n'));
    run = undefined;
  };
  for (const child of parent.childNodes) {
    if (isBlock(child)) {
      if (skip(child)) continue;
      close();
      if (child.localName !== 'hr') collect(child, skip, lines);
      continue;
    }
    const text = readInline(child, skip);
    // Between blocks, line breaks in the markup are layout; comments and empty wrappers open no line.
    if (hasBlocks && (isFormatting(text) || text === '')) continue;
    run = (run ?? '') + text;
  }
  close();
  if (parent.childNodes.length === 0 || (!hasBlocks && lines.length === 0)) lines.push('');
};

/** Text of an editable region, one line per block and per `<br>`. `skip` leaves out an engine's own helpers. */
export const readBlocks = (root: Element, skip: (element: Element) => boolean = () => false): string => {
  const lines: string[] = [];
  collect(root, skip, lines);
  return lines.join('\n');
};
