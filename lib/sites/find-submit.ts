import type { ComposerDefinition, SiteDefinition } from '../model/site.ts';
import { isElement, isVisible, matches, queryAllDeep } from './composed-tree.ts';
import type { Composer, Submit } from './composer.ts';
import { findComposerAt } from './find-composer.ts';
import { findGenericControl, findGenericControls, findRegionsNear, pathOf } from './find-generic.ts';
import { findComposers, findDefinedControls, matchControlAt } from './match-definition.ts';
import { readTexts } from './read-draft.ts';

export const isControlEnabled = (control: Element): boolean =>
  !control.matches(':disabled') && control.getAttribute('aria-disabled') !== 'true';

/** The confirming control of this composer that lies on the path. */
const findConfirmerAt = (
  path: readonly EventTarget[],
  { confirmers = [], confirmersByName = [] }: ComposerDefinition,
): HTMLElement | undefined => {
  const selected = path.find((node): node is HTMLElement => isElement(node) && matches(node, confirmers));
  if (selected || confirmersByName.length === 0) return selected;
  const isInside = path.some((node) => isElement(node) && matches(node, confirmersByName));
  return isInside ? findGenericControl(path) : undefined;
};

/** "Post anyway" and its like stand outside the composer: the draft is the one that has text. */
const findConfirmed = (path: readonly EventTarget[], site: SiteDefinition): Submit | undefined => {
  for (const definition of site.composers) {
    const control = findConfirmerAt(path, definition);
    const composer =
      control &&
      findComposers({ ...site, composers: [definition] }, control.ownerDocument).find((one) =>
        readTexts(one).some((text) => text.trim() !== ''),
      );
    if (composer) return { composer: { ...composer, site }, control };
  }
  return undefined;
};

/** The confirming controls that the page shows now. */
const findConfirmers = ({ definition, root }: Composer): HTMLElement[] => {
  const doc = root.ownerDocument;
  const selected = queryAllDeep(doc, definition.confirmers ?? []);
  if (selected.length > 0) return selected;
  return queryAllDeep(doc, definition.confirmersByName ?? []).flatMap((container) =>
    findGenericControls({ root: container }),
  );
};

const findByName = (path: readonly EventTarget[], site: SiteDefinition | undefined): Submit | undefined => {
  const control = findGenericControl(path);
  if (!control) return undefined;
  for (const region of findRegionsNear(control)) {
    const composer = findComposerAt(pathOf(region), site);
    // Where the definition holds, it alone says which controls publish.
    if (composer?.found === 'generic' && findGenericControls(composer).includes(control))
      return { composer, control };
  }
  return undefined;
};

/**
 * The control that a press on this path would publish with, and the composer whose draft it publishes.
 * A disabled control publishes nothing.
 */
export const findSubmitAt = (
  path: readonly EventTarget[],
  site: SiteDefinition | undefined,
): Submit | undefined => {
  const found = (site && (matchControlAt(path, site) ?? findConfirmed(path, site))) ?? findByName(path, site);
  return found && isControlEnabled(found.control) ? found : undefined;
};

const NATIVE = 'button, input, a[href], summary, select, textarea';

/**
 * Enter or Space on a `div[role=button]` that publishes: sites handle the key themselves, no click need follow.
 * On native buttons the browser makes a click of it, which `findSubmitAt` sees.
 */
export const findSubmitKeyAt = (
  event: KeyboardEvent,
  path: readonly EventTarget[],
  site: SiteDefinition | undefined,
): Submit | undefined => {
  if ((event.key !== 'Enter' && event.key !== ' ') || event.isComposing || event.repeat) return undefined;
  const found = findSubmitAt(path, site);
  return found && !found.control.matches(NATIVE) ? found : undefined;
};

/** The composer's publishing control as it stands now: visible and enabled ones first. */
export const findSubmitControl = (composer: Composer): HTMLElement | undefined => {
  const defined = findDefinedControls(composer.root, composer.definition);
  const others = composer.found === 'generic' ? findGenericControls(composer) : findConfirmers(composer);
  const controls = defined.length > 0 ? defined : others;
  const visible = controls.filter(isVisible);
  return visible.find(isControlEnabled) ?? visible[0] ?? controls[0];
};

/** After the press the site asks something, and goes on only with an answer. */
export const isWaitingForPerson = ({ definition, root }: Composer): boolean =>
  queryAllDeep(root.ownerDocument, definition.waits ?? []).some(isVisible);

/** The site has taken the press: its control is there and takes no other. */
export const isSubmitBusy = (composer: Composer): boolean => {
  const control = findSubmitControl(composer);
  return control !== undefined && !isControlEnabled(control);
};
