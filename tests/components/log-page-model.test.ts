import { beforeEach, expect, test } from 'vitest';
import type { PostsPorts } from '#components/log/contract.ts';
import { createLogPageModel } from '#components/log/log-page-model.ts';
import type { LogEntry } from '#lib/model/log-entry.ts';

const POST = '5f0e7d1c-93a4-4c55-8d5e-0d3a6b7c8e91';
const OTHER = '7b0e7d1c-93a4-4c55-8d5e-0d3a6b7c8e92';
const ENTRY: LogEntry = {
  v: 1,
  index: 0,
  time: 1,
  previous: '',
  software: '0.1.0',
  event: 'post.held',
  post: POST,
};

let hash: string;
let steps: [string, string][];
let notes: string[];

const portsWith = (more: Partial<PostsPorts> = {}): PostsPorts => ({
  listPosts: async () => [],
  searchPosts: async () => [],
  weeks: async () => [],
  facets: async () => ({ sites: ['x'], identities: [], policies: [] }),
  story: async (post) => (post === POST ? { post, entries: [ENTRY], texts: [], erased: [] } : undefined),
  annotate: async (_, note) => notes.push(note),
  erasePost: async () => 0,
  recordReport: async () => undefined,
  nameOfSite: (site) => site,
  targetOf: (source) => ({ source, name: source, form: undefined }),
  ...more,
});

const makePage = (more?: Partial<PostsPorts>) =>
  createLogPageModel(portsWith(more), {
    read: () => hash,
    write(next, how) {
      steps.push([next, how]);
      hash = next;
    },
  });

beforeEach(() => {
  hash = '#log';
  steps = [];
  notes = [];
});

test('an address with a filter and a post opens both', async () => {
  hash = `#log?site=x&post=${POST}`;
  const page = makePage();
  await page.load();
  expect([page.posts.filter.value, page.story.value]).toMatchObject([
    { site: 'x' },
    { is: 'open', post: POST },
  ]);
  expect(steps).toEqual([]);
});

test('a filter is a step of the back button, a letter typed is none, and a post closed is none', async () => {
  const page = makePage();
  await page.load();
  await page.narrow({ site: 'x' });
  await page.narrow({ site: 'x', words: 'fox' }, 'typed');
  await page.open(POST);
  page.close();
  page.close();
  expect(steps).toEqual([
    ['#log?site=x', 'step'],
    ['#log?site=x&words=fox', 'same'],
    [`#log?site=x&words=fox&post=${POST}`, 'step'],
    ['#log?site=x&words=fox', 'same'],
  ]);
});

test('the page follows the address back and forth, and reads nothing twice', async () => {
  let reads = 0;
  const page = makePage({
    async listPosts() {
      reads += 1;
      return [];
    },
  });
  await page.load();
  await page.narrow({ site: 'x' });
  hash = '#log';
  await page.follow();
  expect([page.posts.filter.value, reads]).toEqual([{}, 3]);
  hash = `#log?post=${POST}`;
  await page.follow();
  expect([page.story.value.is, reads]).toEqual(['open', 3]);
  hash = '#log';
  await page.follow();
  expect([page.story.value.is, reads]).toEqual(['closed', 3]);
});

test('a post that is not in the log is said to be missing, and one that cannot be read says why', async () => {
  const page = makePage();
  await page.open(OTHER);
  expect(page.story.value).toEqual({ is: 'missing', post: OTHER });
  const broken = makePage({ story: () => Promise.reject(new Error('closed')) });
  await broken.open(POST);
  expect(broken.story.value).toEqual({ is: 'failed', post: POST, detail: 'closed' });
});

test('the answer for a post that was closed meanwhile is dropped', async () => {
  let answer = (): void => undefined;
  const page = makePage({
    story: (post) =>
      new Promise((resolve) => {
        answer = () => resolve({ post, entries: [ENTRY], texts: [], erased: [] });
      }),
  });
  const opening = page.open(POST);
  page.close();
  answer();
  await opening;
  expect(page.story.value).toEqual({ is: 'closed' });
});

test('a note goes to the post that is open, and its story is read again', async () => {
  let reads = 0;
  const page = makePage({
    async story(post) {
      reads += 1;
      return { post, entries: [ENTRY], texts: [], erased: [] };
    },
  });
  await expect(page.annotate('Which?')).rejects.toThrow('no post is open');
  await page.open(POST);
  await page.annotate('Mine.');
  expect([notes, reads]).toEqual([['Mine.'], 2]);
});

test('charts that cannot be read stay away, the list does not', async () => {
  const page = makePage({ weeks: () => Promise.reject(new Error('too long')) });
  await page.load();
  expect([page.weeks.value, page.facets.value?.sites, page.posts.state.value]).toEqual([
    undefined,
    ['x'],
    'ready',
  ]);
});
