import { type Bytes, startsWith, utf8 } from '../bytes.ts';
import type { ChainWalk } from '../chain-walk.ts';
import { parseCheckpoint } from '../checkpoint.ts';
import { CHECKPOINT_START, parseCheckpointLine, parseHeader } from '../export-lines.ts';
import { SealError, unseal } from '../sealed-file.ts';
import type { VerifySuccess } from '../verification.ts';
import { formatVerifierKey } from '../verifier-key.ts';
import { verifyExport } from '../verify.ts';
import { createDigest, createVerifySignature } from '../web-crypto.ts';
import { lineAt, textOf, type WholeLines } from '../whole-lines.ts';
import { linesOf, sliceLines } from './backup-lines.ts';
import { type Erasure, parseErasures } from './erasure-lines.ts';
import { type NamedHead, RestoreError } from './restore-error.ts';

/** What a backup holds, after all of it was proved. */
export interface BackupHead extends NamedHead {
  /** Verifier key, as text. */
  readonly key: string;
  /** Signed, over all its entries. */
  readonly checkpoint: string;
}

/** Told what is in a backup while it is read; only the end says whether it was right. */
export interface BackupVisitor {
  line(line: Bytes, walk: ChainWalk): void;
  erasures?(erasures: readonly Erasure[]): void;
  /** Now and then, after some lines: reading goes on when it resolves. */
  rest?(): Promise<void>;
}

/** All entries shown, and nothing in them that nobody vouches for. */
function headOf(header: string, signed: string, result: VerifySuccess): BackupHead {
  const key = parseHeader(header)?.key;
  const checkpoint = parseCheckpointLine(signed);
  const head = checkpoint === undefined ? undefined : parseCheckpoint(checkpoint);
  const isWhole = result.shown === result.size && result.aliases === 0 && result.excerpts === 0;
  if (!key || checkpoint === undefined || !head || !isWhole) throw new RestoreError('damaged');
  return { origin: head.origin, size: head.size, root: head.root, key: formatVerifierKey(key), checkpoint };
}

const CHECKPOINT = utf8(CHECKPOINT_START);
const findCheckpointLine = (lines: WholeLines): number =>
  lines.ends.findIndex((_, at) => startsWith(lineAt(lines, at), CHECKPOINT));

function requireErasures(line: string): readonly Erasure[] {
  const erasures = parseErasures(line);
  if (!erasures) throw new RestoreError('damaged');
  return erasures;
}

/** Opens and checks a whole backup, a piece at a time. Throws RestoreError, and what the visitor throws. */
export async function readBackup(
  file: AsyncIterable<Bytes>,
  { passphrase, subtle, visitor }: { passphrase: string; subtle: SubtleCrypto; visitor: BackupVisitor },
): Promise<BackupHead> {
  let header = '';
  let signed: string | undefined;

  /** The lines of the export; what a backup has behind them goes to the visitor. */
  async function* exported(): AsyncGenerator<WholeLines> {
    for await (const some of linesOf(unseal(file, passphrase, subtle))) {
      const count = some.ends.length;
      header ||= textOf(lineAt(some, 0));
      const last = signed === undefined ? findCheckpointLine(some) : -1;
      if (last !== -1) signed = textOf(lineAt(some, last));
      const end = signed === undefined ? count : last + 1;
      yield sliceLines(some, 0, end);
      for (let at = end; at < count; at += 1) visitor.erasures?.(requireErasures(textOf(lineAt(some, at))));
      await visitor.rest?.();
    }
  }

  try {
    const result = await verifyExport(exported(), {
      verifySignature: createVerifySignature(subtle),
      digest: createDigest(subtle),
      onLine: (line, walk) => visitor.line(line, walk),
    });
    if (!result.ok) throw new RestoreError('damaged');
    return headOf(header, signed ?? '', result);
  } catch (error) {
    throw error instanceof SealError ? new RestoreError(error.code) : error;
  }
}
