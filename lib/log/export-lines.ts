import { parseBase64, toBase64 } from './bytes.ts';
import { factsTextOf, type Opening, saltOf } from './private-facts.ts';
import { parseVerifierKey, type VerifierKey } from './verifier-key.ts';

/**
 * The export format: one JSON value a line, see README.md. Entries are the canonical bytes themselves, so they carry
 * no wrapper; the other kinds are told by how they begin: no entry has members of these names.
 */
export const FORMAT_VERSION = 1;

export const HEADER_START = '{"candor":';
export const PRIVATE_START = '{"private":';
export const ALIAS_START = '{"alias":';
export const OMITTED_START = '{"omitted":';
export const EXCERPT_START = '{"excerpt":';
export const MANIFEST_START = '{"manifest":';
export const CONTENT_START = '{"content":';
export const CHECKPOINT_START = '{"checkpoint":';

/** First line. Its key is what the file claims; only its holder or an earlier checkpoint can confirm it. */
export interface ExportHeader {
  readonly version: number;
  readonly key: VerifierKey;
}

/** A text that lies beside its entry. */
export interface ExportedContent {
  /** Entry that commits to it. */
  readonly index: number;
  readonly what: string;
  readonly salt: Uint8Array;
  readonly text: string;
}

export const formatHeader = (key: string): string =>
  JSON.stringify({ candor: 'log', format: FORMAT_VERSION, key });

export const formatContent = (index: number, what: string, salt: string, text: string): string =>
  JSON.stringify({ content: { index, salt, text, what } });

export const FACTS_START = `${PRIVATE_START}{"facts":`;
/** What follows the facts in a private line. */
export const privateEnd = (index: number, salt: Uint8Array): string =>
  `,"index":${index},"salt":"${toBase64(salt)}"}}`;

/** Opens what the entry before only commits to. Its facts are the committed bytes themselves. */
export const formatPrivate = (index: number, opening: Opening): string =>
  `${FACTS_START}${factsTextOf(opening)}${privateEnd(index, saltOf(opening))}`;

/** A name that stands for a person in this export. Proves nothing. */
export const formatAlias = (index: number, name: string): string =>
  JSON.stringify({ alias: { index, name } });

/** The beginning of a text. Proves nothing: the commitment opens only for the whole. */
export const formatExcerpt = (index: number, what: string, text: string): string =>
  JSON.stringify({ excerpt: { index, text, what } });

/** Entries that are left out: enough to compute the root over them. */
export interface Omitted {
  readonly from: number;
  readonly count: number;
  /** Base64 roots of the largest complete subtrees that cover them, in order. */
  readonly hashes: readonly string[];
}

export const formatOmitted = ({ from, count, hashes }: Omitted): string =>
  JSON.stringify({ omitted: { count, from, hashes } });

/** A part of the file, for finding damage. */
export interface Section {
  readonly lines: number;
  /** Hexadecimal, over the bytes of the lines and their line ends. */
  readonly sha256: string;
}

export const formatManifest = (sections: readonly Section[]): string =>
  JSON.stringify({ manifest: { sections: sections.map(({ lines, sha256 }) => ({ lines, sha256 })) } });

export const formatCheckpointLine = (checkpoint: string): string => JSON.stringify({ checkpoint });

/** The object in a line, canonical or not. */
export function parseObject(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

export function parseHeader(line: string): ExportHeader | undefined {
  const header = parseObject(line);
  if (header?.candor !== 'log' || typeof header.format !== 'number' || typeof header.key !== 'string')
    return undefined;
  const key = parseVerifierKey(header.key);
  return key && { version: header.format, key };
}

export function parseContent(line: string): ExportedContent | undefined {
  const content = parseObject(line)?.content as Record<string, unknown> | null | undefined;
  if (typeof content !== 'object' || content === null) return undefined;
  const { index, what, salt, text } = content;
  if (
    typeof index !== 'number' ||
    typeof what !== 'string' ||
    typeof salt !== 'string' ||
    typeof text !== 'string'
  ) {
    return undefined;
  }
  const bytes = parseBase64(salt);
  return bytes && { index, what, salt: bytes, text };
}

/** The checkpoint text inside the last line. */
export function parseCheckpointLine(line: string): string | undefined {
  const checkpoint = parseObject(line)?.checkpoint;
  return typeof checkpoint === 'string' ? checkpoint : undefined;
}
