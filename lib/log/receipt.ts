import { isBase64Of, readUtf8, toBase64, utf8 } from './bytes.ts';
import { type LogValue, parseCanonical } from './canonical.ts';
import { checkCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { type EntryLine, hasCommitment, parseEntryLine } from './entry-line.ts';
import {
  CONTENT_START,
  FORMAT_VERSION,
  formatContent,
  formatHeader,
  HEADER_START,
  PRIVATE_START,
  parseContent,
  parseHeader,
} from './export-lines.ts';
import { contentDigest, type Hash, leafHash, plainHash } from './hash.ts';
import { parsePrivate } from './optional-lines.ts';
import { formatProofFile, type ProofFile, parseProofFile } from './proof-file.ts';
import { isIncluded } from './tree.ts';
import type { VerifyCode } from './verification.ts';
import { fingerprintOf, formatVerifierKey, isSameKey, type VerifierKey } from './verifier-key.ts';
import { findWitness, type VerifyOptions } from './verify.ts';

/** One entry with what lies beside it, as lines of an export. */
export interface ReceiptLines {
  /** First line of an export: whose log it is. */
  readonly header: string;
  readonly entry: string;
  /** Opens what the entry only commits to: name, addresses, reason. May be left out. */
  readonly private?: string | undefined;
  /** Texts of the entry; may be left out. */
  readonly contents: readonly string[];
}

/** A text that the entry commits to. */
interface ReceiptText {
  /** `draft`, `final`, `label`, `sent`. */
  readonly what: string;
  readonly text: string;
}

/**
 * - `no-key`: neither the file nor the reader says which key the log has: nothing could be checked.
 * - `not-included`: the proof does not lead from the entry to the signed root.
 */
export type ReceiptCode =
  | Extract<
      VerifyCode,
      | 'unparsable'
      | 'newer-format'
      | 'foreign-key'
      | 'bad-signature'
      | 'bad-known-checkpoint'
      | 'not-witnessed'
      | 'private-mismatch'
      | 'content-mismatch'
    >
  | 'no-key'
  | 'not-included';

export interface ReceiptSuccess {
  readonly ok: true;
  /** As it stands in the log. */
  readonly entry: Readonly<Record<string, LogValue>>;
  /** What it only commits to, where the receipt opens that: name, addresses, reason. */
  readonly facts: Readonly<Record<string, LogValue>>;
  readonly index: number;
  /** Entries in the log when the receipt was made. */
  readonly size: number;
  readonly fingerprint: string;
  /** Whether the reader gave the key, or a checkpoint signed with it: otherwise the file alone says whose it is. */
  readonly isKeyKnown: boolean;
  /** When the known witness signed, milliseconds since 1970. */
  readonly witnessed?: number;
  readonly texts: readonly ReceiptText[];
}

/** What a receipt proved, or why it did not. `index`: the entry it speaks of, where that much can be read. */
export type ReceiptResult =
  | ReceiptSuccess
  | { readonly ok: false; readonly code: ReceiptCode; readonly index?: number };

/** The receipt of one entry: a C2SP tlog-proof with the lines in its extra data, which the format leaves to us. */
export const formatReceipt = (
  { header, entry, private: opened, contents }: ReceiptLines,
  index: number,
  proof: readonly Hash[],
  checkpoint: string,
): string => {
  const lines = [header, entry, ...(opened === undefined ? [] : [opened]), ...contents];
  return formatProofFile(utf8(lines.join('\n')), index, proof, checkpoint);
};

interface Parts {
  /** Missing in receipts that are only the entry. */
  readonly key: VerifierKey | undefined;
  readonly line: string;
  readonly entry: Readonly<Record<string, LogValue>>;
  readonly facts: Readonly<Record<string, LogValue>>;
  readonly texts: readonly ReceiptText[];
}

/** Only lines exactly as we write them: nothing in a receipt may change without being noticed. */
function readParts({ extra, index }: ProofFile): Parts | ReceiptCode {
  let lines: string[];
  try {
    lines = readUtf8(extra).split('\n');
  } catch {
    return 'unparsable';
  }
  const key = lines[0]?.startsWith(HEADER_START) ? readKey(lines.shift() ?? '') : undefined;
  if (typeof key === 'string') return key;
  const [line = '', ...contents] = lines;
  const opened = contents[0]?.startsWith(PRIVATE_START) ? contents.shift() : undefined;
  const read = parseEntryLine(utf8(line));
  const entry = parseCanonical(line);
  if (read === 'newer') return 'newer-format';
  if (read?.index !== index || !entry) return 'unparsable';
  const facts = opened === undefined ? {} : readPrivate(opened, read);
  if (typeof facts === 'string') return facts;
  const texts = contents.map((each) => readText(each, read));
  const failure = texts.find((each) => typeof each === 'string');
  return failure ?? { key, line, entry, facts, texts: texts.filter((each) => typeof each !== 'string') };
}

function readKey(line: string): VerifierKey | ReceiptCode {
  const header = parseHeader(line);
  if (!header) return 'unparsable';
  if (header.version !== FORMAT_VERSION) return 'newer-format';
  return formatHeader(formatVerifierKey(header.key)) === line ? header.key : 'unparsable';
}

function readPrivate(line: string, entry: EntryLine): Parts['facts'] | ReceiptCode {
  const opened = parsePrivate(utf8(line));
  if (!opened) return 'unparsable';
  const { index, facts, opening } = opened;
  const isOpened = index === entry.index && entry.private && isBase64Of(entry.private, plainHash(opening));
  return isOpened ? (JSON.parse(readUtf8(facts)) as Parts['facts']) : 'private-mismatch';
}

function readText(line: string, entry: EntryLine): ReceiptText | ReceiptCode {
  const content = line.startsWith(CONTENT_START) ? parseContent(line) : undefined;
  if (!content) return 'unparsable';
  const { index, what, salt, text } = content;
  if (formatContent(index, what, toBase64(salt), text) !== line) return 'unparsable';
  const digest = toBase64(contentDigest(salt, text));
  return index === entry.index && hasCommitment(entry, what, digest) ? { what, text } : 'content-mismatch';
}

/** Checks a receipt by itself: signature, path, that the entry inside is the one, and that the texts are its own. */
export async function verifyReceipt(text: string, options: VerifyOptions): Promise<ReceiptResult> {
  const { verifySignature, knownKey, knownCheckpoint } = options;
  const file = parseProofFile(text);
  if (!file) return { ok: false, code: 'unparsable' };
  const { index, proof, checkpoint } = file;
  const failed = (code: ReceiptCode): ReceiptResult => ({ ok: false, code, index });
  const parts = readParts(file);
  if (typeof parts === 'string') return failed(parts);
  const key = knownKey ?? parts.key;
  if (!key) return failed('no-key');
  if (parts.key && !isSameKey(parts.key, key)) return failed('foreign-key');
  const known = knownCheckpoint === undefined ? undefined : parseCheckpoint(knownCheckpoint);
  if (knownCheckpoint !== undefined) {
    const trust = known ? await checkCheckpoint(known, key, verifySignature) : 'bad-signature';
    if (trust !== 'verified') return failed(trust === 'foreign-key' ? trust : 'bad-known-checkpoint');
  }
  const trust = await checkCheckpoint(checkpoint, key, verifySignature);
  if (trust !== 'verified') return failed(trust);
  if (!isIncluded(leafHash(utf8(parts.line)), index, checkpoint.size, proof, checkpoint.root))
    return failed('not-included');
  const witnessed = await findWitness(known ?? checkpoint, options);
  if (witnessed === 'missing') return failed('not-witnessed');
  return {
    ok: true,
    entry: parts.entry,
    facts: parts.facts,
    index,
    size: checkpoint.size,
    fingerprint: fingerprintOf(key),
    isKeyKnown: knownKey !== undefined || knownCheckpoint !== undefined,
    texts: parts.texts,
    ...witnessed,
  };
}
