import { parseBase64 } from './bytes.ts';
import { parseVerifierKey, type VerifierKey } from './verifier-key.ts';

/**
 * The export format: one JSON value a line, see README.md. Entries are the canonical bytes themselves, so they carry
 * no wrapper; the other three kinds are told by how they begin, which no entry can.
 */
export const FORMAT_VERSION = 1;

export const HEADER_START = '{"candor":';
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

export const formatCheckpointLine = (checkpoint: string): string => JSON.stringify({ checkpoint });

function parseObject(line: string): Record<string, unknown> | undefined {
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
