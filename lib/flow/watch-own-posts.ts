import { createOwnPostFinder, type ShownPost } from '../sites/find-own-posts.ts';
import { ask, isOrphaned } from './background-link.ts';
import { pageSite } from './page-site.ts';
import { loadReviewUi } from './review-ui.ts';

/** No listener, nothing per keystroke or change of the page. Milliseconds. */
const LOOK_EVERY = 1500;
/** A page that shows ever new texts is heard this often. */
const MOST_TOLD = 100;

/** Chrome writes this on a page that it translated: the label is in other words then. */
const isTranslated = (): boolean => /\btranslated-(?:ltr|rtl)\b/u.test(document.documentElement.className);

/**
 * Watches a page for posts of the person's own that come on screen again, and tells the background what it shows of
 * them. Gives what ends it.
 */
export const watchOwnPosts = (): (() => void) => {
  let find: ((doc: Document) => ShownPost[]) | undefined;
  /** What the last look saw: a page that is still drawing is not believed. */
  let before = new Set<string>();
  const told = new Set<string>();

  const start = async (): Promise<void> => {
    const posts = await ask('find-own-posts', {});
    const arrived = pageSite.candorFindSite?.()?.confirm.arrived;
    if (arrived) find = createOwnPostFinder(posts, arrived);
    else stop();
  };

  const tell = async ({ own: { post, part }, text }: ShownPost): Promise<void> => {
    const notice = await ask('report-shown', { post, part, text: text.slice(0, 1_000_000) });
    const siteName = pageSite.candorFindSite?.()?.name ?? location.host;
    if (notice) (await loadReviewUi()).showNotice(notice.found, siteName, notice.label);
  };

  const look = (): void => {
    if (isOrphaned()) {
      stop();
      return;
    }
    if (document.hidden || isTranslated()) return;
    const now = new Set<string>();
    for (const shown of find?.(document) ?? []) {
      const key = `${shown.own.post} ${shown.own.part} ${shown.text}`;
      now.add(key);
      if (!before.has(key) || told.has(key) || told.size >= MOST_TOLD) continue;
      told.add(key);
      tell(shown).catch(() => undefined);
    }
    before = now;
  };

  const timer = setInterval(look, LOOK_EVERY);
  const stop = (): void => clearInterval(timer);
  start().catch(stop);
  return stop;
};
