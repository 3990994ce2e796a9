import { matchEnding } from './top-level-domains.ts';

/** A link in a text, UTF-16 offsets. */
export interface Link {
  start: number;
  end: number;
}

/*
 * The grammar is that of X's link extraction (twitter-text 3.1, Apache-2.0), which Mastodon uses as well, written
 * as one forward scan: no step looks at a character more than a few times, whatever the text.
 */
const SPACES = '\\t-\\r \\u0085\\u00A0\\u1680\\u180E\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000';
const DIRECTION = '\\u202A-\\u202E\\u061C\\u200E\\u200F\\u2066-\\u2069';
const INVALID = '\\uFFFE\\uFEFF\\uFFFF';
const PUNCTUATION = "!'#%&()*+,\\\\/:;<=>?@\\[\\]\\^\\{\\|\\}~$";
const LATIN =
  '\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F\\u0253\\u0254\\u0256\\u0257\\u0259\\u025B\\u0263\\u0268\\u026F\\u0272' +
  '\\u0289\\u028B\\u02BB\\u0300-\\u036F\\u1E00-\\u1EFF';

/** A run of anything that may stand in a host, with the signs that join it. */
const hostRun = () => new RegExp(`[^${PUNCTUATION}${SPACES}${DIRECTION}${INVALID}]+`, 'gu');

const PATH = `[a-zA-Z\\u0400-\\u04FF0-9!*';:=+,.$/%#\\[\\]\\-\\u2013_~@|&${LATIN}]`;
const PATH_END = `[+\\-a-zA-Z\\u0400-\\u04FF0-9=_#/${LATIN}]`;
const BRACKETED = `\\((?:${PATH}+|${PATH}*\\(${PATH}+\\)${PATH}*)\\)`;
const QUERY = "[a-zA-Z0-9!?*'@();:&=+$/%#\\[\\]\\-_.,~|]";
const QUERY_END = '[a-zA-Z0-9\\-_&=#/]';

const portAndPath = () =>
  new RegExp(
    `(?::[0-9]+)?(/(?:${PATH}*(?:${BRACKETED}${PATH}*)*${PATH_END}|${BRACKETED}|@${PATH}+/)*)?(?:\\?${QUERY}*${QUERY_END})?`,
    'uy',
  );
const shortLink = () => new RegExp(`https?://t\\.co/([a-z0-9]+)(?:\\?${QUERY}*${QUERY_END})?`, 'iuy');
const asciiLabel = () => new RegExp(`[-a-zA-Z0-9${LATIN}]+\\.`, 'gu');
const isAsciiLabel = (label: string): boolean => new RegExp(`^[-a-zA-Z0-9${LATIN}]+$`, 'u').test(label);

const LONGEST_LINK = 4096;
const LONGEST_SHORT_LINK_NAME = 40;
const LONGEST_LABEL = 63;

const isHostLabel = (label: string, joiners: '-' | '-_'): boolean =>
  label !== '' && !/^[-_]|[-_]$/u.test(label) && (joiners === '-_' || !label.includes('_'));

/** DNS allows 63 characters a label, counted as they go over the wire. */
const hasShortLabels = (host: string): boolean => {
  if (/^[\0-\x7F]*$/u.test(host)) return host.split('.').every((label) => label.length <= LONGEST_LABEL);
  try {
    return new URL(`http://${host}`).hostname.split('.').every((label) => label.length <= LONGEST_LABEL);
  } catch {
    return host.split('.').every((label) => label.length <= LONGEST_LABEL);
  }
};

/** Length of the ending at the start of `label` if nothing that would make it a longer word follows. */
const matchWholeEnding = (label: string, next: string, unknown = false): number => {
  const length = matchEnding(label, unknown);
  if (/^xn--/iu.test(label)) return length;
  return length > 0 && !/[0-9a-zA-Z@+-]/u.test(label[length] ?? next) ? length : 0;
};

/** Length of the longest host at the start of `run`, 0 if there is none. `next` is the character after the run. */
const matchHost = (run: string, next: string, unknown: boolean): number => {
  const labels = run.split('.');
  let length = 0;
  let best = 0;
  for (const [index, label] of labels.entries()) {
    if (index > 0 && isHostLabel(labels[index - 1] ?? '', '-')) {
      const ending = matchWholeEnding(label, index === labels.length - 1 ? next : '.', unknown);
      if (ending > 0) best = length + ending;
    }
    if (!isHostLabel(label, '-_')) break;
    length += label.length + 1;
  }
  return best;
};

/** The ASCII hosts inside a host; a link without a protocol is one of these. `next` is the character after it. */
const findAsciiHosts = (host: string, next: string): Link[] => {
  const hosts: Link[] = [];
  const labels = asciiLabel();
  for (let match = labels.exec(host); match; match = labels.exec(host)) {
    let cursor = match.index + match[0].length;
    let end = 0;
    for (;;) {
      const dot = host.indexOf('.', cursor);
      const label = host.slice(cursor, dot < 0 ? undefined : dot);
      const ending = matchWholeEnding(label, dot < 0 ? next : '.');
      if (ending > 0) end = cursor + ending;
      if (dot < 0 || !isAsciiLabel(label)) break;
      cursor = dot + 1;
    }
    if (end > 0) {
      hosts.push({ start: match.index, end });
      labels.lastIndex = end;
    }
  }
  return hosts;
};

/** Characters that keep a link from starting right after them. */
const GLUE = /[A-Za-z0-9@＠$#＃\uFFFE\uFEFF\uFFFF]/u;

/**
 * Positions of the run at which a host may begin. A link wants a character before it that no other link has
 * used up (`before`; empty at the start of the text and right after another link).
 */
const findHostStarts = (run: string, before: string, atStart: boolean): number[] => {
  if (before !== '' && !GLUE.test(before)) return [skipJoiners(run, 0)];
  const loose = run.search(/[^A-Za-z0-9@＠$#＃]/u);
  const later = loose < 0 ? [] : [loose + 1, skipJoiners(run, loose + 1)];
  return atStart ? [...(loose === 0 ? [1] : []), 0, ...later] : later;
};

const skipJoiners = (run: string, from: number): number => {
  const rest = run.slice(from);
  return from + rest.length - rest.replace(/^[-_.]+/u, '').length;
};

/**
 * Links as X finds them (`bare`: also those without a protocol) and, with `bare` off, as Mastodon does.
 * In order, never overlapping.
 */
export const findLinks = (text: string, { bare }: { bare: boolean }): Link[] => {
  const links: Link[] = [];
  if (!text.includes('.')) return links;
  const runs = hostRun();
  let position = 0;
  for (let match = runs.exec(text); match; match = runs.exec(text)) {
    if (!match[0].includes('.')) continue;
    const { end, found } = readLink(text, match.index, match[0], position, bare);
    links.push(...found);
    if (end > position) position = end;
    if (end > 0) runs.lastIndex = end;
  }
  return links;
};

/** The links that begin with the host in `run`, and where to go on looking. `position`: end of the last one. */
const readLink = (
  text: string,
  at: number,
  run: string,
  position: number,
  bare: boolean,
): { end: number; found: Link[] } => {
  const none = { end: 0, found: [] };
  const next = text[at + run.length] ?? '';
  const written = /https?:\/\/$/iu.exec(text.slice(Math.max(position, at - 8), at))?.[0] ?? '';
  const first = at - written.length;
  const isGlued = first > position ? GLUE.test(text[first - 1] ?? '') : first > 0;
  const protocol = isGlued ? '' : written;
  if (protocol !== '') {
    const length = matchHost(run, next, false) || matchHost(run, next, true);
    if (length > 0) return measureLink(text, at, length, protocol);
  }
  if (!bare) return none;
  for (const shift of findHostStarts(run, at > position ? (text[at - 1] ?? '') : '', at === 0)) {
    const length = matchHost(run.slice(shift), next, false);
    if (length > 0) return measureLink(text, at + shift, length, '');
  }
  return none;
};

const measureLink = (
  text: string,
  start: number,
  length: number,
  protocol: string,
): { end: number; found: Link[] } => {
  const hostEnd = start + length;
  // A longer path makes no link, and the pattern is quadratic in it.
  const matched = portAndPath().exec(text.slice(hostEnd, hostEnd + LONGEST_LINK + 1));
  const end = hostEnd + (matched?.[0].length ?? 0);
  const skipped = { end, found: [] };
  const tooLong = end - start + (protocol || 'https://').length > LONGEST_LINK;
  if (tooLong || !hasShortLabels(text.slice(start, hostEnd))) return skipped;

  if (protocol !== '') return { end, found: cutShortLink(text, start - protocol.length, end) };

  if (/[-_./]/u.test(text[start - 1] ?? '')) return skipped;
  const found = findAsciiHosts(text.slice(start, hostEnd), text[hostEnd] ?? '').map((host) => ({
    start: start + host.start,
    end: start + host.end,
  }));
  const last = found.at(-1);
  if (last && matched?.[1]) last.end = end;
  return { end, found };
};

/** X's own short links end after their name; with a name too long they are none. */
const cutShortLink = (text: string, start: number, end: number): Link[] => {
  const short = shortLink();
  short.lastIndex = start;
  const match = short.exec(text);
  if (!match) return [{ start, end }];
  return (match[1]?.length ?? 0) > LONGEST_SHORT_LINK_NAME ? [] : [{ start, end: start + match[0].length }];
};
