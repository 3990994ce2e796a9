import type { Changes } from '#lib/model/changes.ts';
import type { Decision, Finding, GeneratedEvidence } from '#lib/model/decision.ts';
import type { Draft } from '#lib/model/draft.ts';
import type { Identity } from '#lib/model/identity.ts';
import type { Choice, LabelPreview } from '#lib/model/label-preview.ts';
import type { LabelLanguage } from '#lib/model/language.ts';
import type { ReviewStage } from '#lib/model/review.ts';
import type { Role } from '#lib/model/role.ts';

export type { Choice, LabelPreview, ReviewStage };

/** Data and callbacks of the review dialog. */
export interface ReviewProps {
  stage: ReviewStage;
  siteName: string;
  /** Milliseconds since 1970, to say "today". */
  now: number;
  draft: Draft;
  /** Missing while `deciding`. */
  decision?: Decision;
  identities: Identity[];
  /** What is selected at first. */
  initial: Choice;
  languages: readonly LabelLanguage[];
  /** Has the finding below among its findings until a reason is given. */
  preview(choice: Choice): LabelPreview;
  /** What is to be explained about a role that says less than what was found; nothing about any other. */
  askForReason(role: Role): Finding | undefined;
  /** How much the policy wants the site's own AI switch for this role; nothing where it does not. */
  findSwitchLevel(role: Role): Finding['level'] | undefined;
  /** What the person changed about an answer whose text is kept. May reject. */
  readChanges(evidence: GeneratedEvidence): Promise<Changes>;
  /** The primary button. Only called for a trusted, undisturbed press. */
  onApprove(choice: Choice): void;
  /** "Post without label", only where `decision.override.allowed`. */
  onOverride(choice: Choice, reason: string): void;
  /** "Keep editing", Esc, outside click. Never posts. */
  onKeepEditing(): void;
  /** The person typed a name although there is no identity yet. */
  onNewIdentity(identity: Identity): void;
}
