import type { ReceiptPorts } from '#components/log/receipt-contract.ts';
import type { LogArchive } from '../log/log-archive.ts';
import type { LogReader } from '../log/log-reader.ts';
import { isRemark, type LogEntry } from '../model/log-entry.ts';
import { saveFile } from './save-file.ts';

/** Pixels of the picture for each unit of the drawing: sharp on dense screens too. */
const DENSITY = 2;

/** The entry that says most about a post: its review, or the last one where there was none. Never what was said of it later. */
const findTelling = (entries: readonly LogEntry[]): LogEntry | undefined =>
  entries.findLast(({ event }) => event === 'post.approved' || event === 'post.overridden') ??
  entries.findLast(({ event }) => !isRemark(event));

async function drawAsPng(svg: string, { width, height }: { width: number; height: number }): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = new OffscreenCanvas(width * DENSITY, height * DENSITY);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/png' });
}

/** Receipts of posts, for Candor's own pages. `siteNameOf`: as the page's lists call the site. */
export const createReceiptPorts = (
  log: Pick<LogReader, 'entriesOfPost'> & Pick<LogArchive, 'identity' | 'receipt'>,
  siteNameOf: (entry: LogEntry) => string,
): ReceiptPorts => {
  const requireTelling = async (post: string): Promise<LogEntry> => {
    const entry = findTelling(await log.entriesOfPost(post));
    if (!entry) throw new Error(`no entry of post ${post}`);
    return entry;
  };
  return {
    async read(post) {
      const entry = await requireTelling(post);
      const { identity, contents = [] } = entry;
      const telling = contents.find(({ what }) => what === 'final') ?? contents[0];
      return {
        event: entry.event,
        index: entry.index,
        time: entry.time,
        siteName: siteNameOf(entry),
        role: entry.role,
        reviewer: identity && [identity.name, identity.organisation].filter(Boolean).join(', '),
        digest: telling?.digest,
        fingerprint: (await log.identity()).fingerprint,
      };
    },
    async save(post, options) {
      const { index } = await requireTelling(post);
      const receipt = await log.receipt(index, options);
      saveFile(new Blob([receipt], { type: 'text/plain' }), `candor-receipt-${index}.tlog-proof`);
    },
    async saveCard(card, format) {
      const svg = new XMLSerializer().serializeToString(card);
      const { width, height } = card.viewBox.baseVal;
      const picture =
        format === 'svg'
          ? new Blob([svg], { type: 'image/svg+xml' })
          : await drawAsPng(svg, { width, height });
      saveFile(picture, `candor-review.${format}`);
    },
  };
};
