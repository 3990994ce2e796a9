import type { SourceDefinition } from '../model/source.ts';

export const CLAUDE: SourceDefinition = {
  id: 'claude',
  name: 'Claude',
  hosts: ['claude.ai'],
  marks: [],
  examples: {
    own: ['https://claude.ai/new', 'https://claude.ai/chat/0b6e1f6a-0000-4000-8000-0123456789ab'],
    foreign: ['https://www.anthropic.com/claude', 'https://docs.claude.com/en', 'https://claude.ai.example/'],
  },
  message: ['.font-claude-response', '[class*="font-claude-response"]', '[data-is-streaming]'],
  text: ['.standard-markdown', '#markdown-artifact'],
  prompt: ['[data-testid="user-message"]'],
  done: { present: ['[data-is-streaming="false"]'], absent: [] },
  copyControl: ['button[data-testid="action-bar-copy"]'],
  image: [],
  model: [],
  verified: {
    date: '2026-11-20',
    how: 'Live site through an open exporter (Jul-Aug 2026), shared notes 6.1; fixture. Where the model stands is not known.',
  },
};
