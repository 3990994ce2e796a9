import type { MessageKey, Text } from '#lib/i18n/text.ts';
import type { ReceiptResult } from './proof-file.ts';
import type { Verification, VerifyCode, VerifyFailure } from './verification.ts';

type FailureSentence = { readonly key: MessageKey; readonly names: 'index' | 'line' | undefined };

/** The sentence of each code and what it names. */
const SENTENCES: Record<VerifyCode | 'not-included', FailureSentence> = {
  unparsable: { key: 'verify_unparsable', names: 'line' },
  'newer-format': { key: 'verify_newer_format', names: 'line' },
  edited: { key: 'verify_edited', names: 'index' },
  deleted: { key: 'verify_deleted', names: 'index' },
  swapped: { key: 'verify_swapped', names: 'index' },
  forged: { key: 'verify_forged', names: 'index' },
  'previous-mismatch': { key: 'verify_previous_mismatch', names: 'index' },
  'content-mismatch': { key: 'verify_content_mismatch', names: 'index' },
  recomputed: { key: 'verify_recomputed', names: 'index' },
  'tail-cut': { key: 'verify_tail_cut', names: 'index' },
  'rolled-back': { key: 'verify_rolled_back', names: 'index' },
  unsigned: { key: 'verify_unsigned', names: 'line' },
  'bad-signature': { key: 'verify_bad_signature', names: undefined },
  'foreign-key': { key: 'verify_foreign_key', names: undefined },
  'bad-known-checkpoint': { key: 'verify_bad_known_checkpoint', names: undefined },
  'not-included': { key: 'verify_not_included', names: undefined },
};

function describeFailure(
  code: VerifyCode | 'not-included',
  where: Pick<VerifyFailure, 'index' | 'line'>,
  text: Text,
) {
  const { key, names } = SENTENCES[code];
  return [names === undefined ? text(key) : text(key, where[names] ?? 1)];
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
