import type { MessageKey } from '#lib/i18n/text.ts';
import type { TimePreset } from './time-presets.ts';

export const PRESET_WORDS = {
  any: 'timeAny',
  week: 'timeWeek',
  month: 'timeMonth',
  'last-month': 'timeLastMonth',
  year: 'timeYear',
} as const satisfies Record<TimePreset, MessageKey>;
