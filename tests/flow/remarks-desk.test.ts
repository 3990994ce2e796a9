import { beforeEach, expect, test } from 'vitest';
import { createRemarksDesk } from '#lib/flow/remarks-desk.ts';
import type { Log } from '#lib/log/open-log.ts';
import { openTestLog, uuid } from '../log/test-log.ts';

const POST = uuid(1);
let log: Log;
let desk: ReturnType<typeof createRemarksDesk>;

beforeEach(async () => {
  log = await openTestLog();
  await log.append({ event: 'post.held', post: POST, site: 'mastodon' });
  await log.append({ event: 'post.released', post: POST });
  desk = createRemarksDesk(async () => log);
});

test('a note is one more entry of its post, and changes nothing that is there', async () => {
  const before = await log.entriesOfPost(POST);
  await desk.annotate({ post: POST, note: 'The customer asked for it.' });
  const after = await log.entriesOfPost(POST);
  expect(after.slice(0, 2)).toEqual(before);
  expect(after.slice(2)).toMatchObject([{ event: 'post.annotated', note: 'The customer asked for it.' }]);
});

test('the same note sent twice is one note; another one is another', async () => {
  await desk.annotate({ post: POST, note: 'Once.' });
  await desk.annotate({ post: POST, note: 'Once.' });
  await desk.annotate({ post: POST, note: 'Twice.' });
  const notes = (await log.entriesOfPost(POST)).flatMap(({ note }) => note ?? []);
  expect(notes).toEqual(['Once.', 'Twice.']);
});

test('a post with a note stands where it stood', async () => {
  await desk.annotate({ post: POST, note: 'Still on its way.' });
  await desk.report({ post: POST, report: { source: 'chatgpt', by: 'form' } });
  expect(await log.openPosts()).toMatchObject([{ post: POST, standing: 'released' }]);
});

test('a report says of which tool and how', async () => {
  await desk.report({ post: POST, report: { source: 'chatgpt', by: 'mail' } });
  await desk.report({ post: POST, report: { source: 'chatgpt', by: 'mail' } });
  await desk.report({ post: POST, report: { source: 'claude', by: 'mail' } });
  expect((await log.entriesOfPost(POST)).flatMap(({ report }) => report ?? [])).toEqual([
    { source: 'chatgpt', by: 'mail' },
    { source: 'claude', by: 'mail' },
  ]);
});

test('nothing is noted on a post that is not in the log', async () => {
  const size = await log.size();
  await expect(desk.annotate({ post: uuid(2), note: 'Whose?' })).rejects.toMatchObject({
    code: 'not-allowed',
  });
  expect(await log.size()).toBe(size);
});
