import type { MessageKey, Text } from '#lib/i18n/text.ts';
import type { FileReport } from './check-file.ts';
import type { ReceiptCode, ReceiptSuccess } from './receipt.ts';
import { addStamp, describeStamp } from './stamp-text.ts';
import type { VerifyCode, VerifySuccess } from './verification.ts';

/** The sentence of each code; its value is the entry, where one is named. */
const SENTENCES: Record<VerifyCode | ReceiptCode, MessageKey> = {
  unparsable: 'verify_unparsable',
  'newer-format': 'verify_newer_format',
  edited: 'verify_edited',
  deleted: 'verify_deleted',
  swapped: 'verify_swapped',
  forged: 'verify_forged',
  'previous-mismatch': 'verify_previous_mismatch',
  'private-mismatch': 'verify_private_mismatch',
  'content-mismatch': 'verify_content_mismatch',
  recomputed: 'verify_recomputed',
  'tail-cut': 'verify_tail_cut',
  'rolled-back': 'verify_rolled_back',
  damaged: 'verify_damaged',
  'known-omitted': 'verify_known_omitted',
  unsigned: 'verify_unsigned',
  'bad-signature': 'verify_bad_signature',
  'foreign-key': 'verify_foreign_key',
  'bad-known-checkpoint': 'verify_bad_known_checkpoint',
  'not-included': 'verify_not_included',
  'not-witnessed': 'verify_not_witnessed',
  'no-key': 'verify_no_key',
};

/** Nothing is wrong with the file, as far as one can see. */
const UNCHECKABLE: readonly (VerifyCode | ReceiptCode)[] = ['no-key', 'known-omitted'];

/** `unchecked`: nothing can be said about the file. */
export type Verdict = 'intact' | 'broken' | 'unchecked';

/** A result in sentences, for people who know nothing of logs. */
export interface Description {
  readonly verdict: Verdict;
  /** The answer, or the reason. */
  readonly answer: string;
  readonly details: readonly string[];
  /** What even a good answer does not prove. */
  readonly limits: readonly string[];
  /** To compare by eye. */
  readonly marks: readonly string[];
}

export type FormatTime = (time: number) => string;

/** The result of checking a file in sentences. Entries are numbered from 0, as in the file. */
export function describeReport(report: FileReport, text: Text, formatTime: FormatTime): Description {
  if (report.kind === 'stamp') return describeStamp(report.result, text, formatTime);
  if (report.kind === 'export' || report.kind === 'receipt')
    return addStamp(describeResult(report, text, formatTime), report.stamp, text, formatTime);
  return {
    verdict: 'unchecked',
    answer: text(report.kind === 'unknown' ? 'verifyUnknownFile' : 'verifyNotByItself'),
    details: [],
    limits: [],
    marks: [],
  };
}

function describeResult(
  report: Extract<FileReport, { kind: 'export' | 'receipt' }>,
  text: Text,
  formatTime: FormatTime,
): Description {
  const { result } = report;
  if (!result.ok) {
    const line = 'line' in result ? result.line : undefined;
    const isUnnamed = report.kind === 'receipt' && result.index !== undefined;
    return {
      verdict: UNCHECKABLE.includes(result.code) ? 'unchecked' : 'broken',
      answer:
        report.kind === 'receipt' && result.code === 'unparsable'
          ? text('verifyReceiptUnreadable')
          : text(SENTENCES[result.code], result.index ?? ''),
      details: [
        ...(line === undefined ? [] : [text('verifyLine', line)]),
        ...(isUnnamed ? [text('verifyReceiptOf', result.index ?? '')] : []),
      ],
      limits: [],
      marks: [],
    };
  }
  return 'texts' in result && typeof result.texts === 'number'
    ? describeExport(result as VerifySuccess, text, formatTime)
    : describeReceipt(result as ReceiptSuccess, text, formatTime);
}

const describeWitness = (
  { witnessed }: { readonly witnessed?: number },
  text: Text,
  formatTime: FormatTime,
): string[] => (witnessed === undefined ? [] : [text('verifyWitnessed', formatTime(witnessed))]);

function describeExport(result: VerifySuccess, text: Text, formatTime: FormatTime): Description {
  const { size, shown, first, last, texts, aliases, excerpts, timeWentBack, root, fingerprint } = result;
  const isAlone = result.extends === undefined;
  return {
    verdict: 'intact',
    answer: shown < size ? text('verifyOkPart', shown, size) : text('verifyOk', size),
    details: [
      ...(isAlone ? [] : [text('verifyOkExtends', result.extends ?? '')]),
      ...(first === undefined || last === undefined
        ? []
        : [text('verifySpan', formatTime(first), formatTime(last))]),
      ...(texts === 0 ? [] : [text('verifyTexts', texts)]),
      ...(aliases === 0 ? [] : [text('verifyAliases')]),
      ...(excerpts === 0 ? [] : [text('verifyExcerpts')]),
      ...(timeWentBack === 0 ? [] : [text('verifyTimeWentBack', timeWentBack)]),
      ...(result.isKeyKnown ? [text('verifyKeyGiven')] : []),
      ...describeWitness(result, text, formatTime),
    ],
    limits: [
      text(isAlone ? 'verifyOkAlone' : 'verifyNeverRecorded'),
      ...(result.isKeyKnown || !isAlone ? [] : [text('verifyKeyOwn')]),
    ],
    marks: [text('verifyRoot', root), text('verifyKey', fingerprint)],
  };
}

function describeReceipt(result: ReceiptSuccess, text: Text, formatTime: FormatTime): Description {
  const { index, size, entry, texts, fingerprint, isKeyKnown } = result;
  return {
    verdict: 'intact',
    answer: text('verifyReceiptOk', index, size),
    details: [
      ...(typeof entry.time === 'number' ? [text('verifyReceiptTime', formatTime(entry.time))] : []),
      ...(texts.length === 0 ? [] : [text('verifyTexts', texts.length)]),
      ...(isKeyKnown ? [text('verifyKeyGiven')] : []),
      ...describeWitness(result, text, formatTime),
    ],
    limits: [text('verifyReceiptLimits'), ...(isKeyKnown ? [] : [text('verifyKeyOwn')])],
    marks: [text('verifyKey', fingerprint)],
  };
}
