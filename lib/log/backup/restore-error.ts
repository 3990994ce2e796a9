import type { Checkpoint } from '../checkpoint.ts';

/** A head as it is shown to a person. */
export type NamedHead = Pick<Checkpoint, 'origin' | 'size' | 'root'>;

/**
 * Why a backup was not restored. Nothing has changed then.
 *
 * - `passphrase`: wrong, or the beginning of the file was changed.
 * - `damaged`: changed, cut, put together from pieces, or its entries do not prove each other.
 * - `format`: no backup, or one of a newer Candor.
 * - `forked`: it holds another log than the one here, though with the same key: `heads` are that of the backup and that
 *   of the log here.
 * - `moved`: the log here went on meanwhile; or the file did not stay the same.
 * - `busy`: another page restores.
 */
export type RestoreCode = 'passphrase' | 'damaged' | 'format' | 'forked' | 'moved' | 'busy';

export class RestoreError extends Error {
  override readonly name = 'RestoreError';
  readonly code: RestoreCode;
  readonly heads: readonly NamedHead[];

  constructor(code: RestoreCode, heads: readonly NamedHead[] = []) {
    super(code);
    this.code = code;
    this.heads = heads;
  }
}
