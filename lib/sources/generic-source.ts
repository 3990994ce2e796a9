import type { SourceDefinition } from '../model/source.ts';

/** An AI tool that only the person knows to be one: they added its address. */
export const GENERIC_SOURCE: SourceDefinition = {
  id: 'generic',
  name: 'AI tool',
  hosts: [],
  marks: [],
  examples: { own: [], foreign: [] },
  message: [],
  text: [],
  prompt: [],
  done: { present: [], absent: [] },
  copyControl: [],
  image: [],
  model: [],
  verified: { date: '2026-11-20', how: 'Knows no page: answers are found by how they grow.' },
};
