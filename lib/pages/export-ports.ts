import { sha256 } from '@noble/hashes/sha2.js';
import type { ExportPorts, ExportRequest } from '#components/log/export/export-contract.ts';
import { browserLocale } from '../i18n/browser-text.ts';
import { toHex } from '../log/bytes.ts';
import { send } from '../messaging/send.ts';
import type { ExportableLog, PieceOptions } from './export-pieces.ts';
import { type FileKind, type FileSink, openSink } from './save-stream.ts';

const LINE_FEED = 0x0a;

const KINDS = {
  jsonl: { ending: 'jsonl', type: 'application/jsonl' },
  csv: { ending: 'csv', type: 'text/csv' },
  html: { ending: 'html', type: 'text/html' },
  ocsf: { ending: 'ocsf.jsonl', type: 'application/jsonl' },
} as const;

function kindOf({ format }: ExportRequest): FileKind {
  const { ending, type } = KINDS[format];
  return { name: `candor-log-${new Date().toISOString().slice(0, 10)}.${ending}`, type };
}

/** Exports for Candor's own pages. `siteNameOf`: as the page's lists call the site. */
export const createExportPorts = (
  log: ExportableLog,
  siteNameOf: PieceOptions['siteNameOf'],
): ExportPorts => {
  /** Gives how many entries went in, and the SHA-256 of it all; nothing if the person cancelled. */
  async function write(
    sink: FileSink,
    request: ExportRequest,
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<{ entries: number; sha256: string } | undefined> {
    // Only a page that exports needs all these formats.
    const { exportPieces } = await import('./export-pieces.ts');
    const hash = sha256.create();
    let last = new Uint8Array();
    let entries = 0;
    const pieces = exportPieces(log, request, {
      locale: browserLocale(),
      siteNameOf,
      onPiece({ done, size, shown }) {
        entries = shown;
        onProgress(done, size);
      },
    });
    for await (const bytes of pieces) {
      if (signal.aborted) return undefined;
      // Of the manifest alone where there is one: hashing everything a second time is most of the work.
      if (request.format !== 'jsonl') hash.update(bytes);
      await sink.write(bytes);
      last = bytes;
    }
    if (signal.aborted) return undefined;
    if (request.format === 'jsonl') hash.update(last.subarray(0, last.indexOf(LINE_FEED)));
    return { entries, sha256: toHex(hash.digest()) };
  }

  return {
    readSites: async () => (await log.facets()).sites.map((id) => ({ id, name: siteNameOf({ site: id }) })),

    async save(request, onProgress, signal) {
      const kind = kindOf(request);
      const sink = await openSink(kind);
      if (!sink) return { is: 'cancelled' };
      try {
        const written = await write(sink, request, onProgress, signal);
        if (!written) {
          await sink.discard();
          return { is: 'cancelled' };
        }
        const { byteOrderMark: _, ...record } = request;
        // Before the file is there: no export goes unrecorded.
        await send('record-export', { ...record, ...written });
        await sink.finish();
        return { is: 'saved', name: kind.name, entries: written.entries };
      } catch (error) {
        await sink.discard().catch(() => undefined);
        throw error;
      }
    },
  };
};
