import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Text } from '#lib/i18n/text.ts';
import { HEADER_START, parseCheckpointLine } from '#lib/log/export-lines.ts';
import { verifyReceipt } from '#lib/log/proof-file.ts';
import { describeReceipt, describeVerification } from '#lib/log/verification-text.ts';
import { parseVerifierKey } from '#lib/log/verifier-key.ts';
import { verifyExport } from '#lib/log/verify.ts';
import { createVerifySignature } from '#lib/log/web-crypto.ts';
import { readCatalogueText } from './catalogue-text.ts';
import { readLines } from './file-lines.ts';

/** 0: intact. 1: not intact. 2: could not be checked. */
type ExitCode = 0 | 1 | 2;

interface Request {
  readonly file: string;
  readonly checkpoint: string | undefined;
  readonly key: string | undefined;
}

const formatTime = (time: number): string => {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? String(time) : date.toISOString();
};

function parseRequest(args: readonly string[]): Request | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { checkpoint: { type: 'string' }, key: { type: 'string' } },
    });
    const [file, ...more] = positionals;
    return file === undefined || more.length > 0
      ? undefined
      : { file, checkpoint: values.checkpoint, key: values.key };
  } catch {
    return undefined;
  }
}

/** The checkpoint in a file: the file itself, or the last line of an earlier export. */
async function readCheckpoint(path: string): Promise<string> {
  let first: string | undefined;
  let last = '';
  for await (const line of readLines(path)) {
    first ??= line;
    last = line;
  }
  return first?.startsWith(HEADER_START) ? (parseCheckpointLine(last) ?? '') : readFile(path, 'utf8');
}

async function check(
  { file, checkpoint, key }: Request,
  text: Text,
): Promise<{ ok: boolean; sentences: string[] }> {
  const verifySignature = createVerifySignature(globalThis.crypto.subtle);
  const verifierKey = key === undefined ? undefined : parseVerifierKey(key);
  if (verifierKey) {
    const result = await verifyReceipt(await readFile(file, 'utf8'), verifierKey, verifySignature);
    return { ok: result.ok, sentences: describeReceipt(result, text) };
  }
  const knownCheckpoint = checkpoint === undefined ? undefined : await readCheckpoint(checkpoint);
  const verification = await verifyExport(readLines(file), {
    verifySignature,
    ...(knownCheckpoint !== undefined && { knownCheckpoint }),
  });
  return { ok: verification.ok, sentences: describeVerification(verification, text, formatTime) };
}

/** `npm run verify -- FILE [--checkpoint EARLIER]`, or a receipt with `--key`. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  const text = await readCatalogueText();
  const request = parseRequest(args);
  if (!request) {
    console.error(text('verifyUsage'));
    return 2;
  }
  if (request.key !== undefined && !parseVerifierKey(request.key)) {
    console.error(text('verifyNoKey'));
    return 2;
  }
  try {
    const { ok, sentences } = await check(request, text);
    console.log(sentences.join('\n'));
    return ok ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    console.error(text('verifyUnreadable', request.file, error.message));
    return 2;
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
