import type { SourceDefinition } from '../model/source.ts';

/** Tools of which only the address is known: what is copied or dragged there is captured, finished answers are not. */
const knownByAddress = (
  source: Pick<SourceDefinition, 'id' | 'name' | 'hosts' | 'examples'> &
    Partial<Pick<SourceDefinition, 'paths' | 'marks'>>,
): SourceDefinition => ({
  marks: [],
  message: [],
  text: [],
  prompt: [],
  done: { present: [], absent: [] },
  copyControl: [],
  image: [],
  model: [],
  verified: {
    date: '2026-11-20',
    how: 'Address only; no selector was verified, so copying is all that is captured.',
  },
  ...source,
});

export const BY_ADDRESS: readonly SourceDefinition[] = [
  knownByAddress({
    id: 'copilot',
    name: 'Microsoft Copilot',
    hosts: ['copilot.microsoft.com'],
    examples: {
      own: ['https://copilot.microsoft.com/', 'https://copilot.microsoft.com/chats/abc'],
      foreign: ['https://www.microsoft.com/copilot'],
    },
  }),
  knownByAddress({
    id: 'grok',
    name: 'Grok',
    hosts: ['grok.com'],
    examples: { own: ['https://grok.com/', 'https://grok.com/chat/abc'], foreign: ['https://x.ai/grok'] },
  }),
  {
    ...knownByAddress({
      id: 'grok-in-x',
      name: 'Grok in X',
      hosts: ['x.com', 'twitter.com', 'mobile.twitter.com'],
      paths: ['/i/grok/**'],
      // The drawer that any page of X can open.
      marks: ['[data-testid="GrokDrawer"]'],
      examples: {
        own: [
          'https://x.com/i/grok',
          'https://x.com/i/grok?conversation=1',
          'https://twitter.com/i/grok/share/a',
        ],
        foreign: ['https://x.com/home', 'https://x.com/i/groks', 'https://x.com/grok'],
      },
    }),
    verified: {
      date: '2026-11-20',
      how: 'Address; the drawer by its test id in public sources. No selector of its answers was verified.',
    },
  },
  knownByAddress({
    id: 'le-chat',
    name: 'Mistral Le Chat',
    hosts: ['chat.mistral.ai'],
    examples: {
      own: ['https://chat.mistral.ai/chat', 'https://chat.mistral.ai/chat/abc'],
      foreign: ['https://mistral.ai/', 'https://console.mistral.ai/'],
    },
  }),
  knownByAddress({
    id: 'deepseek',
    name: 'DeepSeek',
    hosts: ['chat.deepseek.com'],
    examples: {
      own: ['https://chat.deepseek.com/', 'https://chat.deepseek.com/a/chat/s/abc'],
      foreign: ['https://www.deepseek.com/', 'https://platform.deepseek.com/'],
    },
  }),
  knownByAddress({
    id: 'meta-ai',
    name: 'Meta AI',
    hosts: ['www.meta.ai', 'meta.ai'],
    examples: { own: ['https://www.meta.ai/', 'https://meta.ai/c/abc'], foreign: ['https://ai.meta.com/'] },
  }),
  knownByAddress({
    id: 'poe',
    name: 'Poe',
    hosts: ['poe.com'],
    examples: {
      own: ['https://poe.com/', 'https://poe.com/chat/abc'],
      foreign: ['https://creator.poe.com/'],
    },
  }),
  knownByAddress({
    id: 'huggingchat',
    name: 'HuggingChat',
    hosts: ['huggingface.co'],
    paths: ['/chat/**'],
    examples: {
      own: ['https://huggingface.co/chat', 'https://huggingface.co/chat/conversation/abc'],
      foreign: [
        'https://huggingface.co/',
        'https://huggingface.co/models',
        'https://huggingface.co/docs/chat',
      ],
    },
  }),
  knownByAddress({
    id: 'ai-studio',
    name: 'Google AI Studio',
    hosts: ['aistudio.google.com'],
    examples: {
      own: ['https://aistudio.google.com/', 'https://aistudio.google.com/prompts/new_chat'],
      foreign: ['https://ai.google.dev/'],
    },
  }),
  knownByAddress({
    id: 'openai-playground',
    name: 'OpenAI Playground',
    hosts: ['platform.openai.com'],
    paths: ['/playground/**', '/chat/**'],
    examples: {
      own: ['https://platform.openai.com/playground', 'https://platform.openai.com/chat/edit?models=any'],
      foreign: ['https://platform.openai.com/docs', 'https://platform.openai.com/'],
    },
  }),
];
