import { ROLE_ORDER } from '#components/roles.ts';
import type { FileAnswer, ReceiptFacts, VerifierPorts } from '#components/verifier/contract.ts';
import type { Locale } from '../i18n/locale.ts';
import { checkFile, type Kept, readKept, recogniseFile } from '../log/check-file.ts';
import type { ReceiptSuccess } from '../log/receipt.ts';
import { describeReport } from '../log/verification-text.ts';
import type { VerifySignature } from '../log/verifier-key.ts';
import { createDigest, createVerifySignature } from '../log/web-crypto.ts';
import { asSource } from './file-source.ts';

const isUnsupported = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'NotSupportedError';

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What people ask about. An entry may hold anything: the log that wrote it may be of another version, or nobody's. */
function factsOf({ entry, facts, texts }: ReceiptSuccess): ReceiptFacts {
  const identity = typeof facts.identity === 'object' && !Array.isArray(facts.identity) ? facts.identity : {};
  const name = [textOf(identity.name), textOf(identity.organisation)].filter(Boolean).join(', ');
  const role = ROLE_ORDER.find((each) => each === entry.role);
  const stated = { event: textOf(entry.event), site: textOf(entry.site), permalink: textOf(facts.permalink) };
  return {
    ...Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)),
    ...(role && { role }),
    ...(name !== '' && { name }),
    texts: [...new Set(texts.map(({ text }) => text))],
  };
}

/** What is nothing that can be kept is a checkpoint that cannot be trusted, and the answer says so. */
const takeKept = async (file: File): Promise<Kept> =>
  (await readKept(asSource(file))) ?? { knownCheckpoint: '' };

/** Each checkpoint with each key: a file has to hold against all that was kept. One pass where nothing was kept. */
function combine(kept: readonly Kept[]): Kept[] {
  // A time stamp comes with the checkpoint that it is for.
  const parts = (['knownCheckpoint', 'knownKey', 'knownWitness'] as const).map((part) =>
    kept.filter((each) => each[part] !== undefined),
  );
  return parts.reduce<Kept[]>(
    (whole, some) =>
      some.length === 0 ? whole : whole.flatMap((each) => some.map((more) => ({ ...each, ...more }))),
    [{}],
  );
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
  const digest = subtle && createDigest(subtle);
  const uncheckable: FileAnswer = {
    verdict: 'unchecked',
    answer: text('verifierNoSignature'),
    details: [],
    limits: [],
    marks: [],
  };
  return {
    async useOf(file) {
      const kind = await recogniseFile(asSource(file));
      if (kind === 'stamp') return 'both';
      return kind === 'checkpoint' || kind === 'key' ? 'kept' : 'checked';
    },
    async check(file, kept, onProgress) {
      try {
        let answer: FileAnswer | undefined;
        for (const known of combine(await Promise.all(kept.map(takeKept)))) {
          const report = await checkFile(
            asSource(file),
            { ...known, verifySignature, digest, subtle },
            onProgress,
          );
          if (!report) return undefined;
          answer = describeReport(report, text, formatTime);
          if (answer.verdict !== 'intact') return answer;
          if (report.kind === 'receipt' && report.result.ok)
            answer = { ...answer, facts: factsOf(report.result) };
        }
        return answer;
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
