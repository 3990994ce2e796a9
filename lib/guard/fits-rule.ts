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
