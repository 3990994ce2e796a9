import type { Role } from '#lib/model/role.ts';
import { ROLE_ORDER } from '../../roles.ts';

/** Lines and dots on the colour of a role, on a field of 8 by 8: who sees no colours tells roles by these. */
const MARKS: Record<Role, string> = {
  none: '',
  assisted: 'M-2 10 10 -2M-2 2 2 -2M6 10 10 6',
  coauthored: 'M0 2h8M0 6h8',
  'generated-reviewed': '',
  'generated-prompted': 'M-2 -2 10 10M-2 6 2 10M6 -2 10 2',
  autonomous: 'M0 2h8M2 0v8',
};

export const fillOf = (role: Role): string => `url(#chart-${role})`;

/** Fills by role; once in each picture that uses them. */
export const RolePatterns = () => (
  <defs>
    {ROLE_ORDER.map((role) => (
      <pattern key={role} id={`chart-${role}`} width="8" height="8" patternUnits="userSpaceOnUse">
        <rect class={`chart-fill-${role}`} width="8" height="8" />
        {MARKS[role] !== '' && <path class="chart-mark" d={MARKS[role]} />}
      </pattern>
    ))}
  </defs>
);
