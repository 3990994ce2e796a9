import type { ExportRequest } from '#components/log/export/export-contract.ts';
import { STANDING_WORDS } from '#components/log/OutcomeBadge.tsx';
import { ROLE_WORDS } from '#components/roles.ts';
import type { Locale } from '../i18n/locale.ts';
import { type Bytes, utf8 } from '../log/bytes.ts';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { Aliases } from '../log/export/aliases.ts';
import { BYTE_ORDER_MARK, csvHeader, csvRows } from '../log/export/csv.ts';
import { describePost } from '../log/export/describe-post.ts';
import type { LogExport } from '../log/export/log-export.ts';
import { ocsfEvent } from '../log/export/ocsf.ts';
import { Report } from '../log/export/report.ts';
import type { LogArchive } from '../log/log-archive.ts';
import type { LogQueries } from '../log/log-queries.ts';
import type { ExportChoice } from '../model/log-export.ts';
import { chartStyle, drawCharts } from './report-charts.ts';

export type ExportableLog = LogExport &
  Pick<LogArchive, 'checkpoint' | 'exportLines' | 'identity'> &
  Pick<LogQueries, 'facets' | 'weeks'>;

/** `shown`: entries or posts in the file so far. */
type OnPiece = (progress: { done: number; size: number; shown: number }) => void;

export interface PieceOptions {
  readonly locale: Locale;
  readonly siteNameOf: (post: { site?: string | undefined; address?: string | undefined }) => string;
  readonly onPiece: OnPiece;
}

const originOf = (checkpoint: string): string => parseCheckpoint(checkpoint)?.origin ?? '';

/** The file, some of it at a time, whatever its format. */
export function exportPieces(
  log: ExportableLog,
  request: ExportRequest,
  options: PieceOptions,
): AsyncGenerator<Bytes> {
  const { format, byteOrderMark: _, ...choice } = request;
  if (format === 'jsonl') return jsonLines(log, choice, options);
  if (format === 'ocsf') return encode(ocsfLines(log, choice, options));
  return encode(format === 'csv' ? csv(log, choice, request, options) : report(log, choice, options));
}

async function* encode(texts: AsyncGenerator<string>) {
  for await (const text of texts) yield utf8(text);
}

async function* jsonLines(log: ExportableLog, choice: ExportChoice, { onPiece }: PieceOptions) {
  for await (const { bytes } of log.exportLines(choice, onPiece)) yield bytes;
}

async function* ocsfLines(log: ExportableLog, choice: ExportChoice, { onPiece }: PieceOptions) {
  const origin = originOf(await log.checkpoint());
  const aliases = new Aliases();
  let shown = 0;
  const entries = log.exportEntries(choice, ({ done, size }) => onPiece({ done, size, shown }));
  for await (const some of entries) {
    shown += some.length;
    yield some.map((entry) => `${JSON.stringify(ocsfEvent(entry, { choice, aliases, origin }))}\n`).join('');
  }
}

async function* postLines(log: ExportableLog, choice: ExportChoice, { onPiece }: PieceOptions) {
  const aliases = new Aliases();
  let shown = 0;
  const posts = log.exportPosts(choice, ({ done, size }) => onPiece({ done, size, shown }));
  for await (const some of posts) {
    shown += some.length;
    yield some.map((post) => describePost(post, choice, aliases));
  }
}

async function* csv(
  log: ExportableLog,
  choice: ExportChoice,
  { byteOrderMark }: ExportRequest,
  options: PieceOptions,
) {
  yield (byteOrderMark ? BYTE_ORDER_MARK : '') + csvHeader();
  for await (const posts of postLines(log, choice, options)) yield csvRows(posts);
}

async function* report(log: ExportableLog, choice: ExportChoice, options: PieceOptions) {
  const { locale, siteNameOf } = options;
  const { text, language } = locale;
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const page = new Report({
    text,
    language,
    siteNameOf,
    chartStyle,
    formatTime: (at) => time.format(new Date(at)),
    roleNameOf: (role) => text(ROLE_WORDS[role].short),
    outcomeNameOf: ({ standing, isOverride }) =>
      [text(STANDING_WORDS[standing].words), isOverride ? text('outcomeOverride') : '']
        .filter(Boolean)
        .join(', '),
  });
  const checkpoint = await log.checkpoint();
  yield page.begin({
    made: Date.now(),
    origin: originOf(checkpoint),
    fingerprint: (await log.identity()).fingerprint,
    checkpoint,
    size: parseCheckpoint(checkpoint)?.size ?? 0,
    counts: await log.countExported(choice),
    charts: drawCharts(await log.weeks(choice), {
      locale,
      now: Date.now(),
      nameOfSite: (site) => siteNameOf({ site }),
    }),
  });
  for await (const posts of postLines(log, choice, options)) yield page.rows(posts);
  yield page.end();
}
