import { requireTool } from '#tests/e2e/pages/ai-chat.ts';
import { type ComposerAddress, requireComposer } from '#tests/e2e/pages/fixture-composer.ts';

/** A site of the demo: its composer, and how its server reads the text of a post. */
export interface DemoSite {
  id: ComposerAddress['site'];
  name: string;
  composer: ComposerAddress;
  /** End of the path that publishes. */
  publishes: string;
  /** The text in the body of such a request. */
  readText(body: unknown): string;
}

/** Where the story begins. */
export const TOOL = { id: 'chatgpt', ...requireTool('ChatGPT') } as const;

/** What the stand-in answers, whatever it is asked: short enough for every site. */
export const ANSWER =
  'Three things to know before you adopt a rescue dog: give it two quiet weeks, keep the first walks short, and let it come to you.';

export const DEMO_SITES: readonly DemoSite[] = [
  {
    id: 'x',
    name: 'X',
    composer: requireComposer('X, inline'),
    publishes: '/CreateTweet',
    readText: (body) => (body as { variables: { tweet_text: string } }).variables.tweet_text,
  },
  {
    id: 'bluesky',
    name: 'Bluesky',
    composer: requireComposer('Bluesky'),
    publishes: '/xrpc/com.atproto.repo.applyWrites',
    readText: (body) =>
      (body as { writes: { value: { text: string } }[] }).writes.map(({ value }) => value.text).join('\n'),
  },
  {
    id: 'mastodon',
    name: 'Mastodon',
    composer: requireComposer('Mastodon'),
    publishes: '/api/v1/statuses',
    readText: (body) => (body as { status: string }).status,
  },
];
