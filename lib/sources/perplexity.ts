import type { SourceDefinition } from '../model/source.ts';

export const PERPLEXITY: SourceDefinition = {
  id: 'perplexity',
  name: 'Perplexity',
  hosts: ['www.perplexity.ai', 'perplexity.ai'],
  marks: [],
  examples: {
    own: [
      'https://www.perplexity.ai/',
      'https://www.perplexity.ai/search/rescue-dogs-abc',
      'https://perplexity.ai/',
    ],
    foreign: ['https://docs.perplexity.ai/', 'https://www.perplexity.example/'],
  },
  message: ['div[id^="markdown-content-"]'],
  text: ['.prose.dark\\:prose-invert.inline', '.prose.inline'],
  prompt: ['span.select-text'],
  // No sign of the end is known: an answer that no longer changes is finished.
  done: { present: [], absent: [] },
  copyControl: [],
  image: [],
  model: [],
  verified: {
    date: '2026-11-20',
    how: 'Live site through an open exporter (Jul-Aug 2026), shared notes 6.1; fixture. End, copy button and model not known.',
  },
};
