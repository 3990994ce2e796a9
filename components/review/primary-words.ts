import type { MessageKey } from '#lib/i18n/text.ts';
import type { ComposerKind } from '#lib/model/draft.ts';

/** Words of the primary button, by what is about to happen. */
export const primaryWords = (kind: ComposerKind, addsLabel: boolean): MessageKey => {
  if (kind === 'reply' || kind === 'comment') return addsLabel ? 'actionLabelAndReply' : 'actionReply';
  if (kind === 'edit') return addsLabel ? 'actionLabelAndSave' : 'actionSave';
  return addsLabel ? 'actionLabelAndPost' : 'actionPost';
};
