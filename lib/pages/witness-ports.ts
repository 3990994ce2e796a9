import type { WitnessPorts } from '#components/log/witness-contract.ts';
import { checkFile, readKept } from '../log/check-file.ts';
import { parseCheckpoint } from '../log/checkpoint.ts';
import type { LogArchive } from '../log/log-archive.ts';
import { createVerifySignature } from '../log/web-crypto.ts';
import { noteWitnessed, readWitnessed } from '../storage/witness-store.ts';
import { asSource } from './file-source.ts';
import { saveFile } from './save-file.ts';

/** This install as a witness of other logs: it never signs two heads of which one does not extend the other. */
export const createWitnessPorts = (log: Pick<LogArchive, 'cosign' | 'identity'>): WitnessPorts => ({
  async sign(file) {
    const source = asSource(file);
    const checkpoint = (await readKept(source))?.knownCheckpoint ?? '';
    const head = parseCheckpoint(checkpoint);
    const seen = head && (await readWitnessed(head.origin));
    const verifySignature = createVerifySignature(crypto.subtle);
    const report = await checkFile(source, {
      verifySignature,
      ...(seen !== undefined && { knownCheckpoint: seen }),
    });
    if (report?.kind !== 'export') return { ok: false, code: 'no-export' };
    const { result } = report;
    if (!result.ok) {
      const { code, index } = result;
      return { ok: false, code, ...(index !== undefined && { index }) };
    }
    // An export that is intact ends in a checkpoint of its own; another one was read only if the file changed meanwhile.
    if (!head || head.size !== result.size) return { ok: false, code: 'unparsable' };
    let signed: string;
    try {
      signed = await log.cosign(checkpoint, Math.floor(Date.now() / 1000));
    } catch (error) {
      if (error instanceof RangeError) return { ok: false, code: 'no-witness-key' };
      throw error;
    }
    await noteWitnessed(head.origin, signed);
    saveFile(new Blob([signed], { type: 'text/plain' }), `candor-${head.size}.checkpoint`);
    return { ok: true, size: head.size, before: result.extends, key: (await log.identity()).witness };
  },
});
