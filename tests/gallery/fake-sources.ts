import type { KnownSource, RememberedPorts, SourcesPorts } from '#components/sources/contract.ts';
import { DEFAULT_PROVENANCE, type ProvenanceSettings, type Settings } from '#lib/model/settings.ts';
import type { SourceState, SourcesOverview } from '#lib/model/sources-overview.ts';
import { DEFAULT_SETTINGS } from '#lib/storage/settings-store.ts';

const NOON = Date.UTC(2026, 10, 20, 12, 4);
const HOUR = 3_600_000;
const MONTH = 30 * 24 * HOUR;

export const KNOWN_SOURCES: KnownSource[] = (
  [
    ['chatgpt', 'ChatGPT', 'chatgpt.com', 'chat.openai.com'],
    ['claude', 'Claude', 'claude.ai'],
    ['gemini', 'Gemini', 'gemini.google.com'],
    ['perplexity', 'Perplexity', 'www.perplexity.ai', 'perplexity.ai'],
    ['copilot', 'Microsoft Copilot', 'copilot.microsoft.com'],
    ['grok', 'Grok', 'grok.com'],
    ['grok-in-x', 'Grok in X', 'x.com', 'twitter.com', 'mobile.twitter.com'],
    ['le-chat', 'Mistral Le Chat', 'chat.mistral.ai'],
    ['deepseek', 'DeepSeek', 'chat.deepseek.com'],
    ['meta-ai', 'Meta AI', 'www.meta.ai', 'meta.ai'],
    ['poe', 'Poe', 'poe.com'],
    ['huggingchat', 'HuggingChat', 'huggingface.co'],
    ['ai-studio', 'Google AI Studio', 'aistudio.google.com'],
    ['openai-playground', 'OpenAI Playground', 'platform.openai.com'],
  ] as const
).map(([id, name, ...hosts]) => ({ id, name, hosts }));

const quiet: SourceState[] = KNOWN_SOURCES.map(({ id, name }) => ({
  source: id,
  name,
  isOn: true,
  verified: '2026-11-20',
  generations: 0,
  bytes: 0,
}));

const captured = (generations: number, hours: number, bytes: number) => ({
  generations,
  bytes,
  newest: NOON - hours * HOUR,
  expiresAt: NOON - hours * HOUR + MONTH,
});

/** The quiet list with some of it changed, and more. */
const overview = (
  changes: Record<string, Partial<SourceState>> = {},
  more: SourceState[] = [],
): SourcesOverview => {
  const sources = [...quiet.map((state) => ({ ...state, ...changes[state.source] })), ...more];
  const sum = (count: (state: SourceState) => number) => sources.reduce((all, one) => all + count(one), 0);
  return { sources, generations: sum(({ generations }) => generations), bytes: sum(({ bytes }) => bytes) };
};

const added = (source: string, answers: boolean, state: Partial<SourceState> = {}): SourceState => ({
  source,
  name: new URL(source).host,
  isOn: true,
  added: { answers },
  generations: 0,
  bytes: 0,
  ...state,
});

export const EMPTY_OVERVIEW = overview();
export const ONE_ANSWER = overview({ chatgpt: captured(1, 2, 3_400) });
export const OVERVIEW = overview(
  {
    chatgpt: { ...captured(12, 2, 148_000), pictures: 3 },
    claude: captured(21, 26, 264_000),
    gemini: { ...captured(4, 90, 31_000), isOn: false },
    grok: { isOn: false },
  },
  [added('http://localhost:3000', true, captured(1, 200, 9_800)), added('https://chat.example', false)],
);
export const CROWDED = overview(
  {
    chatgpt: captured(12_480, 0, 1_480_000_000),
    'openai-playground': { ...captured(1, 26, 999), isOn: false },
  },
  [
    added('https://assistant.donaudampfschifffahrtsgesellschaft-international.example:8443', true),
    {
      source: 'https://former.verylonginstancename-example.community',
      name: 'former.verylonginstancename-example.community',
      isOn: false,
      ...captured(312, 400, 4_400_000),
    },
  ],
);
export const REBUILDING: SourcesOverview = { ...EMPTY_OVERVIEW, problem: 'rebuilding' };
export const UNREADABLE: SourcesOverview = { ...EMPTY_OVERVIEW, problem: 'unreadable' };

export const LOST: SourcesOverview = {
  ...ONE_ANSWER,
  lost: { generations: 1_204, until: NOON + MONTH - 26 * HOUR },
};

export const sourcesPorts = (
  shown: SourcesOverview = OVERVIEW,
  extra: { memory?: ProvenanceSettings; broken?: boolean; after?: SourcesOverview; declined?: boolean } = {},
): SourcesPorts => {
  let now = shown;
  const settings: Settings = { ...DEFAULT_SETTINGS, provenance: extra.memory ?? DEFAULT_PROVENANCE };
  const change = async (): Promise<Settings> => {
    if (extra.broken) throw new Error('no answer');
    return settings;
  };
  return {
    readOverview: async () => now,
    readSettings: async () => settings,
    switchSource: change,
    addSource: async () => (extra.declined ? undefined : change()),
    removeSource: change,
    changeMemory: change,
    async acceptLoss() {
      await change();
      const { lost: _, ...rest } = now;
      now = rest;
      return true;
    },
    async forget() {
      await change();
      now = extra.after ?? EMPTY_OVERVIEW;
      return shown.generations - now.generations;
    },
  };
};

/** A background that says nothing. */
export const silentSources = (): SourcesPorts => ({
  ...sourcesPorts(),
  readOverview: () => Promise.reject(new Error('no answer')),
});

export const rememberedPorts = (shown: SourcesOverview, here?: string): RememberedPorts => ({
  readOverview: async () => shown,
  findSourceOfTab: async () => here,
});
