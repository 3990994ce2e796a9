import type { Locale } from '#lib/i18n/locale.ts';
import type { MessageKey } from '#lib/i18n/text.ts';
import type { LogEntry, LogEvent } from '#lib/model/log-entry.ts';
import { shareWords } from '../../review/origin-words.ts';
import { ROLE_WORDS } from '../../roles.ts';
import { textForCode } from '../../ui/text-for-code.ts';
import { durationWords } from '../charts/chart-words.ts';
import type { PostsPorts } from '../contract.ts';

/** What an entry says, for people who never heard of events. */
export interface EntryWords {
  title: string;
  tone: 'plain' | 'good' | 'caution' | 'danger';
  lines: readonly string[];
  /** In the person's own words: the reason of an override, a note. */
  quote: string | undefined;
}

type Names = Pick<PostsPorts, 'nameOfSite' | 'targetOf'>;

const TONES: Partial<Record<LogEvent, EntryWords['tone']>> = {
  'post.approved': 'good',
  'post.published': 'good',
  'post.scheduled': 'good',
  'post.overridden': 'caution',
  'post.unconfirmed': 'caution',
  'post.bypassed': 'caution',
  'post.altered': 'caution',
  'post.drifted': 'caution',
  'post.failed': 'danger',
};

const momentOf = ({ language }: Locale, time: number): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(time);

const driftWords = ({ text }: Locale, { drift = [] }: LogEntry): string => {
  if (drift.length === 0) return text('storySeenAgain');
  return text(drift.every(({ found }) => found === 'text-changed') ? 'storyEdited' : 'storyLabelGone');
};

const titleOf = (locale: Locale, entry: LogEntry, names: Names, siteName: string): string => {
  const { text } = locale;
  const { identity, due, report, reason } = entry;
  const who = identity && [identity.name, identity.organisation].filter(Boolean).join(', ');
  const titles: Partial<Record<LogEvent, () => string>> = {
    'post.held': () => text('storyHeld', siteName),
    'post.approved': () => (who ? text('storyApprovedBy', who) : text('storyApproved')),
    'post.overridden': () => (who ? text('storyOverriddenBy', who) : text('storyOverridden')),
    'post.cancelled': () => text('storyCancelled'),
    'post.released': () => text('storyReleased', siteName),
    'post.published': () => text('storyPublished', siteName),
    'post.scheduled': () =>
      due === undefined ? text('storyScheduled') : text('storyScheduledFor', momentOf(locale, due)),
    'post.unconfirmed': () => text('storyUnconfirmed'),
    'post.failed': () => text('storyFailed'),
    'post.bypassed': () => text('storyBypassed'),
    'post.altered': () => text(reason === 'not-sent' ? 'storyAlteredHeld' : 'storyAltered'),
    'post.drifted': () => driftWords(locale, entry),
    'texts.erased': () => text('storyErased'),
    'post.annotated': () => text('storyNote'),
    'post.reported': () =>
      text(
        report?.by === 'form' ? 'storyReportedForm' : 'storyReportedMail',
        names.targetOf(report?.source ?? '').name,
      ),
  };
  return titles[entry.event]?.() ?? entry.event;
};

const SWITCHES = {
  set: 'storySwitchSet',
  on: 'storySwitchOn',
  taken: 'storySwitchTaken',
} as const satisfies Record<NonNullable<LogEntry['nativeSwitch']>, MessageKey>;

const evidenceLines = (locale: Locale, { evidence = [] }: LogEntry, names: Names): string[] =>
  evidence.map(({ source, model, time, share, picture }) => {
    const { name } = names.targetOf(source);
    const tool = model ? locale.text('originModel', name, model) : name;
    const when = momentOf(locale, time);
    return picture
      ? locale.text('originPicture', tool, when)
      : locale.text('originLine', shareWords(locale, share), tool, when);
  });

const roleLines = ({ text }: Locale, { role, proposedRole }: LogEntry): string[] => {
  const name = (one: NonNullable<LogEntry['role']>): string => text(ROLE_WORDS[one].name);
  if (role === undefined) return [];
  const isOther = proposedRole !== undefined && proposedRole !== role;
  return [isOther ? text('storyRoleOther', name(role), name(proposedRole)) : text('storyRole', name(role))];
};

const findingLines = ({ text }: Locale, { findings = [] }: LogEntry): string[] => {
  const named = findings.map(({ rule, level }) =>
    text(level === 'require' ? 'storyRequired' : 'storyAdvised', textForCode(text, 'rule_', rule, [], rule)),
  );
  return named.length === 0 ? [] : [text('storyRules', [...new Set(named)].join('; '))];
};

const OWN_WORDS: readonly LogEvent[] = ['post.overridden', 'post.altered', 'post.annotated'];

const reasonLines = ({ text }: Locale, { event, reason }: LogEntry, siteName: string): string[] =>
  reason === undefined || OWN_WORDS.includes(event)
    ? []
    : [textForCode(text, 'problem_', reason, [siteName], text('storyReason', reason))];

export const entryWords = (locale: Locale, entry: LogEntry, names: Names, siteName: string): EntryWords => {
  const { text } = locale;
  const { event, reviewMilliseconds: looked, nativeSwitch, roleReason, seenBy } = entry;
  return {
    title: titleOf(locale, entry, names, siteName),
    tone: event === 'post.drifted' && entry.drift?.length === 0 ? 'good' : (TONES[event] ?? 'plain'),
    lines: [
      ...evidenceLines(locale, entry, names),
      ...(looked === undefined ? [] : [text('storyLooked', durationWords(locale, Math.max(1000, looked)))]),
      ...roleLines(locale, entry),
      ...(roleReason ? [text('storyRoleReason', roleReason)] : []),
      ...findingLines(locale, entry),
      ...(nativeSwitch ? [text(SWITCHES[nativeSwitch])] : []),
      ...reasonLines(locale, entry, siteName),
      ...(seenBy ? [text('storyPageSays')] : []),
    ],
    quote: entry.note ?? (event === 'post.overridden' ? entry.reason : undefined),
  };
};
