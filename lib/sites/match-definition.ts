import type { ComposerDefinition, SiteDefinition } from '../model/site.ts';
import {
  findAncestor,
  findParent,
  innerOf,
  isElement,
  matches,
  query,
  queryAll,
  queryAllDeep,
} from './composed-tree.ts';
import type { Composer } from './composer.ts';
import { findEditors, leaveFrame, queryFramed } from './editor-frame.ts';
import { findGenericControls } from './find-generic.ts';
import { matchesPath } from './match-path.ts';

const TEXT_BUTTON = 'button, [role="button"]';

const isTextButton = (button: Element): boolean =>
  (button.textContent ?? '').trim() !== '' &&
  !button.querySelector('svg, img') &&
  !button.hasAttribute('aria-haspopup');

/** The controls inside the root that publish: by selector, by name, or by the structural rule. Disabled ones included. */
export const findDefinedControls = (root: Element, definition: ComposerDefinition): HTMLElement[] => {
  const selected = queryAll(root, definition.submit);
  if (selected.length > 0) return selected.map((control) => innerOf(control, TEXT_BUTTON));
  if (definition.submitByName)
    return findGenericControls({ root }).filter((control) => !matches(control, definition.notSubmit ?? []));
  if (!definition.submitIsLastTextButton) return [];
  const last = queryAll(root, [TEXT_BUTTON]).filter(isTextButton).at(-1);
  return last ? [last] : [];
};

/** Nothing inside the root is pressed to publish: the last step stands outside of it, or there are only keys. */
const hasNoControlInside = ({
  submit,
  submitByName,
  submitIsLastTextButton,
  confirmers,
  confirmersByName,
  form,
}: ComposerDefinition): boolean =>
  submit.length === 0 &&
  !submitByName &&
  !submitIsLastTextButton &&
  ((confirmers ?? confirmersByName) !== undefined || !form);

/** `when`: one of its conditions is enough. */
const holds = (definition: ComposerDefinition, root: Element): boolean => {
  const { when } = definition;
  if (!when) return true;
  return (
    (when.selector !== undefined && query(root, when.selector) !== undefined) ||
    (when.path?.some((pattern) => matchesPath(root.ownerDocument.location.pathname, pattern)) ?? false)
  );
};

/** The composer's root seen from something inside: by selector, else the nearest ancestor that holds `needs`. */
const findRoot = (
  start: Element,
  definition: ComposerDefinition,
  needs: (root: Element) => boolean,
): Element | undefined => {
  const named = findAncestor(start, (element) => matches(element, definition.root));
  if (named && needs(named)) return named;
  // "The last button" means something only inside the box itself, and a word much more than outside of it.
  if (definition.submitIsLastTextButton || (named && definition.submitByName)) return named;
  const border = findAncestor(start, (element) => matches(element, ['body', 'dialog', '[role="dialog"]']));
  for (let root = findParent(start); root; root = findParent(root)) {
    if (root.localName !== 'body' && needs(root)) return root;
    if (root === border) break;
  }
  return named;
};

const composer = (
  site: SiteDefinition,
  definition: ComposerDefinition,
  root: Element,
): Composer | undefined => {
  const editors = findEditors(root, definition);
  return editors.length > 0 && holds(definition, root)
    ? { site, definition, root, editors, found: 'definition' }
    : undefined;
};

/** The composer whose editor, or key field, lies on the path. Its submit control may be missing: see `hasControl`. */
export const matchEditorAt = (path: readonly EventTarget[], site: SiteDefinition): Composer | undefined => {
  for (const definition of site.composers) {
    const fields = [...definition.editor, ...(definition.keyFields ?? [])];
    const met = path.find((node): node is Element => isElement(node) && matches(node, fields));
    if (!met) continue;
    // A key field may be the whole page.
    const start = matches(met, definition.editor) ? met : (query(met, definition.editor) ?? met);
    const root = findRoot(
      leaveFrame(start),
      definition,
      (element) =>
        (hasNoControlInside(definition) || findDefinedControls(element, definition).length > 0) &&
        findEditors(element, definition).length > 0,
    );
    const found = root && composer(site, definition, root);
    if (found) return found;
  }
  return undefined;
};

/** There is a control that publishes, or one that leads to it. */
export const hasControl = ({ definition, root }: Composer): boolean =>
  hasNoControlInside(definition) ||
  findDefinedControls(root, definition).length > 0 ||
  query(root, definition.steps?.toSubmit ?? []) !== undefined;

/** By its name alone any button near a box is the box's; it is only if the box finds it too. */
const isFoundFrom = ({ editors: [editor], site, definition }: Composer, control: HTMLElement): boolean => {
  const found = editor && matchEditorAt([editor], { ...site, composers: [definition] });
  return found !== undefined && findDefinedControls(found.root, definition).includes(control);
};

/** The composer whose publishing control lies on the path, with that control. */
export const matchControlAt = (
  path: readonly EventTarget[],
  site: SiteDefinition,
): { composer: Composer; control: HTMLElement } | undefined => {
  for (const definition of site.composers) {
    for (const node of path) {
      if (!isElement(node)) continue;
      const isButton = matches(node, [TEXT_BUTTON]);
      const byRule = definition.submitByName || definition.submitIsLastTextButton;
      if (!matches(node, definition.submit) && !(byRule && isButton)) continue;
      const root = findRoot(node, definition, (element) => findEditors(element, definition).length > 0);
      const found = root && composer(site, definition, root);
      const control = innerOf(node as HTMLElement, TEXT_BUTTON);
      if (!found || !findDefinedControls(found.root, definition).includes(control)) continue;
      if (!definition.submitByName || isFoundFrom(found, control)) return { composer: found, control };
    }
  }
  return undefined;
};

/** Every composer of the site that stands in the document, open shadow roots included. */
export const findComposers = (site: SiteDefinition, doc: Document): Composer[] => {
  const seen = new Set<Element>();
  return site.composers.flatMap((definition) =>
    queryFramed(doc, definition, definition.editor, queryAllDeep).flatMap((editor) => {
      const found = matchEditorAt([editor], { ...site, composers: [definition] });
      if (!found || seen.has(found.root)) return [];
      seen.add(found.root);
      return [{ ...found, site }];
    }),
  );
};
