import { readBlocks } from './read-blocks.ts';

/** Any editable region whose engine is unknown (zero-width fillers left out). */
export const readGenericText = (element: Element): string =>
  readBlocks(element).replace(/[\u200B\uFEFF]/gu, '');
