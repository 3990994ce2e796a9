/** Event types a page must not hear from inside Candor's own roots. Keys: `keepKeysInside`. */
const KEPT_INSIDE = [
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'focusin',
  'focusout',
  'beforeinput',
  'input',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'copy',
  'cut',
  'paste',
  'wheel',
  'dragstart',
  'drop',
] as const;

type KeyHandler = (event: KeyboardEvent) => void;

/** Candor's hosts, each with what is to happen to keys pressed inside. */
const own = new WeakMap<Element, KeyHandler>();

/** Is this one of Candor's hosts? The page sees only a nameless element. */
export const isOwnHost = (target: unknown): boolean => target instanceof Element && own.has(target);

/** Each key asks, and asking the page where the focus is costs more than all else that a key costs. */
let mayHaveFocus = false;

/** For a root that takes the focus where the browser may not say so, as in a window that is behind another. */
export const expectFocus = (): void => {
  mayHaveFocus = true;
};

/**
 * Keys pressed inside Candor's own roots are nobody else's: no page shortcut may see them. They are stopped at the
 * window, before the first listener of the page; the browser's own actions (typing, Tab, Enter) still happen.
 * `onOther`: a key that goes down anywhere else.
 */
export const keepKeysInside = (onOther: KeyHandler, signal: AbortSignal): void => {
  const findHandler = (event: Event): KeyHandler | undefined => {
    if (!mayHaveFocus) return undefined;
    const [target] = event.composedPath();
    return target instanceof Element ? own.get(target) : undefined;
  };
  const onKeydown = (event: KeyboardEvent): void => {
    const handle = findHandler(event);
    if (handle) event.stopImmediatePropagation();
    (handle ?? onOther)(event);
  };
  const stop = (event: KeyboardEvent): void => {
    if (findHandler(event)) event.stopImmediatePropagation();
  };
  const noteFocus = (event: Event): void => {
    mayHaveFocus = isOwnHost(event.composedPath()[0]);
  };
  const options = { capture: true, signal };
  window.addEventListener('focusin', noteFocus, options);
  window.addEventListener('keydown', onKeydown, options);
  window.addEventListener('keypress', stop, options);
  window.addEventListener('keyup', stop, options);
};

/** What is important inside a root wins over anything the page says about the host, its `style` attribute included. */
const HOST_STYLE = ':host { all: initial !important; display: contents !important; }';

const sheets = new Map<string, CSSStyleSheet>();

/** Parsed once a page: reading the style again costs each dialog a millisecond or two. */
const sheetOf = (css: string): CSSStyleSheet => {
  const known = sheets.get(css);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  sheets.set(css, sheet);
  return sheet;
};

/** Gives a closed root its style, in place of what it had. */
export const adoptStyle = (root: ShadowRoot, ownCss: string): void => {
  const css = `${HOST_STYLE}\n${ownCss}`;
  try {
    root.adoptedStyleSheets = [sheetOf(css)];
  } catch {
    // Some Firefox versions refuse a sheet made in a content script.
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
};

/** An element with a closed shadow root: the page can neither read nor style what is inside. */
export const createClosedRoot = (
  css: string,
  onKeydown: KeyHandler = () => undefined,
): {
  host: HTMLElement;
  root: ShadowRoot;
} => {
  const host = document.createElement('div');
  own.set(host, onKeydown);
  const root = host.attachShadow({ mode: 'closed' });
  adoptStyle(root, css);
  for (const type of KEPT_INSIDE) host.addEventListener(type, (event) => event.stopPropagation());
  return { host, root };
};
