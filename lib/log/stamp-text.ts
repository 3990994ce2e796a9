import type { MessageKey, Text } from '#lib/i18n/text.ts';
import type { StampFileCode, StampFileResult } from './check-stamp.ts';
import type { Description, FormatTime } from './verification-text.ts';

const SENTENCES: Record<StampFileCode, MessageKey> = {
  unreadable: 'stamp_unreadable',
  'not-granted': 'stamp_not_granted',
  'other-imprint': 'stamp_other_imprint',
  'other-nonce': 'stamp_other_nonce',
  'no-certificate': 'stamp_no_certificate',
  'not-for-stamps': 'stamp_not_for_stamps',
  'bad-signature': 'stamp_bad_signature',
  'out-of-date': 'stamp_out_of_date',
  unsupported: 'stamp_unsupported',
  'other-authority': 'stamp_other_authority',
  'no-stamp': 'stamp_no_stamp',
  'other-log': 'stamp_other_log',
};

/** A saved time stamp by itself, in sentences. */
export function describeStamp(result: StampFileResult, text: Text, formatTime: FormatTime): Description {
  if (!result.ok)
    return {
      verdict: result.code === 'unsupported' ? 'unchecked' : 'broken',
      answer: text(SENTENCES[result.code]),
      details: [],
      limits: [],
      marks: [],
    };
  const { size, origin, time, authority, fingerprint, isAuthorityKnown } = result;
  return {
    verdict: 'intact',
    answer: text('verifyStampOk', size, origin, formatTime(time), authority),
    details: isAuthorityKnown ? [text('verifyStampKnown')] : [],
    limits: [text('verifyStampAlone'), ...(isAuthorityKnown ? [] : [text('verifyStampTrust')])],
    marks: [`${text('verifyStampMark')} ${fingerprint}`],
  };
}

/** What the stamp of the earlier checkpoint adds to a file that holds; where the stamp does not, nothing else counts. */
export function addStamp(
  description: Description,
  stamp: StampFileResult | undefined,
  text: Text,
  formatTime: FormatTime,
): Description {
  if (!stamp || description.verdict !== 'intact') return description;
  const alone = describeStamp(stamp, text, formatTime);
  if (!stamp.ok) return alone;
  const { details, limits, marks } = description;
  return {
    ...description,
    details: [...details, text('verifyStamped', formatTime(stamp.time), stamp.authority), ...alone.details],
    limits: [...limits, ...alone.limits.slice(1)],
    marks: [...marks, ...alone.marks],
  };
}
