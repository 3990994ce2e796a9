import type { SiteDefinition } from '../model/site.ts';
import { findAncestor, matches, queryAll } from './composed-tree.ts';

/** How a site shows a post among others. */
export type Arrived = NonNullable<SiteDefinition['confirm']['arrived']>;

/** The item that an element belongs to: the innermost, since quotes and answers may stand in others. */
export const itemOf = (element: Element, { items = [] }: Arrived): Element | undefined =>
  findAncestor(element, (one) => matches(one, items));

/** The link of an item to itself: inside, or in the element that follows, where that has no item of its own. */
export const linkOfItem = (item: Element, arrived: Arrived): HTMLElement | undefined => {
  const { link = [] } = arrived;
  const next = item.nextElementSibling;
  return (
    queryAll(item, link).find((one) => itemOf(one, arrived) === item) ??
    (next ? queryAll(next, link).find((one) => !next.contains(itemOf(one, arrived) ?? null)) : undefined)
  );
};
