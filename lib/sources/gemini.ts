import type { SourceDefinition } from '../model/source.ts';

export const GEMINI: SourceDefinition = {
  id: 'gemini',
  name: 'Gemini',
  hosts: ['gemini.google.com'],
  marks: [],
  examples: {
    own: ['https://gemini.google.com/app', 'https://gemini.google.com/app/0123456789abcdef?hl=de'],
    foreign: [
      'https://www.google.com/search?q=gemini',
      'https://google.com/gemini',
      'https://gemini.example/app',
    ],
  },
  message: ['model-response'],
  text: ['.markdown.markdown-main-panel', 'message-content .markdown'],
  // Its lines are elements of their own (`.query-text-line`); the whole question is wanted.
  prompt: ['user-query'],
  // "Stop response" may linger after the end, so it is no sign.
  done: { present: ['[aria-busy="false"]', '.response-footer.complete'], absent: [] },
  copyControl: [],
  image: ['generated-image img[src]'],
  model: [],
  verified: {
    date: '2026-11-20',
    how: 'Live site through an open exporter (Jul-Aug 2026), shared notes 6.1; fixture. Copy button by its name; model not known.',
  },
};
