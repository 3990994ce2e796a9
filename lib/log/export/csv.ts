import { csvFormatRow } from 'd3-dsv';
import type { PostLine } from './describe-post.ts';

/**
 * What a spreadsheet would take for a formula, full-width forms included, and white space before it that programs
 * leave out. Such cells get an apostrophe in front. https://owasp.org/www-community/attacks/CSV_Injection
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a NUL is what programs leave out too
const FORMULA = /^[\s\u0000]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** Columns and what stands in them. Their names never change: programs read them too. */
const COLUMNS = {
  time: ({ time }) => new Date(time).toISOString(),
  site: ({ site }) => site,
  kind: ({ kind }) => kind,
  role: ({ role }) => role,
  outcome: ({ standing }) => standing,
  override: ({ isOverride }) => (isOverride ? 'yes' : 'no'),
  deviation: ({ deviation }) => deviation,
  drift: ({ drift }) => drift,
  rules: ({ rules }) => rules.join(' '),
  policy: ({ policy }) => policy,
  review_seconds: ({ reviewMilliseconds }) =>
    reviewMilliseconds === undefined ? undefined : String(Math.round(reviewMilliseconds / 1000)),
  name: ({ name }) => name,
  organisation: ({ organisation }) => organisation,
  address: ({ address }) => address,
  permalink: ({ permalink }) => permalink,
  reason: ({ reason }) => reason,
  text: ({ text }) => text,
  digest: ({ digest }) => digest,
  entry: ({ entry }) => String(entry),
  post: ({ post }) => post,
} as const satisfies Record<string, (post: PostLine) => string | undefined>;

export const BYTE_ORDER_MARK = '\uFEFF';

const neutralise = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/** RFC 4180, each record ended by CR LF. */
export const formatCsv = (records: readonly (readonly string[])[]): string =>
  records.map((cells) => `${csvFormatRow(cells.map(neutralise))}\r\n`).join('');

export const csvHeader = (): string => formatCsv([Object.keys(COLUMNS)]);

export const csvRows = (posts: readonly PostLine[]): string =>
  formatCsv(posts.map((post) => Object.values(COLUMNS).map((read) => read(post) ?? '')));
