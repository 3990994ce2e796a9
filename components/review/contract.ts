import type { Decision } from '#lib/model/decision.ts';
import type { Draft } from '#lib/model/draft.ts';
import type { Identity } from '#lib/model/identity.ts';
import type { Choice, LabelPreview } from '#lib/model/label-preview.ts';
import type { LabelLanguage } from '#lib/model/language.ts';

import type { ReviewStage } from '#lib/model/review.ts';

export type { Choice, LabelPreview, ReviewStage };

/** Data and callbacks of the review dialog. */
export interface ReviewProps {
  stage: ReviewStage;
  siteName: string;
  draft: Draft;
  /** Missing while `deciding`. */
  decision?: Decision;
  identities: Identity[];
  /** What is selected at first. */
  initial: Choice;
  languages: readonly LabelLanguage[];
  preview(choice: Choice): LabelPreview;
  /** The primary button. Only called for a trusted, undisturbed press. */
  onApprove(choice: Choice): void;
  /** "Post without label", only where `decision.override.allowed`. */
  onOverride(choice: Choice, reason: string): void;
  /** "Keep editing", Esc, outside click. Never posts. */
  onKeepEditing(): void;
  /** The person typed a name although there is no identity yet. */
  onNewIdentity(identity: Identity): void;
}
