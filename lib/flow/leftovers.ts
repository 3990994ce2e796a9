import type { Role } from '../model/role.ts';
import { findAllRoots } from './top-layer.ts';

/** What the person declared, by the root of the composer. */
export type DeclaredRoles = WeakMap<Element, Role>;

/**
 * Firefox ends the scripts of an extension that is updated, but leaves in the page what they had put there: a dead
 * dialog over everything, dead chips. Chromium lets the old scripts run on, and an old dialog says there what happened.
 * What a chip had been told is taken over.
 */
export const takeOverLeftovers = (): DeclaredRoles => {
  const roles: DeclaredRoles = new WeakMap();
  // At document start there is nothing yet.
  if (!document.body) return roles;
  const areScriptsDead = 'openOrClosedShadowRoot' in Element.prototype;
  for (const root of findAllRoots()) {
    if (!(root instanceof ShadowRoot) || root.mode !== 'closed') continue;
    const chip = root.querySelector<HTMLElement>('.candor.chip');
    const role = chip?.dataset.role as Role | undefined;
    if (role && role !== 'none' && root.host.parentElement) roles.set(root.host.parentElement, role);
    if (chip || (areScriptsDead && root.querySelector('.candor'))) root.host.remove();
  }
  return roles;
};
