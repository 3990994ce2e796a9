import type { SourceDefinition } from '../model/source.ts';
import { matchesPath } from '../sites/match-path.ts';
import { SOURCES } from './index.ts';

/** Does any of these elements stand in the page? */
export type HasMarks = (selectors: readonly string[]) => boolean;

/** The definition that names this host, on whatever path. */
export const findSourceOfHost = (url: URL): SourceDefinition | undefined =>
  SOURCES.find(({ hosts }) => hosts.includes(url.hostname));

/** Is the whole page at this address the tool, and not only a part of it that marks tell? */
export const isWholePage = (source: SourceDefinition, url: URL): boolean =>
  source.paths?.some((pattern) => matchesPath(url.pathname, pattern)) ?? true;

/**
 * The AI tool at an address. Who cannot see the page leaves `hasMarks` out: then a host of which only some paths are
 * the tool counts with all of them if the tool can also stand in a part of any page (Grok in X), and software that
 * people host themselves is not found.
 */
export const findSource = (url: URL, hasMarks?: HasMarks): SourceDefinition | undefined => {
  const named = findSourceOfHost(url);
  if (named) {
    const isThere =
      isWholePage(named, url) || (named.marks.length > 0 && (hasMarks ? hasMarks(named.marks) : true));
    return isThere ? named : undefined;
  }
  return hasMarks && SOURCES.find(({ hosts, marks }) => hosts.length === 0 && hasMarks(marks));
};
