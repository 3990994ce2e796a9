import type { MessageKey, Text } from '#lib/i18n/text.ts';
import type { Role } from '#lib/model/role.ts';
import { toBase64, utf8 } from '../bytes.ts';
import { plainHash } from '../hash.ts';
import type { PostLine } from './describe-post.ts';
import { escapeHtml } from './escape-html.ts';
import type { PostCounts } from './read-posts.ts';

/** A picture of numbers, and the same numbers as a table. */
export interface ReportChart {
  readonly title: string;
  /** An `svg` element of our own making, without `style`: it goes into the page as it is. */
  readonly svg: string;
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

export interface ReportOptions {
  readonly text: Text;
  /** BCP 47, of the page. */
  readonly language: string;
  readonly formatTime: (time: number) => string;
  readonly siteNameOf: (post: PostLine) => string;
  readonly roleNameOf: (role: Role) => string;
  readonly outcomeNameOf: (post: PostLine) => string;
  /** CSS of the charts. */
  readonly chartStyle: string;
}

export interface ReportHead {
  /** Milliseconds since 1970. */
  readonly made: number;
  readonly origin: string;
  readonly fingerprint: string;
  readonly checkpoint: string;
  /** Entries of the log. */
  readonly size: number;
  readonly counts: PostCounts;
  readonly charts: readonly ReportChart[];
}

const STYLE = `
:root { color-scheme: light; font: 15px/1.5 system-ui, sans-serif; color: #1a1c20; background: #fff; }
body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
h1 { font-size: 1.7rem; line-height: 1.2; } h2 { font-size: 1.15rem; margin-top: 2rem; break-after: avoid; }
table { border-collapse: collapse; width: 100%; font-size: 0.87rem; }
th, td { text-align: start; vertical-align: top; padding: 0.35rem 0.6rem 0.35rem 0; border-bottom: 1px solid #d9dce1; overflow-wrap: anywhere; }
thead { display: table-header-group; } tr { break-inside: avoid; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1rem; } dd { margin: 0; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.8rem; background: #f4f5f7; padding: 0.8rem; }
figure { margin: 1rem 0; break-inside: avoid; } svg { max-width: 100%; height: auto; }
@media print { body { margin: 0; max-width: none; } }
`;

/** No script, no address of anything: nothing in the file can act, whatever stands in a post. */
const policyFor = (style: string): string =>
  `default-src 'none'; style-src 'sha256-${toBase64(plainHash(utf8(style)))}'; base-uri 'none'; form-action 'none'`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead><tr>${head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('')}</tr></thead>` +
  `<tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('')}</tbody></table>`;

const COLUMNS: readonly MessageKey[] = [
  'columnTime',
  'columnSite',
  'columnPost',
  'columnRole',
  'columnName',
  'columnOutcome',
];

/** A report that is one HTML file: written from the top down, so that no post has to be kept in memory. */
export class Report {
  readonly #options: ReportOptions;

  constructor(options: ReportOptions) {
    this.#options = options;
  }

  /** Up to the first row of the table. */
  begin(head: ReportHead): string {
    const { text, language, formatTime, chartStyle } = this.#options;
    const style = STYLE + chartStyle;
    const facts: [MessageKey, string][] = [
      ['reportPostCount', String(head.counts.posts)],
      ['reportOverrideCount', String(head.counts.overrides)],
      ['reportPastGateCount', String(head.counts.pastGate)],
      ['reportMade', formatTime(head.made)],
      ['reportEntries', String(head.size)],
      ['reportLog', head.origin],
      ['reportKey', head.fingerprint],
    ];
    return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(style)}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(text('reportHeading'))}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(text('reportHeading'))}</h1>
<dl>${facts.map(([key, value]) => `<dt>${escapeHtml(text(key))}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>
${head.charts.map(this.#chart).join('\n')}
<h2>${escapeHtml(text('reportVerify'))}</h2>
<p>${escapeHtml(text('reportVerifyHow'))}</p>
<pre>${escapeHtml(head.checkpoint)}</pre>
<h2>${escapeHtml(text('reportPosts'))}</h2>
<table><thead><tr>${COLUMNS.map((column) => `<th scope="col">${escapeHtml(text(column))}</th>`).join('')}</tr></thead><tbody>
`;
  }

  rows(posts: readonly PostLine[]): string {
    return posts.map(this.#row).join('');
  }

  end(): string {
    return '</tbody></table>\n</main>\n</body>\n</html>\n';
  }

  readonly #chart = ({ title, svg, table: { head, rows } }: ReportChart): string =>
    `<h2>${escapeHtml(title)}</h2>\n<figure>${svg}${table(head, rows)}</figure>`;

  readonly #row = (post: PostLine): string => {
    const { text, formatTime, siteNameOf, roleNameOf, outcomeNameOf } = this.#options;
    const name = [post.name, post.organisation].filter(Boolean).join(', ');
    const shown = [post.text ?? post.digest ?? '–', post.permalink].filter(Boolean).join('\n');
    const cells = [
      formatTime(post.time),
      siteNameOf(post),
      shown,
      post.role ? roleNameOf(post.role) : text('roleUnknown'),
      name === '' ? '–' : name,
      outcomeNameOf(post),
    ];
    return `<tr>${cells.map((cell) => `<td dir="auto">${escapeHtml(cell)}</td>`).join('')}</tr>\n`;
  };
}
