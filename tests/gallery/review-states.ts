import type { ReviewProps } from '#components/review/contract.ts';
import type { Evidence, Finding } from '#lib/model/decision.ts';
import type { MediaItem } from '#lib/model/draft.ts';
import type { Role } from '#lib/model/role.ts';
import { askForSwitch } from '#lib/policy/native-step.ts';
import { CHANGES_STATES } from './fake-changes.ts';
import {
  MANY_PASSAGES,
  manyPassages,
  ONE_SOURCE,
  oneSource,
  pictureFrom,
  pictureFromElsewhere,
  RIGHT_TO_LEFT,
  rightToLeft,
  TWO_SOURCES,
  twoSources,
  UNKNOWN,
} from './fake-evidence.ts';
import {
  ADA,
  LABEL_FINDING,
  LONG_NAMED,
  makeDecision,
  makeDraft,
  makePreview,
  makeReviewProps,
  REVIEW_FINDING,
} from './fake-review.ts';

const hostile =
  'Totally normal\u202E txet desrever\u202C and\u200B\u200B\u200Bhidden <script>alert(1)</script> \u{E0041}\u{E0042} 👩‍👩‍👧 نص عربي שלום';
const badWords = 'This damn release is finally out, and it is one hell of a ride. Read more on our site.';
const foundAt = (text: string, word: string) => ({
  part: 0,
  start: text.indexOf(word),
  end: text.indexOf(word) + word.length,
});

const prohibited = makeDecision(
  [
    {
      rule: 'prohibited-content',
      level: 'require',
      code: 'prohibitedContentFound',
      values: ['damn, hell'],
      spans: [foundAt(badWords, 'damn'), foundAt(badWords, 'hell')],
      fix: 'edit-text',
    },
    LABEL_FINDING,
  ],
  { effect: 'block', override: { allowed: false, reasonRequired: false } },
);

const thread = makeDraft(
  [
    'A thread about lighthouses, and why they were the first open data.',
    'Each light had a published pattern. Anyone with the list could tell where they were.',
    'The keeper signed every change in a log. Sound familiar?',
  ],
  { kind: 'thread' },
);
const long = makeDraft('Long text without end, again and again. '.repeat(2500), { site: 'linkedin' });
const tooLong = makeDraft(`${'A full post that leaves no room. '.repeat(8)}The end.`);

/** A post of which something is remembered; `role`: what the person has chosen since. */
const fromTools = (
  text: string,
  evidence: Evidence[],
  {
    proposed = 'generated-reviewed',
    role = proposed,
    reason,
    findings = [],
  }: {
    proposed?: Role;
    role?: Role;
    reason?: string;
    findings?: Finding[];
  } = {},
): ReviewProps => {
  const draft = makeDraft(text);
  return makeReviewProps({
    draft,
    decision: makeDecision([REVIEW_FINDING, LABEL_FINDING, ...findings], {
      evidence,
      proposedRole: proposed,
    }),
    initial: { role, identity: ADA, language: 'en', ...(reason && { roleReason: reason }) },
    preview: makePreview(draft, findings, 0),
  });
};

const withMedia = (props: ReviewProps, media: MediaItem[]): ReviewProps => ({
  ...props,
  draft: { ...props.draft, parts: props.draft.parts.map((part) => ({ ...part, media })) },
});

const damn: Finding = {
  rule: 'prohibited-content',
  level: 'advise',
  code: 'prohibitedWords',
  values: ['were. Damn'],
  spans: [foundAt(TWO_SOURCES, 'were. Damn')],
  fix: 'edit-text',
};

const notLookedUp: Finding = {
  rule: 'provenance-readable',
  level: 'advise',
  code: 'provenanceRebuilding',
  values: [],
  spans: [],
  fix: 'choose-role',
};

const lost: Finding = { ...notLookedUp, code: 'provenanceLost' };

/** Every face of the dialog, by the name used in `?state=`. */
/** YouTube's own switch, and X's, which nobody can look at. */
const switched = (is: 'on' | 'off' | 'unseen', level: 'advise' | 'require'): Partial<ReviewProps> => {
  const draft = makeDraft('How the new telescope mirrors were cast, in nine minutes.', {
    nativeSwitch: { path: ['Show more', 'Altered content'], is },
  });
  const decision = makeDecision(undefined, { levels: { 'native-switch': level } });
  const place = makePreview(draft);
  return {
    draft,
    decision,
    siteName: is === 'unseen' ? 'X' : 'YouTube',
    initial: {
      role: 'generated-reviewed',
      identity: ADA,
      language: 'en',
      ...(is === 'off' && { nativeSwitch: 'set' as const }),
    },
    preview(choice) {
      const asked = askForSwitch(draft.nativeSwitch, choice.role, choice.nativeSwitch === 'taken');
      const placed = place(choice);
      return asked && choice.nativeSwitch !== 'set'
        ? { ...placed, findings: [...placed.findings, { ...asked, rule: 'native-switch', level }] }
        : placed;
    },
  };
};

export const REVIEW_STATES: Record<string, () => ReviewProps> = {
  'content-warning': () => {
    const draft = makeDraft(undefined, {
      site: 'misskey',
      warning: 'Spoilers for the second season',
      measures: { counter: { type: 'plain', limit: 3000 }, warningLimit: 100 },
    });
    return makeReviewProps({
      draft,
      siteName: 'Misskey',
      preview(choice) {
        const { label, parts: _, ...placed } = makePreview(draft, [], 3000)(choice);
        const text = `${label && `${label} `}${draft.warning}`;
        const parts = draft.parts.map((part) => part.text);
        const counts = parts.map((part) => ({ count: part.length, limit: 3000 }));
        return {
          ...placed,
          label,
          parts,
          counts,
          warning: { text, count: { count: text.length, limit: 100 } },
        };
      },
    });
  },
  'switch-off': () => makeReviewProps(switched('off', 'advise')),
  'switch-required': () => makeReviewProps(switched('off', 'require')),
  'switch-on': () => makeReviewProps(switched('on', 'require')),
  'switch-unseen': () => makeReviewProps(switched('unseen', 'require')),
  deciding: () => {
    const { decision: _, ...props } = makeReviewProps();
    return { ...props, stage: { is: 'deciding' } };
  },
  reviewing: () => makeReviewProps(),
  'no-identity': () =>
    makeReviewProps({
      identities: [],
      initial: { role: 'generated-reviewed', identity: undefined, language: 'en' },
    }),
  human: () =>
    makeReviewProps({
      decision: makeDecision([REVIEW_FINDING], { proposedRole: 'none', evidence: [] }),
      initial: { role: 'none', identity: ADA, language: 'en' },
    }),
  prohibited: () => {
    const draft = makeDraft(badWords);
    return makeReviewProps({
      draft,
      decision: prohibited,
      preview: makePreview(draft, prohibited.findings.slice(0, 1)),
    });
  },
  thread: () => makeReviewProps({ draft: thread, preview: makePreview(thread) }),
  hostile: () => {
    const draft = makeDraft(hostile);
    return makeReviewProps({ draft, preview: makePreview(draft) });
  },
  'long-text': () =>
    makeReviewProps({
      draft: long,
      siteName: 'LinkedIn',
      preview: makePreview(long, [], 0),
      identities: [LONG_NAMED],
      initial: { role: 'coauthored', identity: LONG_NAMED, language: 'de' },
    }),
  'too-long': () => makeReviewProps({ draft: tooLong, preview: makePreview(tooLong, [], 280, 24) }),
  media: () =>
    withMedia(makeReviewProps({ draft: makeDraft() }), [
      { kind: 'image', key: 'a', alt: 'A lighthouse at dusk' },
      { kind: 'video', key: 'b' },
    ]),
  releasing: () => makeReviewProps({ stage: { is: 'releasing' } }),
  stopped: () =>
    makeReviewProps({
      stage: {
        is: 'stopped',
        code: 'label-not-inserted',
        copyText: 'Drafted with AI, reviewed by Ada Lovelace.',
      },
    }),
  'press-again': () => makeReviewProps({ stage: { is: 'stopped', code: 'press-post-again' } }),
  silent: () => {
    const { decision: _, ...props } = makeReviewProps();
    return { ...props, stage: { is: 'stopped', code: 'background-silent' } };
  },
  'one-source': () => fromTools(ONE_SOURCE, oneSource()),
  'two-sources': () => fromTools(TWO_SOURCES, twoSources(), { proposed: 'coauthored', findings: [damn] }),
  'lowered-role': () => fromTools(ONE_SOURCE, oneSource(), { role: 'assisted' }),
  'lowered-with-reason': () =>
    fromTools(ONE_SOURCE, oneSource(), {
      role: 'none',
      reason: 'I wrote the list first and had ChatGPT check the spelling.',
    }),
  'origin-lost': () =>
    fromTools(ONE_SOURCE, [{ kind: 'unknown', role: 'none', reason: 'lost' }], {
      proposed: 'none',
      findings: [lost],
    }),
  'origin-unknown': () => fromTools(ONE_SOURCE, [UNKNOWN], { proposed: 'none', findings: [notLookedUp] }),
  'many-passages': () => fromTools(MANY_PASSAGES, manyPassages(), { proposed: 'coauthored' }),
  'one-picture': () => {
    const props = fromTools('Sunrise over our harbour.', [pictureFrom()], { proposed: 'coauthored' });
    return withMedia(props, [
      { kind: 'image', key: 'a', alt: 'The harbour with its lighthouse at sunrise' },
      { kind: 'image', key: 'b' },
    ]);
  },
  'text-and-pictures': () =>
    withMedia(fromTools(ONE_SOURCE, [...oneSource(), pictureFrom(), pictureFromElsewhere()]), [
      { kind: 'image', key: 'a' },
      { kind: 'image', key: 'b', alt: 'A lighthouse at dusk' },
    ]),
  'right-to-left-source': () => fromTools(RIGHT_TO_LEFT, rightToLeft()),
  ...CHANGES_STATES,
};
