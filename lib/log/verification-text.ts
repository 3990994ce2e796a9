import type { MessageKey, Text } from '#lib/i18n/text.ts';
import type { ReceiptResult } from './proof-file.ts';
import type { Verification, VerifyCode, VerifyFailure } from './verification.ts';

/** The sentence of each code; its value is the entry, where one is named. */
const SENTENCES: Record<VerifyCode | 'not-included', MessageKey> = {
  unparsable: 'verify_unparsable',
  'newer-format': 'verify_newer_format',
  edited: 'verify_edited',
  deleted: 'verify_deleted',
  swapped: 'verify_swapped',
  forged: 'verify_forged',
  'previous-mismatch': 'verify_previous_mismatch',
  'content-mismatch': 'verify_content_mismatch',
  recomputed: 'verify_recomputed',
  'tail-cut': 'verify_tail_cut',
  'rolled-back': 'verify_rolled_back',
  unsigned: 'verify_unsigned',
  'bad-signature': 'verify_bad_signature',
  'foreign-key': 'verify_foreign_key',
  'bad-known-checkpoint': 'verify_bad_known_checkpoint',
  'not-included': 'verify_not_included',
};

function describeFailure(
  code: VerifyCode | 'not-included',
  { index, line }: Pick<VerifyFailure, 'index' | 'line'>,
  text: Text,
): string[] {
  const sentence = text(SENTENCES[code], index ?? '');
  return line === undefined ? [sentence] : [sentence, text('verifyLine', line)];
}

/** The result of a verification in sentences, the answer first. */
export function describeVerification(
  verification: Verification,
  text: Text,
  formatTime: (time: number) => string,
): string[] {
  if (!verification.ok) return describeFailure(verification.code, verification, text);
  const { size, first, last, texts, timeWentBack, root, fingerprint } = verification;
  return [
    text('verifyOk', size),
    verification.extends === undefined
      ? text('verifyOkAlone')
      : text('verifyOkExtends', verification.extends),
    ...(first === undefined || last === undefined
      ? []
      : [text('verifySpan', formatTime(first), formatTime(last))]),
    ...(texts === 0 ? [] : [text('verifyTexts', texts)]),
    ...(timeWentBack === 0 ? [] : [text('verifyTimeWentBack', timeWentBack)]),
    text('verifyRoot', root),
    text('verifyKey', fingerprint),
  ];
}

/** The same for a receipt. */
export function describeReceipt(result: ReceiptResult, text: Text): string[] {
  return result.ok
    ? [text('verifyReceiptOk', result.index, result.size)]
    : describeFailure(result.code, {}, text);
}
