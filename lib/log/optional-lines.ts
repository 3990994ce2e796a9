import { type Bytes, concatBytes, decodeBase64, parseBase64, readUtf8, startsWith, utf8 } from './bytes.ts';
import { scanCanonical } from './canonical-scan.ts';
import { parseDecimal } from './checkpoint.ts';
import {
  FACTS_START,
  formatAlias,
  formatExcerpt,
  formatManifest,
  formatOmitted,
  parseObject,
  type Section,
} from './export-lines.ts';
import { HASH_SIZE, type Hash } from './hash.ts';
import { type Opening, SALT_SIZE } from './private-facts.ts';
import { nodesOf } from './tree.ts';

/** Reading the lines that an export may have or not. Each is taken only exactly as Candor writes it. */

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** Facts that lie beside their entry. */
export interface ExportedPrivate {
  /** Entry that commits to them. */
  readonly index: number;
  /** Canonical bytes. */
  readonly facts: Bytes;
  readonly opening: Opening;
}

const FACTS = utf8(FACTS_START);
const INDEX = utf8(',"index":');
const SALT = utf8(',"salt":"');
const PRIVATE_END = utf8('"}}');
const SALT_TEXT = 44;
const NINE = 0x39;
const ZERO = 0x30;

/** Only for a line exactly as it is written by Candor. */
export function parsePrivate(line: Bytes): ExportedPrivate | undefined {
  const saltEnd = line.length - PRIVATE_END.length;
  const saltStart = saltEnd - SALT_TEXT;
  const indexEnd = saltStart - SALT.length;
  let indexStart = indexEnd;
  for (let code = line[indexStart - 1] ?? 0; code >= ZERO && code <= NINE; code = line[indexStart - 1] ?? 0)
    indexStart -= 1;
  const factsEnd = indexStart - INDEX.length;
  const isWhole =
    factsEnd > FACTS.length &&
    startsWith(line, FACTS) &&
    startsWith(line.subarray(factsEnd), INDEX) &&
    startsWith(line.subarray(indexEnd), SALT) &&
    startsWith(line.subarray(saltEnd), PRIVATE_END);
  if (!isWhole) return undefined;
  const salt = decodeBase64(line.subarray(saltStart, saltEnd));
  const index = parseDecimal(readUtf8(line.subarray(indexStart, indexEnd)));
  const facts = line.subarray(FACTS.length, factsEnd);
  return salt?.length === SALT_SIZE && index !== undefined && scanCanonical(facts)
    ? { index, facts, opening: concatBytes(salt, facts) }
    : undefined;
}

export interface ExportedAlias {
  readonly index: number;
  readonly name: string;
}

export function parseAlias(line: string): ExportedAlias | undefined {
  const { index, name } = (parseObject(line)?.alias ?? {}) as Record<string, unknown>;
  return typeof index === 'number' && typeof name === 'string' && formatAlias(index, name) === line
    ? { index, name }
    : undefined;
}

export interface ExportedExcerpt {
  readonly index: number;
  readonly what: string;
  readonly text: string;
}

export function parseExcerpt(line: string): ExportedExcerpt | undefined {
  const { index, what, text } = (parseObject(line)?.excerpt ?? {}) as Record<string, unknown>;
  return typeof index === 'number' &&
    typeof what === 'string' &&
    typeof text === 'string' &&
    formatExcerpt(index, what, text) === line
    ? { index, what, text }
    : undefined;
}

/** The subtrees that stand for the entries left out, each with how many it covers. */
export interface OmittedSubtrees {
  readonly from: number;
  readonly subtrees: readonly { readonly width: number; readonly root: Hash }[];
}

export function parseOmitted(line: string): OmittedSubtrees | undefined {
  const { from, count, hashes } = (parseObject(line)?.omitted ?? {}) as Record<string, unknown>;
  if (!isCount(from) || !isCount(count) || count === 0 || !isCount(from + count) || !Array.isArray(hashes))
    return undefined;
  const nodes = nodesOf({ from, to: from + count });
  const roots = hashes.map((hash) => (typeof hash === 'string' ? parseBase64(hash) : undefined));
  if (nodes.length !== roots.length || formatOmitted({ from, count, hashes }) !== line) return undefined;
  const subtrees: { width: number; root: Hash }[] = [];
  for (const [at, { level }] of nodes.entries()) {
    const root = roots[at];
    if (root?.length !== HASH_SIZE) return undefined;
    subtrees.push({ width: 2 ** level, root });
  }
  return { from, subtrees };
}

export function parseManifest(line: string): readonly Section[] | undefined {
  const { sections } = (parseObject(line)?.manifest ?? {}) as Record<string, unknown>;
  if (!Array.isArray(sections)) return undefined;
  const isWhole = sections.every(
    (section: Partial<Section> | null) => isCount(section?.lines) && typeof section?.sha256 === 'string',
  );
  return isWhole && formatManifest(sections as Section[]) === line ? (sections as Section[]) : undefined;
}
