import type { Draft } from '../model/draft.ts';
import type { Composer } from '../sites/composer.ts';
import { loadReviewUi } from './review-ui.ts';

/** The draft with what its pictures look like, which only the review UI can read. Of text alone nothing is asked. */
export const withPictures = async (composer: Composer, draft: Draft): Promise<Draft> =>
  draft.parts.some(({ media }) => media.length > 0)
    ? (await loadReviewUi()).readPictures(composer, draft)
    : draft;
