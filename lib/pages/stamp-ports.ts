import { browser } from 'wxt/browser';
import type { StampAnswer, StampOffer, StampPorts } from '#components/log/stamp-contract.ts';
import { patternOf } from '../flow/page-scripts.ts';
import { toHex } from '../log/bytes.ts';
import { parseCheckpoint } from '../log/checkpoint.ts';
import type { LogArchive } from '../log/log-archive.ts';
import { formatStampFile, stampDigest } from '../log/stamp-file.ts';
import { readStampAuthority, writeStampAuthority } from '../storage/stamp-store.ts';
import { askAuthority } from './ask-authority.ts';
import { saveFile } from './save-file.ts';
import { readStampAddress } from './stamp-address.ts';

/** Time enough for an authority far away. Milliseconds. */
const TIMEOUT = 20_000;

/** Has the browser allow one host while it is asked, and not longer where it was not allowed before. */
async function withPermission(address: string, ask: () => Promise<StampAnswer>): Promise<StampAnswer> {
  const origins = [patternOf(address)];
  // Not waited for: the browser asks only inside the press.
  const before = browser.permissions.contains({ origins });
  if (!(await browser.permissions.request({ origins }))) return { ok: false, code: 'declined' };
  try {
    return await ask();
  } finally {
    if (!(await before)) await browser.permissions.remove({ origins }).catch(() => undefined);
  }
}

/** Time stamps of this log's checkpoints. Nothing is sent but by `ask`, and only what `prepare` has shown. */
export function createStampPorts(log: Pick<LogArchive, 'checkpoint'>): StampPorts {
  const ask = async ({ address, note, size }: StampOffer): Promise<StampAnswer> => {
    const [{ formatStampQuery, NONCE_SIZE, toNonce }, { checkTimeStamp, LONGEST_ANSWER }] = await Promise.all(
      [import('../log/stamp-query.ts'), import('../log/time-stamp.ts')],
    );
    const digest = stampDigest(note);
    const nonce = toNonce(crypto.getRandomValues(new Uint8Array(NONCE_SIZE)));
    const query = formatStampQuery(digest, nonce);
    const asked = await askAuthority({
      fetch: (...request) => fetch(...request),
      address,
      query,
      timeout: TIMEOUT,
      longest: LONGEST_ANSWER,
    });
    if (!asked.ok) return asked;
    const stamp = await checkTimeStamp(asked.answer, { digest, nonce, subtle: crypto.subtle });
    if (!stamp.ok) return { ok: false, code: stamp.code };
    const { answer, time, authority, fingerprint } = stamp;
    saveFile(new Blob([formatStampFile(answer, note)], { type: 'text/plain' }), `candor-${size}.stamp`);
    return { ok: true, size, time, authority, fingerprint };
  };
  return {
    readAddress: readStampAuthority,
    async prepare(typed) {
      const url = readStampAddress(typed);
      if (!url) return undefined;
      const note = await log.checkpoint();
      await writeStampAuthority(url.href);
      return {
        address: url.href,
        host: url.host,
        note,
        size: parseCheckpoint(note)?.size ?? 0,
        digest: toHex(stampDigest(note)),
      };
    },
    ask: (offer) => withPermission(offer.address, () => ask(offer)),
  };
}
