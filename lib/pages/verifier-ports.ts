import { ROLE_ORDER } from '#components/roles.ts';
import type { FileAnswer, ReceiptFacts, VerifierPorts } from '#components/verifier/contract.ts';
import type { Locale } from '../i18n/locale.ts';
import { checkFile, type Kept, readKept, recogniseFile } from '../log/check-file.ts';
import type { ReceiptSuccess } from '../log/receipt.ts';
import { describeReport } from '../log/verification-text.ts';
import type { VerifySignature } from '../log/verifier-key.ts';
import { createVerifySignature } from '../log/web-crypto.ts';
import { asSource } from './file-source.ts';

const isUnsupported = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'NotSupportedError';

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What people ask about. An entry may hold anything: the log that wrote it may be of another version, or nobody's. */
function factsOf({ entry, texts }: ReceiptSuccess): ReceiptFacts {
  const identity = typeof entry.identity === 'object' && !Array.isArray(entry.identity) ? entry.identity : {};
  const name = [textOf(identity.name), textOf(identity.organisation)].filter(Boolean).join(', ');
  const role = ROLE_ORDER.find((each) => each === entry.role);
  const stated = { event: textOf(entry.event), site: textOf(entry.site), permalink: textOf(entry.permalink) };
  return {
    ...Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)),
    ...(role && { role }),
    ...(name !== '' && { name }),
    texts: [...new Set(texts.map(({ text }) => text))],
  };
}

/** The verifier page, on files of the person. */
export const createVerifierPorts = (
  { text, language }: Locale,
  subtle: SubtleCrypto | undefined,
): VerifierPorts => {
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'medium' });
  const formatTime = (at: number): string => {
    const date = new Date(at);
    return Number.isNaN(date.getTime()) ? String(at) : time.format(date);
  };
  const verifySignature: VerifySignature = subtle
    ? createVerifySignature(subtle)
    : () => Promise.reject(new DOMException('no WebCrypto', 'NotSupportedError'));
  const uncheckable: FileAnswer = {
    verdict: 'unchecked',
    answer: text('verifierNoSignature'),
    details: [],
    limits: [],
    marks: [],
  };
  return {
    async isKept(file) {
      const kind = await recogniseFile(asSource(file));
      return kind === 'checkpoint' || kind === 'key';
    },
    async check(file, kept, onProgress) {
      const known: Kept = {};
      for (const each of kept) {
        // What is nothing that can be kept is a checkpoint that cannot be trusted, and the answer says so.
        Object.assign(known, (await readKept(asSource(each))) ?? { knownCheckpoint: '' });
      }
      try {
        const report = await checkFile(asSource(file), { ...known, verifySignature }, onProgress);
        if (!report) return undefined;
        const answer = describeReport(report, text, formatTime);
        return report.kind === 'receipt' && report.result.ok
          ? { ...answer, facts: factsOf(report.result) }
          : answer;
      } catch (error) {
        if (isUnsupported(error)) return uncheckable;
        throw error;
      }
    },
  };
};

/** Whether this browser can check the signatures of most logs: old ones have no Ed25519. */
export const canCheckSignatures = async (subtle: SubtleCrypto | undefined): Promise<boolean> => {
  try {
    await subtle?.importKey('raw', new Uint8Array(32), { name: 'Ed25519' }, false, ['verify']);
    return subtle !== undefined;
  } catch (error) {
    return !isUnsupported(error);
  }
};
