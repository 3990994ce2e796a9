import { browser } from '@wxt-dev/browser';
import { CandorError } from '../errors/candor-error.ts';

const GATE = '/gate.js';

const patternOf = (origin: string): string => `${new URL(origin).origin}/*`;
const idOf = (origin: string): string => `gate ${new URL(origin).origin}`;

/** Puts the gate on an origin the person switched on: for good, and at once in the tabs that show it. */
export const registerGate = async (origin: string): Promise<void> => {
  const pattern = patternOf(origin);
  if (!(await browser.permissions.contains({ origins: [pattern] }))) {
    throw new CandorError('not-allowed', `no permission for ${pattern}`);
  }
  const id = idOf(origin);
  const existing = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (existing.length === 0) {
    await browser.scripting.registerContentScripts([
      {
        id,
        matches: [pattern],
        js: [GATE],
        runAt: 'document_start',
        allFrames: true,
        persistAcrossSessions: true,
      },
    ]);
  }
  await startGateIn([pattern]);
};

export const unregisterGate = async (origin: string): Promise<void> => {
  const ids = [idOf(origin)];
  const existing = await browser.scripting.getRegisteredContentScripts({ ids });
  if (existing.length > 0) await browser.scripting.unregisterContentScripts({ ids });
};

/** Starts the gate in tabs that are open already: after an install or update, or on a site just switched on. */
export const startGateIn = async (patterns: string[]): Promise<void> => {
  const tabs = await browser.tabs.query({ url: patterns });
  const started = tabs.map(({ id }) =>
    id === undefined
      ? undefined
      : browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: [GATE] }),
  );
  // A tab that is discarded, or shows an error page, takes no script; it gets its gate when it loads.
  await Promise.allSettled(started);
};

/** Origins the browser no longer allows: the person took the permission back in the browser's own settings. */
export const findRevoked = async (origins: string[]): Promise<string[]> => {
  const kept = await Promise.all(
    origins.map((origin) => browser.permissions.contains({ origins: [patternOf(origin)] })),
  );
  return origins.filter((_, index) => !kept[index]);
};
