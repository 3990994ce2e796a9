import type { FileAnswer, VerifierPorts } from '#components/verifier/contract.ts';

const KEY = 'Signed with key SHA256:j7U4d7cL+SQlQj5VsJz4Yz3aKvtLqzlnUccBQF09ke0';

const ANSWERS: Record<string, FileAnswer> = {
  jsonl: {
    verdict: 'intact',
    answer: 'Intact. All 1204 entries are as they were signed.',
    details: ['From November 1, 2026 to November 20, 2026', 'Texts checked: 311'],
    limits: ['No earlier checkpoint was given.', 'The file itself says whose key signed it.'],
    marks: ['Root XektBcw5EH0IB/gB5DInbrDdBJ8eY87gHr5/WBgs9TM=', KEY],
  },
  edited: {
    verdict: 'broken',
    answer: 'Entry 17 was changed after it was written.',
    details: [],
    limits: [],
    marks: [],
  },
  'tlog-proof': {
    verdict: 'intact',
    answer: 'Entry 100 is in the signed log of 1204 entries.',
    details: ['Recorded on November 20, 2026, by the clock of that computer.'],
    limits: ['It cannot show that what was recorded is true.'],
    marks: [KEY],
    facts: {
      event: 'post.approved',
      site: 'bluesky',
      role: 'generated-reviewed',
      name: 'Ada Lovelace, Donaudampfschifffahrtsgesellschaft',
      permalink: 'https://bsky.app/profile/did:plc:ewvi7nxzyoun6zhxrhs64oiz/post/3l6oveex3ii2l',
      texts: ['Short thread on signed logs.\n\nmrhba'],
    },
  },
  key: {
    verdict: 'unchecked',
    answer: 'A key proves nothing by itself.',
    details: [],
    limits: [],
    marks: [],
  },
};

/** Answers by the name of a file, in English whatever the language: what the sentences say is the log's affair. */
export const answeringVerifier: VerifierPorts = {
  useOf: async () => 'checked',
  async check({ name }) {
    return name.startsWith('edited') ? ANSWERS.edited : ANSWERS[name.split('.').at(-1) ?? ''];
  },
};
