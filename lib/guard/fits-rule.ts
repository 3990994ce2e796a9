import type { GuardRule } from './protocol.ts';

/**
 * These run in the page's own world, after which the page may have changed every prototype. They therefore call no
 * method but those given to them, and read characters by index.
 */

/** Does the path fit the pattern? `*` stands for any characters but `/`. */
export const fitsPath = (path: string, pattern: string): boolean => {
  let at = 0;
  let wanted = 0;
  let star = -1;
  let retry = 0;
  while (at < path.length) {
    if (pattern[wanted] === '*') {
      star = wanted;
      wanted += 1;
      retry = at;
    } else if (wanted < pattern.length && pattern[wanted] === path[at]) {
      at += 1;
      wanted += 1;
    } else if (star >= 0 && path[retry] !== '/') {
      // The last star takes one more.
      retry += 1;
      at = retry;
      wanted = star + 1;
    } else {
      return false;
    }
  }
  while (pattern[wanted] === '*') wanted += 1;
  return wanted === pattern.length;
};

/** The longest piece without a star: every path that fits the pattern has it. */
export const pieceOf = (pattern: string): string => {
  let longest = '';
  let piece = '';
  for (let at = 0; at < pattern.length; at += 1) {
    piece = pattern[at] === '*' ? '' : piece + pattern[at];
    if (piece.length > longest.length) longest = piece;
  }
  return longest;
};

/**
 * Does the path of this address stand in it as it will be asked for? Not where it depends on the page's own path, or
 * where the browser is going to resolve, decode or leave out something of it.
 */
export const isPlain = (address: string): boolean => {
  let isWhole = address[0] === '/';
  for (let at = 0; at < address.length; at += 1) {
    const character = address[at] as string;
    if (character === '?' || character === '#') return isWhole;
    if (character <= ' ' || character === '%' || character === '\\') return false;
    if (character === '/' && address[at + 1] === '.') return false;
    if (isWhole) continue;
    if (character === ':') {
      // `https:path` is relative to a page of the same scheme.
      if (at === 0 || (address[at + 1] !== '/' && (address[0] === 'h' || address[0] === 'H'))) return false;
      isWhole = true;
    } else if (!(character >= 'a' && character <= 'z') && !(character >= 'A' && character <= 'Z')) {
      return false;
    }
  }
  return isWhole;
};

/** Is `part` in `text`? */
export type Includes = (text: string, part: string) => boolean;

/** Does a body, or the query, say what the rule asks for? */
export const fitsBody = (rule: GuardRule, query: string, body: string, includes: Includes): boolean => {
  const { bodyHas = [], bodyLacks = [] } = rule;
  for (let index = 0; index < bodyHas.length; index += 1) {
    const part = bodyHas[index] ?? '';
    if (!includes(body, part) && !includes(query, part)) return false;
  }
  for (let index = 0; index < bodyLacks.length; index += 1) {
    const part = bodyLacks[index] ?? '';
    if (includes(body, part) || includes(query, part)) return false;
  }
  return true;
};
