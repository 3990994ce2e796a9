import type { Evidence, GeneratedEvidence } from '#lib/model/decision.ts';

/** The moment at which the gallery looks at its posts. */
export const GALLERY_NOW = new Date(2026, 10, 20, 16, 30).getTime();
const HOUR = 3_600_000;

interface Told extends Partial<Omit<GeneratedEvidence, 'kind' | 'spans'>> {
  /** Passages as they stand in the text. */
  passages: readonly string[];
}

const spanOf = (texts: readonly string[], words: string) => {
  const part = texts.findIndex((text) => text.includes(words));
  if (part < 0) throw new Error(`not in the text: ${words}`);
  const start = texts[part]?.indexOf(words) ?? 0;
  return { part, start, end: start + words.length };
};

/** Evidence about passages of these texts, shares counted in characters. */
export const remembered = (texts: readonly string[], { passages, ...told }: Told): Evidence => {
  const spans = passages.map((words) => spanOf(texts, words));
  const covered = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  return {
    kind: 'generated',
    role: 'generated-reviewed',
    source: 'chatgpt',
    sourceName: 'ChatGPT',
    model: 'GPT-5',
    time: GALLERY_NOW - 2.5 * HOUR,
    share: Math.round((covered * 1000) / texts.join('').length),
    kept: 400,
    spans,
    ...told,
  };
};

const OPENING = 'Three things I learned from rebuilding our onboarding:';
export const LIST =
  '1. Ask one question at a time. Every further field on the first page loses people.\n2. Show the result early, even if it is rough.\n3. Let people leave and come back where they were.';
const CLAUDE =
  'A good first run is a promise kept twice: once when it works, and once when it still works tomorrow.';

export const ONE_SOURCE = `${OPENING}\n\n${LIST}\n\nWhat would you add?`;
export const oneSource = (): Evidence[] => [remembered([ONE_SOURCE], { passages: [LIST] })];

/** A word the policy does not want runs out of the passage, and invisible characters stand in it. */
export const TWO_SOURCES = `${OPENING}\n\n${LIST.replace('at a time', 'at\u200B\u200B a time')} Damn right.\n\n${CLAUDE}\n\nI tried all of it on my own mother. She gave up at the second page and called me. That is where I started again.`;
export const twoSources = (): Evidence[] => {
  const [first = '', second = ''] = TWO_SOURCES.split(' right.')[0]?.split(`${OPENING}\n\n`).slice(1) ?? [];
  return [
    remembered([TWO_SOURCES], { passages: [first.slice(0, -2) + second], role: 'coauthored', kept: 980 }),
    remembered([TWO_SOURCES], {
      passages: [CLAUDE],
      role: 'coauthored',
      source: 'claude',
      sourceName: 'Claude',
      model: 'Sonnet 4.5',
      time: GALLERY_NOW - 25 * HOUR,
      kept: 70,
    }),
  ];
};

export const pictureFrom = (): GeneratedEvidence => ({
  kind: 'generated',
  role: 'coauthored',
  source: 'chatgpt',
  sourceName: 'ChatGPT',
  time: GALLERY_NOW - 2.5 * HOUR,
  share: 0,
  kept: 1000,
  spans: [],
  picture: { part: 0, item: 0, width: 1024, height: 1536, digest: '00', by: 'pixels' },
});

export const pictureFromElsewhere = (): GeneratedEvidence => ({
  ...pictureFrom(),
  source: 'gemini',
  sourceName: 'Gemini',
  time: GALLERY_NOW - 26 * HOUR,
  picture: { part: 0, item: 1, width: 2048, height: 2048, digest: '01', by: 'likeness' },
});

export const UNKNOWN: Evidence = { kind: 'unknown', role: 'none', reason: 'rebuilding' };

const TOOLS = [
  ['chatgpt', 'ChatGPT', 'GPT-5'],
  ['claude', 'Claude', undefined],
  ['gemini', 'Gemini', '2.5 Pro'],
  ['https://chat.verylonginstancename-example.community', 'chat.verylonginstancename-example.community', 'a'],
  ['chatgpt', 'ChatGPT', 'GPT-5 mini'],
  ['perplexity', 'Perplexity', undefined],
] as const;

const SENTENCE = 'Long text without end, again and again. ';
/** 100,000 characters, every second sentence from one of six answers: 1,250 passages. */
export const MANY_PASSAGES = SENTENCE.repeat(2500);
export const manyPassages = (): Evidence[] =>
  TOOLS.map(([source, sourceName, model], index) => ({
    kind: 'generated',
    role: 'coauthored',
    source,
    sourceName,
    ...(model && { model }),
    time: GALLERY_NOW - index * 30 * HOUR,
    share: 83,
    kept: 300 + index * 100,
    spans: Array.from({ length: 208 }, (_, at) => {
      const start = (at * 12 + index * 2) * SENTENCE.length;
      return { part: 0, start, end: start + SENTENCE.length - 1 };
    }),
  }));

export const RIGHT_TO_LEFT =
  'مرحبا بالعالم، هذا منشور قصير عن المنارات وعن السفن التي تعود ليلا إلى البحر. كل منارة لها ضوء خاص بها. (GPS) هذه الجملة كتبتها بنفسي.';
export const rightToLeft = (): Evidence[] => [
  remembered([RIGHT_TO_LEFT], {
    passages: [RIGHT_TO_LEFT.split(' (GPS)')[0] ?? ''],
    kept: 1000,
    model: 'GPT\u202E-5',
  }),
];
