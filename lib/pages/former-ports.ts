import type { FormerPorts } from '#components/log/former-contract.ts';
import { listFormerLogs, readFormerCandorLog } from '../flow/open-candor-log.ts';
import type { Bytes } from '../log/bytes.ts';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { saveFile } from './save-file.ts';

/** Logs that nothing is added to any more. */
export const createFormerPorts = (): FormerPorts => ({
  async list() {
    const logs = await listFormerLogs();
    return logs.map(({ database, from, origin, size, checkpoint }) => ({
      id: database,
      from,
      origin,
      size,
      signed: parseCheckpoint(checkpoint ?? '')?.size,
    }));
  },
  async save(id) {
    const log = readFormerCandorLog(id);
    const parts: Bytes[] = [];
    for await (const { bytes } of log.exportLines({ texts: 'digests', names: 'shown' })) parts.push(bytes);
    await log.close();
    saveFile(new Blob(parts, { type: 'application/jsonl' }), 'candor-former-log.jsonl');
  },
});
