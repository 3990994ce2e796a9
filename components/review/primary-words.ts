import type { MessageKey } from '#lib/i18n/text.ts';
import type { ComposerKind } from '#lib/model/draft.ts';

interface Words {
  withLabel: MessageKey;
  plain: MessageKey;
  /** What was found would call for a label, and none is added. */
  withoutLabel: MessageKey;
}

const POST: Words = {
  withLabel: 'actionLabelAndPost',
  plain: 'actionPost',
  withoutLabel: 'actionWithoutLabel',
};
const REPLY: Words = {
  withLabel: 'actionLabelAndReply',
  plain: 'actionReply',
  withoutLabel: 'actionReplyWithoutLabel',
};
const EDIT: Words = {
  withLabel: 'actionLabelAndSave',
  plain: 'actionSave',
  withoutLabel: 'actionSaveWithoutLabel',
};

/** Words of the primary button, by what is about to happen. */
export const primaryWords = (kind: ComposerKind, label: keyof Words): MessageKey =>
  (kind === 'reply' || kind === 'comment' ? REPLY : kind === 'edit' ? EDIT : POST)[label];
