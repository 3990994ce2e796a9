import type { OpenAnswer, OpenedPorts } from '#components/log/opened/opened-contract.ts';
import type { FileAnswer } from '#components/verifier/contract.ts';
import { fakePosts, LONG_NAME, manyPosts, STORY } from './fake-posts.ts';

const FINGERPRINT = 'SHA256:j7U4d7cL+SQlQj5VsJz4Yz3aKvtLqzlnUccBQF09ke0';

const intact: FileAnswer = {
  verdict: 'intact',
  answer: 'Intact.',
  details: ['From November 1, 2026 to November 20, 2026', 'Texts checked: 311'],
  limits: ['It cannot show that something was never recorded.'],
  marks: [`Signed with key ${FINGERPRINT}`],
};

const VERIFIED: OpenAnswer = {
  is: 'verified',
  posts: 40,
  unreadable: 0,
  size: 1204,
  shown: 1204,
  log: 'candor.invalid/log/6f1d2c3b4a5968778695a4b3c2d1e0f0',
  fingerprint: FINGERPRINT,
  key: 'known',
  earlier: { is: 'fits', size: 900 },
  sameLog: [],
  answer: intact,
};

/** Answers by the name of a file, in English whatever the language: what the sentences say is the log's affair. */
const ANSWERS: Record<string, OpenAnswer> = {
  'ada-november.jsonl': VERIFIED,
  [`${LONG_NAME}-marketing-and-communications-2026-11.jsonl`]: {
    ...VERIFIED,
    size: 5210,
    shown: 340,
    unreadable: 2,
    key: 'unknown',
    earlier: { is: 'none' },
    sameLog: ['A'],
  },
  'edited.jsonl': {
    is: 'refused',
    answer: {
      verdict: 'broken',
      answer: 'Entry 17 was changed after it was written.',
      details: ['Line 40 of the file.'],
      limits: [],
      marks: [],
    },
  },
  'receipt.tlog-proof': { is: 'useless', why: 'receipt' },
  'earlier.checkpoint': { is: 'kept' },
};

export const OPENED_NAMES = [...Object.keys(ANSWERS), 'looked-at.jsonl', 'large.jsonl'];

const SOURCES = OPENED_NAMES.slice(0, 3).map((name, at) => ({
  label: 'ABC'[at] ?? 'A',
  name,
  isVerified: at < 2,
}));

const posts = manyPosts(60).map((post, at) => {
  const from = SOURCES[at % 3];
  const isAlias = at % 5 === 1;
  return {
    ...post,
    ...(isAlias && { identity: `Person ${at % 4} (stand-in, B)`, excerpt: undefined }),
    ...(from && { from }),
  };
});

export const openedPorts: OpenedPorts = {
  ...fakePosts(posts, () => undefined),
  async open({ file: { name } }, onBytes) {
    if (name !== 'large.jsonl') return ANSWERS[name] ?? ANSWERS['edited.jsonl'];
    onBytes(41_000_000, 128_000_000);
    return new Promise(() => undefined);
  },
  look: async () => ({ posts: 20, unreadable: 1 }),
  close: () => undefined,
  story: async () => STORY,
  idOf: () => 1,
};
