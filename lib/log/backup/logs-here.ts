import { createConnection, withDatabase } from '../connection.ts';
import { type FormerLog, readFormerLog } from '../former-log.ts';
import { findVerifierKey } from '../stored-log.ts';
import { formatVerifierKey } from '../verifier-key.ts';

/** A log of which this installation has the entries. */
export interface LogHere extends FormerLog {
  readonly from: 'present' | 'ended' | 'restored';
  /** Verifier key, as text; missing where it is gone. */
  readonly key: string | undefined;
}

/** All of them. */
export async function listLogsHere(name: string): Promise<readonly LogHere[]> {
  const connection = createConnection(name, { isReader: true });
  try {
    const { own, restored } = await connection.databases();
    const present = own.at(-1);
    const read = (database: string, from: LogHere['from']): Promise<LogHere> =>
      withDatabase(database, async (opened) => {
        const key = await findVerifierKey(opened);
        return { ...(await readFormerLog(database, opened)), from, key: key && formatVerifierKey(key) };
      });
    const logs: LogHere[] = [];
    for (const database of own) logs.push(await read(database, database === present ? 'present' : 'ended'));
    for (const database of restored) logs.push(await read(database, 'restored'));
    // One that went on elsewhere as it was has nothing left in it.
    return logs.filter(({ from, size }) => from === 'present' || size > 0);
  } finally {
    await connection.close();
  }
}
