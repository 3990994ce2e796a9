import { readBlocks } from '../editors/read-blocks.ts';
import type { OwnPost } from '../model/flow.ts';
import { isVisible, query, queryAll } from './composed-tree.ts';
import { type Arrived, itemOf, linkOfItem } from './listed-posts.ts';
import { matchesPath } from './match-path.ts';

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
  const { items = [], text = [], pageText = [], ids = [] } = arrived;
  const known = Map.groupBy(
    posts.map((own) => ({ own, url: new URL(own.address) })),
    ({ url }) => keyOf(url, ids),
  );
  const findAt = (url: URL | null): OwnPost | undefined =>
    url
      ? known.get(keyOf(url, ids))?.find((one) => hasAll(url.searchParams, one.url.searchParams))?.own
      : undefined;

  const readAt = (own: OwnPost, element: Element | undefined): ShownPost[] => {
    const shown = element && isOnScreen(element) ? readShown(element) : '';
    return shown === '' ? [] : [{ own, text: shown }];
  };

  return (doc: Document): ShownPost[] => {
    const linked = queryAll(doc, items).flatMap((item) => {
      const to = linkOfItem(item, arrived);
      const own = to && findAt(URL.parse(to.getAttribute('href') ?? '', doc.baseURI));
      return own ? [{ own, item }] : [];
    });
    const found = linked.flatMap(({ own, item }) =>
      readAt(
        own,
        queryAll(item, text).find((element) => itemOf(element, arrived) === item),
      ),
    );
    const page = findAt(URL.parse(doc.location.href));
    const isLinked = linked.some(({ own }) => own === page);
    return page && !isLinked ? [...found, ...readAt(page, query(doc, pageText))] : found;
  };
};
