import type { FormerPorts } from '#components/log/former-contract.ts';
import { listFormerLogs, readFormerCandorLog } from '../flow/open-candor-log.ts';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { saveFile } from './save-file.ts';

/** Logs that nothing is added to any more. */
export const createFormerPorts = (): FormerPorts => ({
  async list() {
    const logs = await listFormerLogs();
    return logs.map(({ database, origin, size, checkpoint }) => ({
      id: database,
      from: 'ended',
      origin,
      size,
      signed: parseCheckpoint(checkpoint ?? '')?.size,
    }));
  },
  async save(id) {
    const log = readFormerCandorLog(id);
    const lines: string[] = [];
    for await (const some of log.exportLines({ texts: 'digests', names: 'shown' }))
      lines.push(...some.map((line) => `${line}\n`));
    await log.close();
    saveFile(new Blob(lines, { type: 'application/jsonl' }), 'candor-former-log.jsonl');
  },
});
