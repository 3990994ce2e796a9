import type { ChipPage, ReviewPage, RoleName } from '../e2e/pages/candor-ui.ts';
import {
  type ComposerAddress,
  type FixtureComposer,
  requireComposer,
} from '../e2e/pages/fixture-composer.ts';

export const TEXT = 'Give a rescue dog two quiet weeks.';
export const LABEL = '[AI-generated: drafted by AI, reviewed and approved by Ada Lovelace]';
export const MASTODON: ComposerAddress = requireComposer('Mastodon');
export const X_MODAL: ComposerAddress = requireComposer('X, modal');
/** Such a post as Mastodon gets it. */
export const SENT = { status: `${LABEL}\n${TEXT}` };
/** What the log says of a post that went its whole way. */
export const WHOLE = ['post.held', 'post.approved', 'post.released', 'post.published'];

interface Parts {
  openComposer(address: ComposerAddress): Promise<FixtureComposer>;
  chip: ChipPage;
  review: ReviewPage;
}

export interface AiPost {
  /** Default: Mastodon. */
  address?: ComposerAddress;
  text?: string;
  /** Default: drafted by AI. */
  role?: RoleName;
}

/** A composer with a text that the person said AI had a part in. */
export const writeWithAi = async (
  { openComposer, chip }: Pick<Parts, 'openComposer' | 'chip'>,
  { address = MASTODON, text = TEXT, role = 'Drafted by AI, reviewed by me' }: AiPost = {},
): Promise<FixtureComposer> => {
  const composer = await openComposer(address);
  await composer.write(text);
  await chip.choose(role);
  await chip.waitForState('AI: needs review');
  return composer;
};

/** Such a composer, Post pressed, the review filled and named, its buttons armed. */
export const holdAiPost = async (parts: Parts, post: AiPost = {}): Promise<FixtureComposer> => {
  const composer = await writeWithAi(parts, post);
  await composer.pressPost();
  await parts.review.waitUntilFilled();
  await parts.review.nameIfAsked('Ada Lovelace');
  await parts.review.waitUntilArmed();
  return composer;
};

/** Who sits before the test's tab, and is called Ada Lovelace. */
export interface Person {
  /** Writes a text and says that AI had a part in it. */
  writesWithAi(post?: AiPost): Promise<FixtureComposer>;
  /** Writes with AI and presses Post: the review is there, named, its buttons armed. */
  asksToPost(post?: AiPost): Promise<FixtureComposer>;
  /** Waits for the review, gives a name if asked, and approves. */
  approves(): Promise<void>;
  /** All of it, until the site has the post. */
  postsWithAi(post?: AiPost): Promise<FixtureComposer>;
}

export const makePerson = (parts: Parts): Person => {
  const approves = (): Promise<void> => parts.review.nameAndApprove('Ada Lovelace');
  return {
    writesWithAi: (post) => writeWithAi(parts, post),
    asksToPost: (post) => holdAiPost(parts, post),
    approves,
    async postsWithAi(post) {
      const composer = await writeWithAi(parts, post);
      await composer.pressPost();
      await approves();
      await composer.waitForPost();
      return composer;
    },
  };
};
