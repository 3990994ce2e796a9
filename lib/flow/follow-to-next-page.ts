import type { AwaitedPost } from '../model/flow.ts';
import type { SiteDefinition } from '../model/site.ts';
import { readNextPage } from '../sites/read-next-page.ts';
import type { Confirmation } from './confirm.ts';

/** How long a page may take until it shows the post that led to it, in milliseconds. */
const SHOWS_WITHIN = 20_000;
const LOOK_EVERY = 500;

/** Looks at a page that a post led to, until it shows what became of the post, or until time is up. */
export const followToNextPage = (
  awaited: AwaitedPost,
  findSite: () => SiteDefinition | undefined,
  signal: AbortSignal,
): Promise<Confirmation> =>
  new Promise((resolve) => {
    const until = performance.now() + SHOWS_WITHIN;
    const read = (): Confirmation | undefined => {
      const seen = readNextPage(awaited, findSite(), document);
      if (seen?.is === 'refused') return { outcome: 'failed', reason: seen.reason };
      if (seen) return { outcome: 'published', ...(seen.permalink && { permalink: seen.permalink }) };
      const isOver = signal.aborted || performance.now() > until;
      return isOver ? { outcome: 'unconfirmed', reason: 'no-evidence' } : undefined;
    };
    const look = (): void => {
      const confirmation = read();
      if (confirmation) resolve(confirmation);
      else setTimeout(look, LOOK_EVERY);
    };
    look();
  });
