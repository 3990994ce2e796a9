import { beforeEach, expect, test } from 'vitest';
import { createDriftDesk } from '#lib/flow/drift-desk.ts';
import type { LogFacts } from '#lib/model/log-entry.ts';
import { settingsSchema } from '#lib/model/settings.ts';
import { openTestLog, type TestLog, uuid } from '../log/test-log.ts';
import { gateOf } from './samples.ts';

const POST = uuid(1);
const LABEL = '[AI-generated: drafted by AI, reviewed and approved by Ada Lovelace]';
const TEXT = 'Give a rescue dog two quiet weeks.';
const PERMALINK = 'https://mastodon.social/@ada/1';
const SECOND = 'https://mastodon.social/@ada/2';

let log: TestLog;
let keepText: boolean;
let isOff: boolean;
let watched: number[];

const makeDesk = () =>
  createDriftDesk({
    openLog: async () => log,
    readSettings: async () =>
      settingsSchema.parse({ identities: [], preset: 'creator', addedSites: [], keepText }),
    isOffAt: async () => isOff,
    watchTab: async (tab) => void watched.push(tab),
  });

const publish = async (more: Partial<LogFacts> = {}, post = POST): Promise<void> => {
  await log.append(
    { event: 'post.approved', post, site: 'mastodon', address: 'https://mastodon.social/home' },
    [
      { what: 'final', text: `${LABEL}\n${TEXT}\n\n(AI, see 1/2) And then two more.` },
      { what: 'label', text: LABEL },
    ],
    { keepText },
  );
  await log.append({ event: 'post.published', post, permalink: PERMALINK, partLinks: [SECOND], ...more });
};

const drifts = async () =>
  (await log.entriesOfPost(POST)).filter(({ event }) => event === 'post.drifted').map(({ drift }) => drift);

beforeEach(async () => {
  log = await openTestLog();
  keepText = true;
  isOff = false;
  watched = [];
});

test('a post shown as approved leaves no trace', async () => {
  await publish();
  const desk = makeDesk();
  expect(await desk.shown({ post: POST, part: 0, text: `${LABEL}\n${TEXT}` }, gateOf())).toBeNull();
  expect(await drifts()).toEqual([]);
});

test('a label that is gone is recorded and told once, and so is that it came back', async () => {
  await publish();
  const desk = makeDesk();
  const gone = { post: POST, part: 0, text: TEXT };
  expect(await desk.shown(gone, gateOf())).toEqual({ found: 'label-gone', label: LABEL });
  expect(await desk.shown(gone, gateOf({ tab: 2 }))).toBeNull();
  expect((await log.entriesOfPost(POST)).at(-1)).toMatchObject({
    event: 'post.drifted',
    address: PERMALINK,
    drift: [{ part: 0, found: 'label-gone' }],
    contents: [{ what: 'shown', length: TEXT.length }],
  });
  expect(await log.listPosts({ limit: 1 })).toMatchObject([
    { drift: 'label-gone', outcome: 'published', address: 'https://mastodon.social/home' },
  ]);
  expect(await desk.shown({ ...gone, text: `${LABEL}\n${TEXT}` }, gateOf())).toBeNull();
  expect(await drifts()).toEqual([[{ part: 0, found: 'label-gone' }], []]);
  expect((await log.listPosts({ limit: 1 }))[0]).not.toHaveProperty('drift');
});

test('two tabs that show it at once make one entry', async () => {
  await publish();
  const desk = makeDesk();
  const gone = { post: POST, part: 0, text: TEXT };
  const answers = await Promise.all([desk.shown(gone, gateOf()), desk.shown(gone, gateOf({ tab: 2 }))]);
  expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
  expect(await drifts()).toHaveLength(1);
});

test('each part of a thread stands for itself', async () => {
  await publish();
  const desk = makeDesk();
  const second = { post: POST, part: 1, text: 'And then two more.' };
  expect(await desk.shown(second, gateOf())).toMatchObject({ found: 'part-without-label' });
  expect(await desk.shown({ post: POST, part: 0, text: `${LABEL}\nBuy my coin.` }, gateOf())).toBeNull();
  expect((await drifts()).at(-1)).toEqual([
    { part: 1, found: 'part-without-label' },
    { part: 0, found: 'text-changed' },
  ]);
});

test('without kept texts the label is watched all the same, and nothing of the text is kept', async () => {
  keepText = false;
  await publish();
  const desk = makeDesk();
  expect(await desk.shown({ post: POST, part: 0, text: `${LABEL}\nBuy my coin.` }, gateOf())).toBeNull();
  expect(await drifts()).toEqual([]);
  expect(await desk.shown({ post: POST, part: 0, text: 'Buy my coin.' }, gateOf())).toEqual({
    found: 'label-gone',
  });
  expect(await log.readText(POST, 'shown')).toBeUndefined();
});

test('a page hears of the posts on its own origin only, and speaks about no others', async () => {
  await publish();
  await publish({ permalink: 'https://x.com/i/status/7', partLinks: [] }, uuid(2));
  const desk = makeDesk();
  expect(await desk.findOwnPosts(gateOf())).toEqual([
    { post: POST, part: 0, address: PERMALINK },
    { post: POST, part: 1, address: SECOND },
  ]);
  for (const [post, part] of [
    [uuid(2), 0],
    [POST, 2],
    [uuid(3), 0],
  ] as const)
    await expect(desk.shown({ post, part, text: TEXT }, gateOf())).rejects.toMatchObject({
      code: 'not-allowed',
    });
});

test('what nobody approved is not watched', async () => {
  await log.append({ event: 'post.bypassed', post: POST, site: 'mastodon' });
  await log.append({ event: 'post.published', post: POST, permalink: PERMALINK });
  expect(await makeDesk().findOwnPosts(gateOf())).toEqual([]);
});

test('pages are looked at where there is something to find, in no private window, and not where Candor is off', async () => {
  const desk = makeDesk();
  await desk.watch(gateOf());
  expect(watched).toEqual([]);
  await publish();
  await desk.watch(gateOf({ isPrivate: true }));
  await desk.watch(gateOf({ frame: 3 }));
  await desk.watch(gateOf({ url: 'https://x.com/home' }));
  isOff = true;
  await desk.watch(gateOf());
  expect(watched).toEqual([]);
  isOff = false;
  await desk.watch(gateOf({ tab: 7 }));
  expect(watched).toEqual([7]);
});

test('a private window, and a site that is off, are told nothing and heard of nothing', async () => {
  await publish();
  const desk = makeDesk();
  const expectNothing = async (gate = gateOf()) => {
    expect(await desk.findOwnPosts(gate)).toEqual([]);
    expect(await desk.shown({ post: POST, part: 0, text: TEXT }, gate)).toBeNull();
    expect(await drifts()).toEqual([]);
  };
  await expectNothing(gateOf({ isPrivate: true }));
  isOff = true;
  await expectNothing();
});
