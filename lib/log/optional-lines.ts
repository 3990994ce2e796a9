import { concatBytes, parseBase64, utf8 } from './bytes.ts';
import { type LogValue, parseCanonical } from './canonical.ts';
import { parseDecimal } from './checkpoint.ts';
import {
  formatAlias,
  formatExcerpt,
  formatManifest,
  formatOmitted,
  parseObject,
  type Section,
} from './export-lines.ts';
import { HASH_SIZE, type Hash } from './hash.ts';
import { commitmentOf } from './private-facts.ts';
import { nodesOf } from './tree.ts';

/** Reading the lines that an export may have or not. Each is taken only exactly as Candor writes it. */

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** Facts that lie beside their entry. */
export interface ExportedPrivate {
  /** Entry that commits to them. */
  readonly index: number;
  readonly facts: { readonly [name: string]: LogValue };
  readonly commitment: string;
}

const PRIVATE_LINE =
  /^\{"private":\{"facts":(\{.*\}),"index":(\d{1,16}),"salt":"([A-Za-z0-9+/]{43}=)"\}\}$/su;

/** Only for a line exactly as `formatPrivate` writes it. */
export function parsePrivate(line: string): ExportedPrivate | undefined {
  const [, text = '', index = '', base64 = ''] = PRIVATE_LINE.exec(line) ?? [];
  const facts = text === '' ? undefined : parseCanonical(text);
  const salt = parseBase64(base64);
  const isDecimal = parseDecimal(index) !== undefined;
  return facts && salt && isDecimal
    ? { index: Number(index), facts, commitment: commitmentOf(concatBytes(salt, utf8(text))) }
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
