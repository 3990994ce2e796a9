import { expect, test } from 'vitest';
import { proposeRole } from '#lib/provenance/propose-role.ts';

test.each([
  [0, 0, 'none'],
  [149, 44, 'none'],
  [150, 0, 'assisted'],
  [20, 45, 'assisted'],
  [199, 400, 'assisted'],
  [200, 30, 'coauthored'],
  [699, 900, 'coauthored'],
  [700, 30, 'generated-reviewed'],
  [1000, 30, 'generated-reviewed'],
])('a share of %i and a passage of %i letters suggest %s', (share, longest, role) => {
  expect(proposeRole({ share, longest })).toBe(role);
});
