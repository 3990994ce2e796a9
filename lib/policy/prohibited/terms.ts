import { foldClusters } from '../../label/folded-text.ts';

/** A range of a text, UTF-16 offsets, end exclusive. */
export interface TextMatch {
  start: number;
  end: number;
}

/** Terms as a tree of tokens: the way from the root to an `isEnd` node spells a term. */
export interface TermTree {
  next: Map<string, TermTree>;
  isEnd: boolean;
}

interface Token extends TextMatch {
  text: string;
}

/** Scripts that write without spaces, or glue endings on: there each character is a word of its own. */
const SPACELESS =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]';
const tokens = () =>
  new RegExp(`${SPACELESS}|(?:(?!${SPACELESS})[\\p{L}\\p{N}\\p{M}])+|[^\\s\\p{L}\\p{N}\\p{M}]`, 'gu');

/** By way of upper case, which knows that "ß" is "SS". Accents go where they are accents, not letters of their own. */
const foldCluster = (cluster: string): string => {
  if (/^[\0-\x7F]$/u.test(cluster)) return cluster.toLowerCase();
  const plain = cluster.normalize('NFKD');
  const base = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(plain)
    ? plain.replace(/\p{M}/gu, '')
    : cluster.normalize('NFKC');
  return base.toLowerCase().toUpperCase().toLowerCase();
};

const readTokens = (text: string): Token[] => {
  const folded = foldClusters(text, foldCluster);
  return [...folded.text.matchAll(tokens())].map((match) => ({
    text: match[0],
    start: folded.starts[match.index] ?? 0,
    end: folded.ends[match.index + match[0].length - 1] ?? 0,
  }));
};

const createNode = (): TermTree => ({ next: new Map(), isEnd: false });

let last: { terms: string; tree: TermTree } | undefined;

/** The tree of a policy's terms; kept until another policy's are asked for, since every pause in typing asks. */
export const readTermTree = (terms: readonly string[]): TermTree => {
  const key = terms.join('\n');
  if (last?.terms !== key) last = { terms: key, tree: buildTermTree(terms) };
  return last.tree;
};

export const buildTermTree = (terms: readonly string[]): TermTree => {
  const root = createNode();
  for (const term of terms) {
    let node = root;
    for (const { text } of readTokens(term)) {
      const child = node.next.get(text) ?? createNode();
      node.next.set(text, child);
      node = child;
    }
    if (node !== root) node.isEnd = true;
  }
  return root;
};

/**
 * Where the terms stand, the longest at each place. Each place walks the tree at most as deep as the longest term,
 * however many terms there are; `steps` counts those walks' steps.
 */
export const findTerms = (text: string, tree: TermTree): { matches: TextMatch[]; steps: number } => {
  const matches: TextMatch[] = [];
  let steps = 0;
  if (tree.next.size === 0) return { matches, steps };
  const read = readTokens(text);
  for (let from = 0; from < read.length; ) {
    let node: TermTree | undefined = tree;
    let end = -1;
    for (let at = from; node && at < read.length; at += 1) {
      steps += 1;
      node = node.next.get(read[at]?.text ?? '');
      if (node?.isEnd) end = at;
    }
    const first = read[from];
    const last = read[end];
    if (first && last) matches.push({ start: first.start, end: last.end });
    from = Math.max(from + 1, end + 1);
  }
  return { matches, steps };
};
