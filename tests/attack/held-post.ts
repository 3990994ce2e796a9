import type { ChipPage, ReviewPage } from '../e2e/pages/candor-ui.ts';
import {
  type ComposerAddress,
  type FixtureComposer,
  requireComposer,
} from '../e2e/pages/fixture-composer.ts';

export const TEXT = 'Give a rescue dog two quiet weeks.';
export const LABEL = '[AI-generated: drafted by AI, reviewed and approved by Ada Lovelace]';
export const MASTODON: ComposerAddress = requireComposer('Mastodon');
export const X_MODAL: ComposerAddress = requireComposer('X, modal');

interface Parts {
  openComposer(address: ComposerAddress): Promise<FixtureComposer>;
  chip: ChipPage;
  review: ReviewPage;
}

/** A composer with a text that the person said AI drafted. */
export const writeWithAi = async (
  { openComposer, chip }: Pick<Parts, 'openComposer' | 'chip'>,
  { address = MASTODON, text = TEXT }: { address?: ComposerAddress; text?: string } = {},
): Promise<FixtureComposer> => {
  const composer = await openComposer(address);
  await composer.write(text);
  await chip.choose('Drafted by AI, reviewed by me');
  await chip.waitForState('AI: needs review');
  return composer;
};

/** Such a composer, Post pressed, the review filled and named, its buttons armed. */
export const holdAiPost = async (
  parts: Parts,
  options: { address?: ComposerAddress; text?: string } = {},
): Promise<FixtureComposer> => {
  const composer = await writeWithAi(parts, options);
  await composer.pressPost();
  await parts.review.waitUntilFilled();
  await parts.review.nameIfAsked('Ada Lovelace');
  await parts.review.waitUntilArmed();
  return composer;
};
