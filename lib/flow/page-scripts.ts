import { browser } from '@wxt-dev/browser';
import { CandorError } from '../errors/candor-error.ts';

/** A script of Candor's that runs in pages, on addresses that the person adds. */
export interface PageScript {
  /** With the origin it names the registration. */
  readonly name: 'gate' | 'capture';
  readonly allFrames: boolean;
}

export const GATE: PageScript = { name: 'gate', allFrames: true };
/** Answers stand in the top frame. */
export const CAPTURE: PageScript = { name: 'capture', allFrames: false };

type Registration = Parameters<typeof browser.scripting.registerContentScripts>[0][number];

const GUARD_FILE = '/request-guard.js';

/** Of all ports of the host: Firefox knows no patterns with a port. */
export const patternOf = (origin: string): string => {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
};
const idOf = ({ name }: PageScript, origin: string): string => `${name} ${new URL(origin).origin}`;
const guardOf = (gate: string): string => `${gate} guard`;
const fileOf = ({ name }: PageScript): string => `/${name}.js`;

export const isAllowed = (origin: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [patternOf(origin)] });

/** What is registered for one origin: the script, and beside the gate the request guard under its name with ` guard`. */
const registrationsOf = (script: PageScript, origin: string): Registration[] => {
  const id = idOf(script, origin);
  const common = {
    matches: [patternOf(origin)],
    runAt: 'document_start' as const,
    allFrames: script.allFrames,
    persistAcrossSessions: true,
  };
  const registered: Registration = { ...common, id, js: [fileOf(script)] };
  const guard: Registration = { ...common, id: guardOf(id), js: [GUARD_FILE], world: 'MAIN' };
  return script.name === 'gate' ? [registered, guard] : [registered];
};

/**
 * Has the script run on an origin the person switched on, for good. What an earlier version registered becomes what
 * this one does.
 */
export const keepRegistered = async (script: PageScript, origin: string): Promise<void> => {
  const wanted = registrationsOf(script, origin);
  const existing = await browser.scripting.getRegisteredContentScripts({ ids: wanted.map(({ id }) => id) });
  const isKnown = ({ id }: Registration): boolean => existing.some((one) => one.id === id);
  const known = wanted.filter(isKnown);
  const missing = wanted.filter((one) => !isKnown(one));
  if (known.length > 0) await browser.scripting.updateContentScripts(known);
  if (missing.length > 0) await browser.scripting.registerContentScripts(missing);
};

/** Puts the script on an origin the person switched on: for good, and at once in the tabs that show it. */
export const registerScript = async (script: PageScript, origin: string): Promise<void> => {
  const pattern = patternOf(origin);
  if (!(await isAllowed(origin))) throw new CandorError('not-allowed', `no permission for ${pattern}`);
  await keepRegistered(script, origin);
  await startScriptIn(script, [pattern]);
};

export const unregisterScript = async (script: PageScript, origin: string): Promise<void> => {
  const id = idOf(script, origin);
  const ids = [id, guardOf(id)];
  const existing = await browser.scripting.getRegisteredContentScripts({ ids });
  if (existing.length > 0)
    await browser.scripting.unregisterContentScripts({ ids: existing.map((one) => one.id) });
};

/** Starts the script in tabs that are open already: after an install or update, or on a site just switched on. */
export const startScriptIn = async (script: PageScript, patterns: string[]): Promise<void> => {
  const { allFrames } = script;
  const tabs = await browser.tabs.query({ url: patterns });
  const started = tabs.map(({ id }) =>
    id === undefined
      ? undefined
      : browser.scripting.executeScript({ target: { tabId: id, allFrames }, files: [fileOf(script)] }),
  );
  // A tab that is discarded, or shows an error page, takes no script; it gets its own when it loads.
  await Promise.allSettled(started);
};

/** The request guard belongs to the page's own world. A page gets it before its first script; one that is open, now. */
export const startGuardIn = async (tab: number, frame: number): Promise<void> => {
  await browser.scripting.executeScript({
    target: { tabId: tab, frameIds: [frame] },
    files: [GUARD_FILE],
    world: 'MAIN',
  });
};

/** Looks for published posts in the page that a tab shows, once it has loaded. */
export const watchOwnPostsIn = async (tab: number): Promise<void> => {
  await browser.scripting.executeScript({ target: { tabId: tab }, files: ['/own-posts.js'] });
};

/** Origins the browser no longer allows: the person took the permission back in the browser's own settings. */
export const findRevoked = async (origins: string[]): Promise<string[]> => {
  const kept = await Promise.all(origins.map(isAllowed));
  return origins.filter((_, index) => !kept[index]);
};
