import { LogElsewhere, type LogPorts, type PostSummary } from '#components/log/contract.ts';
import { readCandorLog } from '../flow/open-candor-log.ts';
import { LogError } from '../log/log-error.ts';
import type { LogQueries } from '../log/log-queries.ts';
import { send } from '../messaging/send.ts';
import { SITE_ENTRIES } from '../sites/catalogue.ts';
import { SOURCES } from '../sources/index.ts';
import { createExportPorts } from './export-ports.ts';
import { createFormerPorts } from './former-ports.ts';
import { createReceiptPorts } from './receipt-ports.ts';
import { createRoomPorts } from './room-ports.ts';
import { saveFile } from './save-file.ts';
import { createStampPorts } from './stamp-ports.ts';
import { createWitnessPorts } from './witness-ports.ts';

const isRefused = (error: unknown): boolean => error instanceof LogError && error.code === 'refused';

type Row = Awaited<ReturnType<LogQueries['listPosts']>>[number];

/** Forms of providers for a report of what their AI wrote, as they are known. Checked 2026-11-21. */
const FORMS: Readonly<Record<string, string>> = { chatgpt: 'https://openai.com/form/report-content' };

const nameOfSite = (site: string, address?: string): string => {
  const known = SITE_ENTRIES.find(({ id }) => id === site)?.name;
  return known ?? (address !== undefined && URL.canParse(address) ? new URL(address).host : site);
};

const siteNameOf = ({ site = '–', address }: Pick<Row, 'site' | 'address'>): string =>
  nameOfSite(site, address);

/** The log for Candor's own pages: read from the database; what changes it goes through the background. */
export const createLogPorts = (): LogPorts => {
  const log = readCandorLog();
  const summarise = (row: Row): PostSummary => ({
    post: row.post,
    index: row.index,
    time: row.time,
    siteName: siteNameOf(row),
    kind: row.kind,
    role: row.role,
    outcome: row.standing,
    deviation: row.deviation,
    drift: row.drift,
    isOverride: row.isOverride,
    identity: row.identity?.organisation ?? row.identity?.name,
    excerpt: row.excerpt,
    permalink: row.permalink,
  });
  const reading = async <Result>(read: () => Promise<Result>): Promise<Result> => {
    try {
      return await read();
    } catch (error) {
      if (!isRefused(error)) throw error;
      // The background may be about to begin a log in memory; its answer comes when it has.
      const { keeping } = await send('read-log-standing', {});
      if (keeping === 'on-disk') throw new LogElsewhere();
      return read();
    }
  };
  return {
    listPosts: async (query) => (await reading(() => log.listPosts(query))).map(summarise),
    searchPosts: async (search) => (await reading(() => log.searchPosts(search))).map(summarise),
    weeks: () => reading(() => log.weeks()),
    facets: () => reading(() => log.facets()),
    story: (post) => reading(() => log.story(post)),
    annotate: (post, note) => send('annotate-post', { post, note }),
    recordReport: (post, report) => send('record-report', { post, report }),
    nameOfSite,
    targetOf: (source) => ({
      source,
      name: SOURCES.find(({ id }) => id === source)?.name ?? source,
      form: FORMS[source],
    }),

    async verify(onProgress) {
      const found = await reading(() => log.verify(({ done, size }) => onProgress(done, size)));
      if (found === undefined) throw new Error('verification stopped');
      return found;
    },

    async saveVerifier() {
      const { default: page } = await import('virtual:verifier-page');
      saveFile(new Blob([page], { type: 'text/html' }), 'candor-verify.html');
    },

    readStanding: () => send('read-log-standing', {}),
    dismissWarning: () => send('dismiss-log-warning', {}),
    eraseTexts: () => send('erase-texts', {}),
    erasePost: (post) => send('erase-post-texts', { post }),
    receipts: createReceiptPorts(log, siteNameOf),
    witness: createWitnessPorts(log),
    former: createFormerPorts(),
    room: createRoomPorts(),
    exports: createExportPorts(log, siteNameOf),
    stamps: createStampPorts(log),
  };
};
