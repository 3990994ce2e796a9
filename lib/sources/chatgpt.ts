import type { SourceDefinition } from '../model/source.ts';

export const CHATGPT: SourceDefinition = {
  id: 'chatgpt',
  name: 'ChatGPT',
  hosts: ['chatgpt.com', 'chat.openai.com'],
  marks: [],
  examples: {
    own: [
      'https://chatgpt.com/',
      'https://chatgpt.com/c/6890a1b2-0000-8000-8000-0123456789ab',
      'https://chatgpt.com/g/g-p-68/c/6890?model=auto',
      'https://chat.openai.com/c/6890a1b2',
    ],
    foreign: ['https://openai.com/chatgpt', 'https://chatgpt.com.example/', 'https://help.openai.com/en'],
  },
  message: ['[data-message-author-role="assistant"]', '[data-turn="assistant"]'],
  text: ['.markdown.prose', '.markdown'],
  prompt: ['[data-message-author-role="user"] .whitespace-pre-wrap', '[data-message-author-role="user"]'],
  done: {
    // The buttons below an answer come when it is finished; they stand beside the message, in its turn.
    present: [
      'section[data-turn-id]:has(button[data-testid="copy-turn-action-button"])',
      '[data-testid^="conversation-turn"]:has(button[data-testid="copy-turn-action-button"])',
    ],
    absent: ['[data-testid="stop-button"]'],
  },
  copyControl: ['button[data-testid="copy-turn-action-button"]'],
  // They stand in the turn, beside the message. Pictures that the person uploaded have the same kind of address.
  image: ['[class*="imagegen-image"] img[src]'],
  model: ['[data-message-model-slug]'],
  verified: {
    date: '2026-11-20',
    how: 'Live sites through an open exporter (Jul-Aug 2026), shared notes 6.1; model attribute and place of pictures in public sources; fixture.',
  },
};
