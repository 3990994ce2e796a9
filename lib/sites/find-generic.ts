import type { SiteDefinition } from '../model/site.ts';
import { readAccessibleName } from './accessible-name.ts';
import {
  findAncestor,
  findParent,
  isElement,
  isVisible,
  matches,
  queryAll,
  shadowScopes,
} from './composed-tree.ts';
import type { Composer } from './composer.ts';
import { EDITABLE, GENERIC, GENERIC_COMPOSER } from './generic.ts';
import { POST_WORDS } from './post-words.ts';

/** Longest name a publishing button has: "Post to Alex's profile" is one, a paragraph is not. */
const MOST_WORDS = 4;
const MOST_CHARACTERS = 40;
/** How far up from the editor its button may hang. */
const MOST_STEPS = 18;

const CONTROL = 'button, input[type="submit"], input[type="button"], [role="button"], a[role="button"]';
const NOT_WRITING =
  '[role="searchbox"], [role="combobox"], [type="search"], [aria-readonly="true"], [readonly], :disabled, .ql-clipboard';
const NOT_WRITING_INSIDE = '[role="search"], search, [aria-hidden="true"], form:has(input[type="password"])';

/** Case folded also for Turkish, whose capitals of `i` and `ı` fold to the other letter elsewhere. */
const fold = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\u0307/gu, '')
    .replace(/ı/gu, 'i')
    .trim();

let patterns: { first: RegExp; anywhere: RegExp } | undefined;

/** Built at first need: most pages never get here. */
const requirePatterns = (): { first: RegExp; anywhere: RegExp } => {
  const all = (list: 0 | 1): string =>
    fold(
      Object.values(POST_WORDS)
        .map((words) => words[list])
        .join('|'),
    );
  patterns ??= {
    first: new RegExp(`^(?:${all(0)})(?![\\p{L}\\p{M}\\p{N}])`, 'u'),
    anywhere: new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${all(1)})(?![\\p{L}\\p{M}\\p{N}])`, 'u'),
  };
  return patterns;
};

/** Does a button with this name publish? Whole words only, in any of the known languages. */
export const isPostName = (name: string): boolean => {
  const text = fold(name);
  if (text === '' || text.length > MOST_CHARACTERS || text.split(/\s+/u).length > MOST_WORDS) return false;
  const { first, anywhere } = requirePatterns();
  return first.test(text) || anywhere.test(text);
};

const isPostControl = (control: Element): boolean =>
  !control.hasAttribute('aria-haspopup') &&
  control.getAttribute('aria-expanded') === null &&
  isPostName(readAccessibleName(control));

const isWriting = (element: Element): element is HTMLElement =>
  matches(element, [EDITABLE]) &&
  !matches(element, [NOT_WRITING]) &&
  findAncestor(element, (outer) => matches(outer, [NOT_WRITING_INSIDE])) === undefined;

/** The editable region around an element: the outermost, since engines nest. */
const findRegion = (path: readonly EventTarget[]): HTMLElement | undefined => {
  let region: HTMLElement | undefined;
  for (const node of path) {
    if (isElement(node) && isWriting(node)) region = node;
  }
  return region;
};

const controlsIn = (root: Element): HTMLElement[] =>
  shadowScopes(root).flatMap((scope) => queryAll(scope, [CONTROL]));

/** Where to stop climbing: what is outside of these does not belong to the text inside. */
const isBorder = (element: Element): boolean =>
  matches(element, ['body', 'dialog', '[role="dialog"]', '[role="alertdialog"]']);

/** The nearest ancestor that holds a control which publishes, with those controls. */
const findRootOf = (editor: Element): { root: Element; controls: HTMLElement[] } | undefined => {
  let root = findParent(editor);
  for (let steps = 0; root && steps < MOST_STEPS; steps += 1) {
    const controls = controlsIn(root).filter((control) => isPostControl(control) && isVisible(control));
    if (controls.length > 0) return { root, controls };
    if (isBorder(root)) return undefined;
    root = findParent(root);
  }
  return undefined;
};

/** On a site with a definition its counter still counts, although its selectors no longer fit. */
const genericComposer = (site: SiteDefinition | undefined, root: Element, editor: HTMLElement): Composer => {
  const known = site?.composers.at(-1);
  return {
    site: site ?? GENERIC,
    definition: known
      ? { ...GENERIC_COMPOSER, counter: known.counter, ...(known.fold && { fold: known.fold }) }
      : GENERIC_COMPOSER,
    root,
    editors: [editor],
    found: 'generic',
  };
};

/** A composer found by what it is: an editable region with a publishing control near it. */
export const findGenericAt = (
  path: readonly EventTarget[],
  site: SiteDefinition | undefined,
): Composer | undefined => {
  const editor = findRegion(path);
  const near = editor && findRootOf(editor);
  return near && genericComposer(site, near.root, editor);
};

/** The controls that publish a composer's draft, by their names. */
export const findGenericControls = (composer: Pick<Composer, 'root'>): HTMLElement[] =>
  controlsIn(composer.root).filter((control) => isPostControl(control) && isVisible(control));

/** The publishing control that was pressed: the innermost control of the path, if its name says so. */
export const findGenericControl = (path: readonly EventTarget[]): HTMLElement | undefined => {
  for (const node of path) {
    if (!isElement(node)) continue;
    if (matches(node, [CONTROL])) return isPostControl(node) ? (node as HTMLElement) : undefined;
  }
  return undefined;
};

/** Editable regions a pressed control might belong to: those in its nearest ancestor that has any. */
export const findRegionsNear = (control: Element): HTMLElement[] => {
  let root = findParent(control);
  for (let steps = 0; root && steps < MOST_STEPS; steps += 1) {
    const regions = shadowScopes(root)
      .flatMap((scope) => queryAll(scope, [EDITABLE]))
      .filter((region) => isWriting(region) && isVisible(region));
    if (regions.length > 0) return regions;
    if (isBorder(root)) return [];
    root = findParent(root);
  }
  return [];
};

/** From an element up to the window, as `composedPath()` of an event on it would be. */
export const pathOf = (start: Element): Element[] => {
  const path: Element[] = [];
  findAncestor(start, (element) => {
    path.push(element);
    return false;
  });
  return path;
};
