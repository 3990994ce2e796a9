import type { SourceDefinition } from '../model/source.ts';
import { readAccessibleName } from '../sites/accessible-name.ts';
import { isElement, matches } from '../sites/composed-tree.ts';
import { saysCopy } from './copy-words.ts';

const CONTROLS = ['button,[role="button"],[role="menuitem"],input[type="button"]'];

/** A press lands on a control, or on what stands in it. */
const MOST_STEPS = 12;

/** The control on the path of an event, whatever it does. */
export const findControl = (path: readonly EventTarget[]): Element | undefined =>
  path.slice(0, MOST_STEPS).find((node): node is Element => isElement(node) && matches(node, CONTROLS));

/** Is this one of the tool's copy buttons, known by its selector or by what it says? */
export const isCopyControl = (source: SourceDefinition, control: Element): boolean =>
  matches(control, source.copyControl) || saysCopy(readAccessibleName(control));
