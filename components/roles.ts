import type { MessageKey } from '#lib/i18n/text.ts';
import type { Role } from '#lib/model/role.ts';

/** Names of a role in the interface: a full name, one for tight places, and one line that says what it means. */
interface RoleWords {
  name: MessageKey;
  short: MessageKey;
  explains: MessageKey;
}

/** In the order of the vocabulary, from least AI to most. */
export const ROLE_WORDS = {
  none: { name: 'roleNone', short: 'roleNoneShort', explains: 'roleNoneExplains' },
  assisted: { name: 'roleAssisted', short: 'roleAssistedShort', explains: 'roleAssistedExplains' },
  coauthored: { name: 'roleCoauthored', short: 'roleCoauthoredShort', explains: 'roleCoauthoredExplains' },
  'generated-reviewed': {
    name: 'roleReviewed',
    short: 'roleReviewedShort',
    explains: 'roleReviewedExplains',
  },
  'generated-prompted': {
    name: 'rolePrompted',
    short: 'rolePromptedShort',
    explains: 'rolePromptedExplains',
  },
  autonomous: { name: 'roleAutonomous', short: 'roleAutonomousShort', explains: 'roleAutonomousExplains' },
} as const satisfies Record<Role, RoleWords>;

export const ROLE_ORDER = Object.keys(ROLE_WORDS) as Role[];
