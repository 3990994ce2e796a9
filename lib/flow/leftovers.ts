import { findAllRoots } from './top-layer.ts';

/**
 * Firefox ends the scripts of an extension that is updated, but leaves in the page what they had put there: a dead
 * dialog over everything, dead chips. (Chromium lets the old scripts run on; they take their own things away.)
 */
export const removeLeftovers = (): void => {
  if (!('openOrClosedShadowRoot' in Element.prototype) || !document.body) return;
  for (const root of findAllRoots()) {
    if (root instanceof ShadowRoot && root.mode === 'closed' && root.querySelector('.candor'))
      root.host.remove();
  }
};
