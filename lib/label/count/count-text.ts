import type { Counter } from '../../model/counter.ts';
import { findLinks } from './links.ts';

/** What every link counts on X and Mastodon, however long it is. */
const LINK_LENGTH = 23;

/**
 * An emoji as X and Threads see it: the sequences Unicode recommends, keycaps without their selector, and the emoji
 * that have a text form, with a selector they do not need.
 */
const emoji = () =>
  /[#*0-9]\uFE0F?\u20E3|[⌚⌛◽◾☔☕♈-♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛔⛪⛲⛳⛵⛺⛽❗⬛⬜⭐⭕🀄🈚🈯]\uFE0F|\p{RGI_Emoji}/gv;

/** X's code points of weight 1; all others weigh 2 (twitter-text configuration 3). */
const isLight = (codePoint: number): boolean =>
  codePoint <= 4351 ||
  (codePoint >= 8192 && codePoint <= 8205) ||
  (codePoint >= 8208 && codePoint <= 8223) ||
  (codePoint >= 8242 && codePoint <= 8247);

const weigh = (text: string): number => {
  let weight = 0;
  for (const character of text.replace(emoji(), '\u{1F600}'))
    weight += isLight(character.codePointAt(0) ?? 0) ? 1 : 2;
  return weight;
};

/** Text with every link replaced by what `display` makes of it. */
const replaceLinks = (text: string, bare: boolean, display: (link: string) => string): string => {
  let result = '';
  let position = 0;
  for (const { start, end } of findLinks(text, { bare })) {
    result += text.slice(position, start) + display(text.slice(start, end));
    position = end;
  }
  return result + text.slice(position);
};

const countWeighted = (text: string): number => {
  const normal = text.normalize('NFC');
  let weight = 0;
  let position = 0;
  for (const { start, end } of findLinks(normal, { bare: true })) {
    weight += weigh(normal.slice(position, start)) + LINK_LENGTH;
    position = end;
  }
  return weight + weigh(normal.slice(position));
};

/** User-perceived characters. */
const countGraphemes = (text: string): number => {
  // Each printable ASCII character is one; only CR LF joins two.
  if (/^[\n\x20-\x7E]*$/u.test(text)) return text.length;
  let count = 0;
  for (const _ of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) count += 1;
  return count;
};

const LONGEST_SHOWN_PATH = 15;
const SHOWN_PATH = 13;

/** A link as Bluesky shows and stores it: no protocol, a long path cut. */
const shortenLink = (link: string): string => {
  try {
    const { host, pathname, search, hash } = new URL(link);
    const path = (pathname === '/' ? '' : pathname) + search + hash;
    return host + (path.length > LONGEST_SHOWN_PATH ? `${path.slice(0, SHOWN_PATH)}...` : path);
  } catch {
    return link;
  }
};

/** Bluesky finds a link at the start of a word or bracket and leaves the closing punctuation out. */
const shortenLinks = (text: string): string =>
  text.replace(/(^|\s|\()(https?:\/\/\S+)/giu, (_, before: string, found: string) => {
    let link = found.replace(/[.,;:!?]$/u, '');
    if (link.endsWith(')') && !link.includes('(')) link = link.slice(0, -1);
    return before + shortenLink(link) + found.slice(link.length);
  });

const countMastodon = (text: string): number =>
  countGraphemes(
    replaceLinks(text, false, () => 'x'.repeat(LINK_LENGTH)).replace(
      /(^|[^/\w])@([a-z0-9_]+)@[a-z0-9.-]+[a-z0-9]+/giu,
      '$1@$2',
    ),
  );

const countEmojiBytes = (text: string): number => {
  const encoder = new TextEncoder();
  let more = 0;
  for (const [found] of text.matchAll(emoji())) more += encoder.encode(found).length - [...found].length;
  return [...text].length + more;
};

/** What the site's own counter would say, in the counter's unit. */
export const countText = (text: string, counter: Pick<Counter, 'type'>): number => {
  switch (counter.type) {
    case 'x-weighted':
      return countWeighted(text);
    case 'graphemes':
      return countGraphemes(shortenLinks(text));
    case 'mastodon':
      return countMastodon(text);
    case 'emoji-bytes':
      return countEmojiBytes(text);
    case 'plain':
      return text.length;
  }
};

/**
 * What a content warning takes of the text's limit, in the counter's unit. Mastodon counts it as it is written: links in
 * it are not shortened.
 */
export const countWarning = (warning: string, counter: Pick<Counter, 'type'>): number =>
  counter.type === 'mastodon' ? countGraphemes(warning) : countText(warning, counter);

/**
 * Characters too many by the counter's limit and byte bound; 0 when it fits or no limit is stated. `beside`: what else
 * counts together with the text, in the counter's unit.
 */
export const countExcess = (text: string, counter: Counter, beside = 0): number => {
  const over = counter.limit === 0 ? 0 : Math.max(0, countText(text, counter) + beside - counter.limit);
  if (counter.maxBytes === undefined) return over;
  const sent = counter.type === 'graphemes' ? shortenLinks(text) : text;
  return Math.max(over, countGraphemesBeyond(sent, counter.maxBytes));
};

/** How many characters at the end must go until the text fits into `bytes` of UTF-8. */
const countGraphemesBeyond = (text: string, bytes: number): number => {
  const encoder = new TextEncoder();
  // UTF-16 code units never take more than three bytes each.
  if (text.length * 3 <= bytes) return 0;
  let used = 0;
  let beyond = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    used += encoder.encode(segment).length;
    if (used > bytes) beyond += 1;
  }
  return beyond;
};
