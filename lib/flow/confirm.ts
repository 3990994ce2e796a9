import type { Arrival } from '../sites/read-arrival.ts';

/** How long a released post may take until it counts as unconfirmed, in milliseconds. */
export const CONFIRM_WITHIN = 45_000;
const LOOK_EVERY = 200;
/** After the composer is gone the site's toast with the address of the post is given this long. */
const PERMALINK_WITHIN = 3000;
/** A site that shows no reaction for this long did not take the scripted press. */
const REACTS_WITHIN = 4000;

export type Confirmation =
  /** `partLinks`: addresses of the further parts of a thread. */
  (
    | { outcome: 'published'; permalink?: string; partLinks?: string[] }
    /** `due`: milliseconds since 1970. */
    | { outcome: 'scheduled'; due?: number }
    | { outcome: 'failed'; reason: string }
    | { outcome: 'unconfirmed'; reason: string }
  ) & {
    /** The guard in the page's world heard it. */
    seenByPage?: true;
  };

interface ConfirmOptions {
  look(): Arrival;
  /** What the site answered to the request, which is the best evidence there is. `pending`: nothing yet. */
  hear?: () => Confirmation | 'pending' | undefined;
  /** The site is at it: its control is disabled. */
  isBusy(): boolean;
  /** The site asks the person something before it goes on: the time does not count. */
  isWaiting(): boolean;
  /** Nothing on the page moved since the press. Called once at most; looking goes on. */
  onNoReaction(): void;
  signal: AbortSignal;
  now?: () => number;
}

/** Looks at the page, and listens, until there is a sign that the post arrived, that the site refused it, or no time. */
export const confirmArrival = ({
  look,
  hear = () => undefined,
  isBusy,
  isWaiting,
  onNoReaction,
  signal,
  now = () => performance.now(),
}: ConfirmOptions) =>
  new Promise<Confirmation>((resolve) => {
    let started = now();
    let goneAt: number | undefined;
    let hasAsked = false;

    const finish = (confirmation: Confirmation): void => {
      clearInterval(timer);
      signal.removeEventListener('abort', onAbort);
      resolve(confirmation);
    };
    const onAbort = (): void =>
      finish(
        goneAt === undefined ? { outcome: 'unconfirmed', reason: 'page-left' } : { outcome: 'published' },
      );

    const timer = setInterval(() => {
      const heard = hear();
      const isPending = heard === 'pending';
      if (heard && !isPending && (heard.outcome !== 'published' || heard.permalink !== undefined))
        return finish(heard);
      const seen = look();
      const mustWait = isWaiting();
      if (mustWait) started = now();
      const elapsed = now() - started;
      const hasLeft = seen.composer === 'gone' || seen.composer === 'emptied';
      if (seen.failure !== undefined) return finish({ outcome: 'failed', reason: seen.failure });
      if (seen.permalink !== undefined) return finish({ outcome: 'published', permalink: seen.permalink });
      // A publisher may put the text away before its last question is answered.
      if (mustWait) goneAt = undefined;
      // Taken, without an address: the page may still show one.
      else if (hasLeft || seen.toast || (heard && !isPending)) goneAt ??= now();
      // While the answer is on its way, an emptied composer proves nothing.
      if (goneAt !== undefined && !isPending && now() - goneAt > PERMALINK_WITHIN)
        return finish(heard || { outcome: 'published' });
      if (goneAt === undefined && !isPending && !hasAsked && elapsed > REACTS_WITHIN && !isBusy()) {
        hasAsked = true;
        onNoReaction();
      }
      if (elapsed > CONFIRM_WITHIN)
        finish(
          goneAt === undefined ? { outcome: 'unconfirmed', reason: 'no-evidence' } : { outcome: 'published' },
        );
    }, LOOK_EVERY);
    signal.addEventListener('abort', onAbort);
  });
