import type { Certificate } from './certificate.ts';
import { checkCheckpoint } from './checkpoint.ts';
import { parseStampFile } from './stamp-file.ts';
import type { StampCode, StampSuccess } from './time-stamp.ts';
import type { VerifierKey, VerifySignature } from './verifier-key.ts';

/**
 * What can be wrong with a saved time stamp.
 *
 * - `no-stamp`: no file as README.md describes it.
 * - `other-log`: the checkpoint in it is not signed with the key that the reader gave.
 */
export type StampFileCode = StampCode | 'no-stamp' | 'other-log';

export type StampFileResult =
  | (Omit<StampSuccess, 'answer'> & {
      /** Name of the log and number of entries, as the checkpoint says them. */
      readonly origin: string;
      readonly size: number;
    })
  | { readonly ok: false; readonly code: StampFileCode };

export interface StampFileOptions {
  readonly verifySignature: VerifySignature;
  readonly knownKey?: VerifierKey;
  /** Certificate of the authority, or of one above it. */
  readonly knownAuthority?: Certificate;
  /** Missing where the browser has none; then nothing can be checked. */
  readonly subtle?: SubtleCrypto | undefined;
}

/** Checks the text of a saved time stamp by itself. */
export async function checkStampFile(
  text: string,
  { verifySignature, knownKey, knownAuthority, subtle }: StampFileOptions,
): Promise<StampFileResult> {
  const fail = (code: StampFileCode): StampFileResult => ({ ok: false, code });
  const file = parseStampFile(text);
  if (!file) return fail('no-stamp');
  if (!subtle) throw new DOMException('no WebCrypto', 'NotSupportedError');
  const { answer, checkpoint, digest } = file;
  if (knownKey && (await checkCheckpoint(checkpoint, knownKey, verifySignature)) !== 'verified')
    return fail('other-log');
  // Pages that check no time stamp need no reader of certificates.
  const { checkTimeStamp } = await import('./time-stamp.ts');
  const stamp = await checkTimeStamp(answer, {
    digest,
    subtle,
    ...(knownAuthority && { authority: knownAuthority }),
  });
  if (!stamp.ok) return stamp;
  const { answer: written, ...said } = stamp;
  // Saved in its one form: a bit that was changed where nobody signed shows too.
  if (written.length !== answer.length || written.some((byte, at) => byte !== answer[at]))
    return fail('bad-signature');
  return { ...said, origin: checkpoint.origin, size: checkpoint.size };
}
