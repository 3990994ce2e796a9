import { beforeEach, expect, test } from 'vitest';
import { createBypassDesk } from '#lib/flow/bypass-desk.ts';
import type { Decide } from '#lib/flow/decide.ts';
import { createPostTabs } from '#lib/flow/post-tabs.ts';
import type { Log } from '#lib/log/open-log.ts';
import { settingsSchema } from '#lib/model/settings.ts';
import { openTestLog, uuid } from '../log/test-log.ts';
import { decisionOf, draftOf, gateOf } from './samples.ts';

const POST = uuid(1);
const SETTINGS = settingsSchema.parse({ identities: [], preset: 'creator', addedSites: [], keepText: true });

let log: Log;
let told: string[];

const decide: Decide = async (draft) =>
  decisionOf(draft.parts[0]?.text.includes('AI') ? 'review' : 'allow', { proposedRole: 'coauthored' });

const makeDesk = () => {
  const tabs = new Map<string, number>();
  return createBypassDesk({
    openLog: async () => log,
    readSettings: async () => SETTINGS,
    decide,
    tabs: createPostTabs({
      read: async (post) => tabs.get(post),
      write: async (post, tab) => void tabs.set(post, tab),
    }),
    onBypass: async (site) => void told.push(site),
  });
};

const entries = () => log.entriesOfPost(POST);

beforeEach(async () => {
  log = await openTestLog();
  told = [];
});

test('a text that the policy lets pass leaves no trace', async () => {
  expect(await makeDesk().bypass({ post: POST, draft: draftOf('Soup.') }, gateOf())).toEqual({
    isRecorded: false,
  });
  expect(await entries()).toEqual([]);
  expect(told).toEqual([]);
});

test('any other is recorded with what is known of it and who saw it, once', async () => {
  const desk = makeDesk();
  const draft = draftOf('By AI.');
  const bypass = await desk.bypass({ post: POST, draft }, gateOf());
  expect(bypass).toMatchObject({ isRecorded: true, held: { decision: { proposedRole: 'coauthored' } } });
  await desk.bypass({ post: POST, draft }, gateOf());
  expect(await entries()).toMatchObject([
    {
      event: 'post.bypassed',
      site: 'mastodon',
      seenBy: 'page',
      proposedRole: 'coauthored',
      address: 'https://mastodon.social/home',
      contents: [{ what: 'sent', length: 6 }],
    },
  ]);
  expect(told).toEqual(['mastodon']);
});

test('of a private window the log says that it happened, not where', async () => {
  await makeDesk().bypass({ post: POST, draft: draftOf('By AI.') }, gateOf({ isPrivate: true }));
  expect((await entries())[0]).not.toHaveProperty('address');
  expect(told).toEqual([]);
});

test('another text is recorded for a post of the sender’s own tab only', async () => {
  const desk = makeDesk();
  const altered = { post: POST, draft: draftOf('Buy my coin.'), isHeld: false };
  await expect(desk.altered(altered, gateOf())).rejects.toMatchObject({ code: 'not-approved' });
  await desk.bypass({ post: POST, draft: draftOf('By AI.') }, gateOf());
  await expect(desk.altered(altered, gateOf({ tab: 2 }))).rejects.toMatchObject({ code: 'not-allowed' });
  await desk.altered(altered, gateOf());
  expect((await entries()).at(-1)).toMatchObject({ event: 'post.altered', reason: 'sent', seenBy: 'page' });
});
