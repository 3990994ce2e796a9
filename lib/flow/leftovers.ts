import type { Role } from '../model/role.ts';
import { findAllRoots } from './top-layer.ts';

/** What the person declared, by the root of the composer. */
export type DeclaredRoles = WeakMap<Element, Role>;

/** The isolated world's own global, which in Chromium outlives an update of the extension. */
const ownGlobal = globalThis as typeof globalThis & { candorRoles?: DeclaredRoles };

export const requireDeclaredRoles = (): DeclaredRoles => {
  ownGlobal.candorRoles ??= new WeakMap();
  return ownGlobal.candorRoles;
};

/**
 * Firefox ends the scripts of an extension that is updated, but leaves in the page what they had put there: a dead
 * dialog over everything, dead chips. (Chromium lets the old scripts run on; they take their own things away.) What a
 * chip was told is not forgotten.
 */
export const removeLeftovers = (roles: DeclaredRoles): void => {
  if (!('openOrClosedShadowRoot' in Element.prototype) || !document.body) return;
  for (const root of findAllRoots()) {
    const left = root instanceof ShadowRoot && root.mode === 'closed' && root.querySelector('.candor');
    if (!left) continue;
    const { host } = left.getRootNode() as ShadowRoot;
    const { role } = (left as HTMLElement).dataset;
    if (role && host.parentElement) roles.set(host.parentElement, role as Role);
    host.remove();
  }
};
