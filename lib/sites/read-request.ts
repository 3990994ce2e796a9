import { fitsBody, fitsPath } from '../guard/fits-rule.ts';
import type { PublishRequest } from '../model/site.ts';
import { findTexts, findValues, type ReadableBody, readBody } from './body-values.ts';

/** A request as the guard tells of it. Untrusted: any page can say that it sent one. */
export interface SeenRequest {
  method: string;
  /** Absolute. */
  url: string;
  body?: string | undefined;
}

/** What the site answered to a request that publishes. */
export interface SiteAnswer {
  is: 'taken' | 'refused' | 'unknown';
  /** Absolute address of the post. */
  permalink?: string;
  /** Of the further parts, where the request made a whole thread. */
  partLinks?: string[];
  /** What the site says of a refusal, or `http-<status>`. */
  reason?: string;
  /** When the site is going to publish it, milliseconds since 1970. */
  due?: number;
}

/** Text of markup: the browser's own reading where there is one. */
export type ReadMarkup = (html: string) => string;

const includes = (text: string, part: string): boolean => text.includes(part);

/** The rule that a request fits: the first in the list. */
export const findRule = (
  rules: readonly PublishRequest[],
  { method, url, body = '' }: SeenRequest,
): PublishRequest | undefined => {
  const address = URL.parse(url);
  if (!address) return undefined;
  const wanted = method.toUpperCase();
  return rules.find(
    (rule) =>
      rule.method === wanted &&
      fitsPath(address.pathname, rule.path) &&
      fitsBody(rule, address.search, body, includes),
  );
};

const asText = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'number' ? [String(value)] : [];

/** Blocks stand apart, or the last word of one and the first of the next would be one word. */
const spread = (html: string): string => html.replace(/</gu, ' <');

/**
 * The texts of the post in a request: one for each part of a thread. Nothing where the definition does not know where
 * they stand, or they do not stand there.
 */
export const readSentTexts = (
  { text = [], as = 'text' }: PublishRequest,
  { body = '' }: SeenRequest,
  readMarkup: ReadMarkup,
): string[] => {
  const readable = readBody(body);
  for (const path of text) {
    const values = findValues(readable, path);
    const texts = as === 'tree' ? values.map((value) => findTexts(value).join(' ')) : values.flatMap(asText);
    if (texts.length > 0) return as === 'html' ? texts.map((html) => readMarkup(spread(html))) : texts;
  }
  return [];
};

/** The content warning of the post in a request; empty without one. Nothing where the definition does not know where it stands. */
export const readSentWarning = (
  { warning }: PublishRequest,
  { body = '' }: SeenRequest,
): string | undefined => {
  const readable = readBody(body);
  return warning && (warning.flatMap((path) => findValues(readable, path).flatMap(asText))[0] ?? '');
};

const isSomething = (value: unknown): boolean =>
  value !== null &&
  value !== undefined &&
  value !== false &&
  value !== '' &&
  value !== 0 &&
  !(Array.isArray(value) && value.length === 0);

/** What a refusal says in words, wherever it says it. */
const wordsOf = (value: unknown, depth = 0): string | undefined => {
  if (typeof value === 'string') return value.trim().slice(0, 300) || undefined;
  if (typeof value !== 'object' || value === null || depth > 3) return undefined;
  const { message, error_description: description } = value as Record<string, unknown>;
  if (typeof message === 'string' || typeof description === 'string')
    return wordsOf(typeof message === 'string' ? message : description, depth);
  for (const inner of Object.values(value).slice(0, 10)) {
    const words = wordsOf(inner, depth + 1);
    if (words !== undefined) return words;
  }
  return undefined;
};

const findRefusal = (answer: ReadableBody, paths: readonly string[]): string | undefined => {
  const found = paths.flatMap((path) => findValues(answer, path)).find(isSomething);
  return found === undefined ? undefined : (wordsOf(found) ?? 'refused');
};

/** A value that goes into an address: what is no part of a name is encoded. */
const encode = (value: string): string => value.replace(/[^\w:.~@%-]+/gu, encodeURIComponent);

const fill = (template: string, values: ReadonlyMap<string, string>): string | undefined => {
  let isWhole = true;
  const filled = template.replace(/\{([a-z]+)\}/gu, (whole, name) => {
    const value = values.get(name);
    if (value === undefined) isWhole = false;
    return value === undefined ? whole : whole === template ? value : encode(value);
  });
  return isWhole ? filled : undefined;
};

const asAddress = (address: string | undefined, origin: string): string | undefined => {
  const url = address === undefined ? undefined : URL.parse(address, origin);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.href.length > 4096)
    return undefined;
  return url.href;
};

/** A time as sites write it: seconds or milliseconds since 1970, or a date, without a zone that of Greenwich. */
const asTime = (value: string | undefined): number | undefined => {
  if (value === undefined) return undefined;
  const number = Number(value);
  const time = Number.isFinite(number)
    ? number < 100_000_000_000
      ? number * 1000
      : number
    : Date.parse(/T[\d:.]+$/u.test(value) ? `${value}Z` : value);
  return Number.isSafeInteger(time) && time > 0 ? time : undefined;
};

/** `origin`: of the page. No body of the answer: only its status is known. */
export const readAnswer = (
  rule: PublishRequest,
  request: SeenRequest,
  { status, body }: { status: number; body?: string | undefined },
  origin: string,
): SiteAnswer => {
  const answer = readBody(body ?? '');
  const refusal = findRefusal(answer, rule.answer?.refused ?? []);
  if (status >= 400) {
    const words = refusal ?? wordsOf(answer.documents[0]);
    return { is: 'refused', reason: words === undefined ? `http-${status}` : `http-${status}: ${words}` };
  }
  if (status === 0) return { is: 'unknown' };
  if (refusal !== undefined) return { is: 'refused', reason: refusal };

  const sent = readBody(request.body ?? '');
  const lists = Object.entries(rule.answer?.values ?? {}).map(([name, paths]) => {
    const found = paths.map((path) =>
      path.startsWith('request:')
        ? findValues(sent, path.slice('request:'.length))
        : findValues(answer, path),
    );
    return [name, (found.find((values) => values.flatMap(asText).length > 0) ?? []).flatMap(asText)] as const;
  });
  /** Of the part in this place. What there is one of is the same for all parts. */
  const valuesOf = (part: number): ReadonlyMap<string, string> =>
    new Map(
      lists.flatMap(([name, values]) => {
        const value = values.length === 1 ? values[0] : values[part];
        return value === undefined ? [] : [[name, value]];
      }),
    );
  const { permalink: template } = rule.answer ?? {};
  const count = Math.max(1, ...lists.map(([, values]) => values.length));
  const addresses = Array.from({ length: template === undefined ? 0 : count }, (_, part) =>
    asAddress(fill(template ?? '', valuesOf(part)), origin),
  );
  const [permalink, ...partLinks] = new Set(addresses.filter((address) => address !== undefined));
  const due = rule.what === 'schedule' ? asTime(valuesOf(0).get('time')) : undefined;
  return {
    is: 'taken',
    ...(permalink !== undefined && { permalink }),
    ...(partLinks.length > 0 && { partLinks }),
    ...(due !== undefined && { due }),
  };
};
