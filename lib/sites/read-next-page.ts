import { readText } from '../editors/read-text.ts';
import type { AwaitedPost } from '../model/flow.ts';
import type { SiteDefinition } from '../model/site.ts';
import { isVisible, queryAll, queryAllDeep } from './composed-tree.ts';
import { EDITABLE } from './generic.ts';
import { linkOfItem } from './listed-posts.ts';
import { matchesPath } from './match-path.ts';

/** What a page says of a post that was let go by the page before it. `undefined`: nothing either way. */
export type NextPage = { is: 'arrived'; permalink?: string } | { is: 'refused'; reason: string } | undefined;

/** Fewer letters than this may stand on any page by chance. */
const LEAST_LETTERS = 16;
/** So many letters tell a text from every other, and stay clear of links that a site shortens. */
const MOST_LETTERS = 200;

/** Sites show a text without its markup and with other white space and punctuation: only letters and digits count. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

type Sought = Pick<AwaitedPost, 'kind' | 'title' | 'text' | 'address'>;
type Confirm = SiteDefinition['confirm'];

const wantedOf = ({ title = '', text }: Sought): string[] =>
  [text, title].map((words) => lettersOf(words).slice(0, MOST_LETTERS)).filter((letters) => letters !== '');

/** What could not stand on a page by chance. */
const tellingOf = (sought: Sought): string[] =>
  wantedOf(sought).filter(({ length }) => length >= LEAST_LETTERS);

const shows = (text: string, wanted: readonly string[]): boolean => {
  const letters = lettersOf(text);
  return wanted.some((words) => letters.includes(words));
};

const linkIn = (link: Element | null | undefined, doc: Document): string | undefined => {
  const url = link && URL.parse(link.getAttribute('href') ?? '', doc.baseURI);
  return url && /^https?:$/u.test(url.protocol) ? url.href : undefined;
};

/** Kinds of post that have no page of their own. */
const isPart = ({ kind }: Sought): boolean => ['comment', 'reply', 'edit'].includes(kind);

/** The address of this page, if it is a page about one post, another than it was written on, and shows it. */
const readOwnPage = (sought: Sought, { arrived }: Confirm, doc: Document): string | undefined => {
  const { pathname, origin, search } = doc.location;
  const isAboutOne = arrived?.pages?.some((pattern) => matchesPath(pathname, pattern)) ?? false;
  if (isPart(sought) || !isAboutOne || URL.parse(sought.address)?.pathname === pathname) return undefined;
  return shows(doc.body.innerText, wantedOf(sought)) ? origin + pathname + search : undefined;
};

const findItem = (sought: Sought, { arrived }: Confirm, doc: Document): HTMLElement | undefined =>
  (arrived?.items ?? [])
    .flatMap((selector) => queryAllDeep(doc, [selector]))
    .findLast((item) => shows(item.textContent ?? '', tellingOf(sought)));

/** The address of the post, where the page it led to shows it: its own page, or a list with it. */
export const readOwnAddress = (sought: Sought, confirm: Confirm, doc: Document): string | undefined => {
  const own = readOwnPage(sought, confirm, doc);
  if (own !== undefined) return own;
  const item = findItem(sought, confirm, doc);
  return item && confirm.arrived && linkIn(linkOfItem(item, confirm.arrived), doc);
};

const arrivedAt = (permalink: string | undefined): NextPage => ({
  is: 'arrived',
  ...(permalink !== undefined && { permalink }),
});

/** `site`: missing where no definition fits; then only the text itself counts. */
export const readNextPage = (
  awaited: AwaitedPost,
  site: SiteDefinition | undefined,
  doc: Document,
): NextPage => {
  const shown = linkIn(queryAllDeep(doc, site?.confirm.permalink ?? []).find(isVisible), doc);
  if (shown !== undefined) return arrivedAt(shown);

  const wanted = wantedOf(awaited);
  const isInEditor = queryAllDeep(doc, [EDITABLE]).some((editor) => shows(readText(editor), wanted));
  if (isInEditor) {
    const reason = queryAll(doc, site?.confirm.failure ?? [])
      .filter(isVisible)
      .map((element) => (element.textContent ?? '').replace(/\s+/gu, ' ').trim())
      .find((text) => text !== '');
    return reason === undefined ? undefined : { is: 'refused', reason: reason.slice(0, 500) };
  }

  const own = site && readOwnAddress(awaited, site.confirm, doc);
  if (own !== undefined) return arrivedAt(own);
  const telling = tellingOf(awaited);
  if (!shows(doc.body.innerText, telling)) return undefined;
  // A comment form leads to the comment itself: `#comment-7`.
  const target = doc.querySelector(':target');
  return arrivedAt(target && shows(target.textContent ?? '', telling) ? doc.location.href : undefined);
};
