import { readBlocks } from '../editors/read-blocks.ts';
import type { OwnPost } from '../model/flow.ts';
import type { SiteDefinition } from '../model/site.ts';
import { findAncestor, isVisible, matches, query, queryAll } from './composed-tree.ts';
import { matchesPath } from './match-path.ts';

type Arrived = NonNullable<SiteDefinition['confirm']['arrived']>;

/** A post of the person's own, with its text as the page shows it now. */
export interface ShownPost {
  own: OwnPost;
  text: string;
}

const isButton = (element: Element): boolean => element.getAttribute('role') === 'button';

const readShown = (element: Element): string => readBlocks(element, isButton).trim();

const isOnScreen = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  return isVisible(element) && bottom > 0 && top < innerHeight;
};

/** What two addresses of one post have in common: see `ids`. */
const keyOf = ({ origin, pathname }: URL, ids: readonly string[]): string => {
  const path = pathname.replace(/\/$/u, '');
  const isNamed = ids.some((pattern) => matchesPath(pathname, pattern));
  return origin + (isNamed ? `#${path.slice(path.lastIndexOf('/'))}` : path);
};

/** A link may carry more than the address of a post, never less. */
const hasAll = (search: URLSearchParams, wanted: URLSearchParams): boolean =>
  [...wanted].every(([name, value]) => search.get(name) === value);

/** Looks for posts by their addresses; of others it reads nothing but the link. Newest first: of two with one address it counts. */
export const createOwnPostFinder = (posts: readonly OwnPost[], arrived: Arrived) => {
  const { items = [], link = [], text = [], ids = [] } = arrived;
  const known = Map.groupBy(
    posts.map((own) => ({ own, url: new URL(own.address) })),
    ({ url }) => keyOf(url, ids),
  );
  const findAt = (url: URL | null): OwnPost | undefined =>
    url
      ? known.get(keyOf(url, ids))?.find((one) => hasAll(url.searchParams, one.url.searchParams))?.own
      : undefined;

  const isItem = (element: Element): boolean => matches(element, items);
  /** What stands in an item that stands in this one is not its own. No item: what stands in none. */
  const findIn = (item: Element | undefined, selectors: readonly string[], doc: Document) =>
    queryAll(item ?? doc, selectors).find((element) => findAncestor(element, isItem) === item);
  const linkOf = (item: Element, doc: Document): HTMLElement | undefined =>
    findIn(item, link, doc) ?? (item.nextElementSibling ? query(item.nextElementSibling, link) : undefined);

  const readAt = (own: OwnPost, element: Element | undefined): ShownPost[] => {
    const shown = element && isOnScreen(element) ? readShown(element) : '';
    return shown === '' ? [] : [{ own, text: shown }];
  };

  return (doc: Document): ShownPost[] => {
    const all = queryAll(doc, items).map((item) => ({ item, to: linkOf(item, doc) }));
    const found = all.flatMap(({ item, to }) => {
      const own = to && findAt(URL.parse(to.getAttribute('href') ?? '', doc.baseURI));
      return own ? readAt(own, findIn(item, text, doc)) : [];
    });
    // On its own page a post may have no link to itself: then it is the only item without one, or none at all.
    const own = findAt(URL.parse(doc.location.href));
    const unlinked = all.filter(({ to }) => to === undefined);
    if (!own || unlinked.length > 1 || found.some((shown) => shown.own === own)) return found;
    return [...found, ...readAt(own, findIn(unlinked[0]?.item, text, doc))];
  };
};
