import type { PostSummary } from '../contract.ts';

type Page = readonly PostSummary[];

export interface PostPages {
  /** Newest first. */
  rows(): readonly PostSummary[];
  /** How many posts are newer than the first of these; not known after a jump to the oldest. */
  first(): number | undefined;
  hasOlder(): boolean;
  hasNewer(): boolean;
  /** `found`: the posts before the last one, one more than a page where there are more. */
  addOlder(found: Page, size: number): void;
  /** `found`: the posts after the first one, the newest of them one too many where there are more. `isKnown`: see `startOfNewer`. */
  addNewer(found: Page, size: number, isKnown: boolean): void;
  /** Where the page just above began when it was there. */
  startOfNewer(): { before?: number };
  /** Begins anew, with the oldest posts of all. */
  fromEnd(found: Page, size: number): PostPages;
}

/** A window of pages over a list of any length. `found`: the newest posts, one more than a page where there are more. */
export const createPostPages = (kept: number, found: Page = [], size = found.length): PostPages => {
  let pages: Page[] = [found.slice(0, size)];
  let older = found.length > size;
  let newer = false;
  let first: number | undefined = 0;
  /** Starts of the pages above, newest first. */
  let above: { before?: number }[] = [];
  let start: { before?: number } = {};

  const rows = (): readonly PostSummary[] => pages.flat();

  const self: PostPages = {
    rows,
    first: () => first,
    hasOlder: () => older,
    hasNewer: () => newer,
    startOfNewer: () => above.at(-1) ?? {},
    addOlder(more, pageSize) {
      pages.push(more.slice(0, pageSize));
      older = more.length > pageSize;
      while (pages.length > kept) {
        const dropped = pages.shift() ?? [];
        if (first !== undefined) first += dropped.length;
        newer = true;
        above.push(start);
        const last = dropped.at(-1);
        start = last ? { before: last.index } : {};
      }
    },
    addNewer(more, pageSize, isKnown) {
      const page = isKnown ? more.slice(0, pageSize) : more.slice(-pageSize);
      pages.unshift(page);
      start = above.pop() ?? {};
      newer = isKnown ? start.before !== undefined : more.length > pageSize;
      if (first !== undefined) first = newer ? Math.max(0, first - page.length) : 0;
      if (!newer) {
        first = 0;
        above = [];
      }
      while (pages.length > kept) {
        pages.pop();
        older = true;
      }
    },
    fromEnd(last, pageSize) {
      pages = [last.slice(-pageSize)];
      older = false;
      newer = last.length > pageSize;
      first = newer ? undefined : 0;
      return self;
    },
  };
  return self;
};
