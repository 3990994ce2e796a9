#!/usr/bin/env node
import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Catalogue, catalogueText } from '#lib/i18n/catalogue-text.ts';
import type { Text } from '#lib/i18n/text.ts';
import { parseCertificate } from '#lib/log/certificate.ts';
import { checkFile, type FileReport, type Kept, parseKey, readKept } from '#lib/log/check-file.ts';
import { hashWith } from '#lib/log/hash.ts';
import { type Description, describeReport, type Verdict } from '#lib/log/verification-text.ts';
import { createDigest, createVerifySignature } from '#lib/log/web-crypto.ts';
import { withDiskFile } from './disk-file.ts';

/** 0: everything is intact. 1: something is not. 2: something could not be checked. */
type ExitCode = 0 | 1 | 2;

interface Request {
  readonly files: readonly string[];
  readonly checkpoint: string | undefined;
  /** Keys of the log and of a witness. */
  readonly keys: readonly string[];
  /** File with the certificate of a time stamping authority, or of one above it. */
  readonly authority: string | undefined;
  readonly json: boolean;
}

/** One file's answer. With `--json` the list of them is printed: `sentences` are English, `report` is for programs. */
interface Answer {
  readonly file: string;
  readonly verdict: Verdict;
  readonly sentences: readonly string[];
  /** Missing where the file could not be read. */
  readonly report?: FileReport;
}

const CATALOGUE = new URL('../../assets/public/_locales/en/messages.json', import.meta.url);

const readText = async (): Promise<Text> =>
  catalogueText(JSON.parse(await readFile(CATALOGUE, 'utf8')) as Catalogue);

const formatTime = (time: number): string => {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? String(time) : date.toISOString();
};

function parseRequest(args: readonly string[]): Request | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        checkpoint: { type: 'string' },
        key: { type: 'string', multiple: true },
        authority: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    const { checkpoint, key: keys = [], authority, json = false } = values;
    return positionals.length === 0 ? undefined : { files: positionals, checkpoint, keys, authority, json };
  } catch {
    return undefined;
  }
}

/** What went wrong with the operating system, in its words; everything else is a fault of ours. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return error.message;
  throw error;
}

const sentencesOf = ({ answer, details, limits, marks }: Description): string[] => [
  answer,
  ...details,
  ...limits,
  ...marks,
];

/** Keys, each as itself or in a file; nothing if one is none, or two are of one kind. */
async function findKeys(keys: readonly string[]): Promise<Kept | undefined> {
  const found: Kept = {};
  for (const key of keys) {
    const kept = parseKey(key) ?? (await withDiskFile(key, readKept).catch(() => undefined));
    if (!kept || kept.knownCheckpoint !== undefined) return undefined;
    if (Object.keys(kept).some((kind) => kind in found)) return undefined;
    Object.assign(found, kept);
  }
  return found;
}

/** A certificate is some kilobytes. */
const LONGEST_CERTIFICATE = 100_000;

/** Nothing where the file holds no certificate. */
async function readAuthority(path: string): Promise<Kept | undefined> {
  const bytes = await withDiskFile(path, (file) => file.read(0, LONGEST_CERTIFICATE));
  const knownAuthority = parseCertificate(bytes);
  return knownAuthority && { knownAuthority };
}

async function answerFor(file: string, kept: Kept, text: Text): Promise<Answer> {
  const { subtle } = globalThis.crypto;
  const means = { verifySignature: createVerifySignature(subtle), digest: createDigest(subtle), subtle };
  try {
    const report = await withDiskFile(file, (source) => checkFile(source, { ...kept, ...means }));
    if (!report) throw new Error('nobody stopped it');
    const description = describeReport(report, text, formatTime);
    return { file, verdict: description.verdict, sentences: sentencesOf(description), report };
  } catch (error) {
    return { file, verdict: 'unchecked', sentences: [text('verifyUnreadable', file, reasonOf(error))] };
  }
}

function print(answers: readonly Answer[], { json }: Request, text: Text): void {
  if (json) {
    console.log(JSON.stringify(answers, undefined, 2));
    return;
  }
  for (const { file, sentences } of answers) {
    if (answers.length > 1) console.log(text('verifyFile', file));
    console.log(sentences.join('\n'));
  }
}

function exitCodeOf(answers: readonly Answer[]): ExitCode {
  if (answers.some(({ verdict }) => verdict === 'broken')) return 1;
  return answers.some(({ verdict }) => verdict === 'unchecked') ? 2 : 0;
}

/** `candor-verify FILE... [--checkpoint EARLIER] [--key KEY]... [--authority CERT] [--json]`. */
async function main(args: readonly string[]): Promise<ExitCode> {
  const text = await readText();
  const request = parseRequest(args);
  const refuse = (reason: string): ExitCode => {
    console.error(reason);
    return 2;
  };
  if (!request) return refuse(text('verifyUsage'));
  const { checkpoint, keys, authority } = request;
  const withKeys = await findKeys(keys);
  if (!withKeys) return refuse(text('verifyNoKey'));
  let kept: Kept = withKeys;
  let reading = checkpoint ?? '';
  try {
    if (checkpoint !== undefined) {
      const { knownCheckpoint = '', knownStamp } = (await withDiskFile(checkpoint, readKept)) ?? {};
      kept = { ...kept, knownCheckpoint, ...(knownStamp !== undefined && { knownStamp }) };
    }
    if (authority !== undefined) {
      reading = authority;
      const withAuthority = await readAuthority(authority);
      if (!withAuthority) return refuse(text('verifyNoAuthority'));
      kept = { ...kept, ...withAuthority };
    }
  } catch (error) {
    return refuse(text('verifyUnreadable', reading, reasonOf(error)));
  }
  const answers: Answer[] = [];
  for (const file of request.files) answers.push(await answerFor(file, kept, text));
  print(answers, request, text);
  return exitCodeOf(answers);
}

// OpenSSL's: five times as fast as the one that comes with this code.
hashWith((bytes) => hash('sha256', bytes, 'buffer') as Buffer<ArrayBuffer>);
process.exitCode = await main(process.argv.slice(2));
