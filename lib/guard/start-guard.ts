import { createDisguise } from './disguise.ts';
import { openLink } from './link.ts';
import { captureNatives } from './natives.ts';
import { createObserver } from './observer.ts';
import { createBodyReader } from './read-sent.ts';
import { watchBeacon } from './watch-beacon.ts';
import { watchFetch } from './watch-fetch.ts';
import { watchXhr } from './watch-xhr.ts';

/**
 * The request guard: reads what the page sends where posts are sent to, and tells the gate. In the page's world, so it
 * holds no authority and knows no secret but the name of its channel.
 */
export const startGuard = (): void => {
  const natives = captureNatives();
  let isWatching = false;
  const watch = (): void => {
    if (isWatching) return;
    isWatching = true;
    const observer = createObserver(natives, link);
    const reader = createBodyReader(natives);
    const disguise = createDisguise(natives);
    watchFetch(observer, reader, disguise);
    watchXhr(observer, reader, disguise);
    watchBeacon(observer, reader, disguise);
  };
  // In a page that is open already there may be one from before an update: then no gate answers this one.
  const isFirst = document.readyState === 'loading';
  const link = openLink(natives, () => isFirst || watch());
  if (isFirst) watch();
};
