import { LogElsewhere, type LogPorts } from '#components/log/contract.ts';
import { readCandorLog } from '../flow/open-candor-log.ts';
import { LogError } from '../log/log-error.ts';
import { send } from '../messaging/send.ts';
import { createBackupPorts } from './backup-ports.ts';
import { createExportPorts } from './export-ports.ts';
import { createFormerPorts } from './former-ports.ts';
import { nameOfSite, siteNameOf, targetOf, toSummary } from './post-words.ts';
import { createReceiptPorts } from './receipt-ports.ts';
import { createRoomPorts } from './room-ports.ts';
import { saveFile } from './save-file.ts';
import { createStampPorts } from './stamp-ports.ts';
import { createWitnessPorts } from './witness-ports.ts';

const isRefused = (error: unknown): boolean => error instanceof LogError && error.code === 'refused';

/** The log for Candor's own pages: read from the database; what changes it goes through the background. */
export const createLogPorts = (): LogPorts => {
  const log = readCandorLog();
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
    listPosts: async (query) => (await reading(() => log.listPosts(query))).map(toSummary),
    searchPosts: async (search) => (await reading(() => log.searchPosts(search))).map(toSummary),
    weeks: () => reading(() => log.weeks()),
    facets: () => reading(() => log.facets()),
    story: (post) => reading(() => log.story(post)),
    annotate: (post, note) => send('annotate-post', { post, note }),
    recordReport: (post, report) => send('record-report', { post, report }),
    nameOfSite,
    targetOf,

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
    backups: createBackupPorts(log),
  };
};
