import type { ExportChoice } from '#lib/model/log-export.ts';
import { readUtf8 } from './bytes.ts';
import { parseCheckpoint } from './checkpoint.ts';
import type { Connection } from './connection.ts';
import { cosign, formatWitnessKey } from './cosignature.ts';
import { type LogDatabase, type StoreName, TILE_SIZE, type TileRow } from './database.ts';
import { EntryLines } from './export/jsonl.ts';
import { isNarrowed, readChosen } from './export/read-chosen.ts';
import {
  formatCheckpointLine,
  formatContent,
  formatHeader,
  formatManifest,
  formatPrivate,
} from './export-lines.ts';
import { keptText } from './kept-text.ts';
import { LogError } from './log-error.ts';
import { SectionDigest } from './manifest.ts';
import { formatReceipt } from './receipt.ts';
import { noKey, signHead } from './sign-head.ts';
import {
  createNodeSource,
  findCheckpoint,
  findKey,
  findVerifierKey,
  parseEntry,
  readTile,
  readTileRow,
  type StoredEntry,
  tileOf,
} from './stored-log.ts';
import { inclusionProof } from './tree.ts';
import { fail, type Verification } from './verification.ts';
import { fingerprintOf, formatVerifierKey, type VerifierKey } from './verifier-key.ts';
import { verifyStored } from './verify.ts';
import { createDigest, createSigner, createVerifySignature, type KeyRecord } from './web-crypto.ts';
import { joinLines, type WholeLines } from './whole-lines.ts';

/** Called for each tile, with entries that were read and those among them that were chosen; `false` ends the reading there. */
export type OnProgress = (progress: { done: number; size: number; shown: number }) => unknown;

export interface ReceiptOptions {
  /** Its texts too, where they are kept. */
  readonly withText: boolean;
  /** Name, addresses and reason too. */
  readonly withName: boolean;
}

/** What is taken out of a log, and what proves it. For Candor's own pages. Every function may reject with a LogError. */
export interface LogArchive {
  /** Name and key of this log, as the export's header states them; `witness`: the key of its cosignatures. */
  identity(): Promise<{ key: string; fingerprint: string; witness: string }>;
  /** Signs the checkpoint of another log as a witness. Rejects with a RangeError where the key is not Ed25519. */
  cosign(checkpoint: string, seconds: number): Promise<string>;
  /** Signs the present head; the same text again while nothing was added. */
  checkpoint(): Promise<string>;
  /** C2SP tlog-proof of one entry, the entry itself inside. */
  receipt(index: number, options: ReceiptOptions): Promise<string>;
  /** JSON Lines as README.md describes them, some at a time. Entries added meanwhile are not in it. */
  exportLines(choice: ExportChoice, onProgress?: OnProgress): AsyncIterable<WholeLines>;
  /** Everything from the bytes up, against the newest checkpoint signed before. Nothing if stopped. */
  verify(onProgress?: OnProgress): Promise<Verification | undefined>;
}

const TREE: StoreName[] = ['meta', 'entries', 'tiles', 'leaves', 'nodes'];

async function requireKey(database: LogDatabase): Promise<KeyRecord> {
  const key = await findKey(database);
  if (!key) throw noKey();
  return key;
}

async function requireVerifierKey(database: LogDatabase): Promise<VerifierKey> {
  const key = await findVerifierKey(database);
  if (!key) throw noKey();
  return key;
}

export function createLogArchive(connection: Connection, subtle: SubtleCrypto): LogArchive {
  const { use } = connection;

  const checkpoint = (): Promise<string> => signHead(connection, subtle);

  const headerLine = async (): Promise<string> =>
    formatHeader(formatVerifierKey(await use(requireVerifierKey)));

  /** What `read` gives of each tile, in order; the next one is read while this one is worked on. */
  async function* tilesUpTo<Read>(size: number, read: (tile: number) => Promise<Read>) {
    const tiles = Math.ceil(size / TILE_SIZE);
    const begin = (tile: number): Promise<Read> | undefined => {
      if (tile >= tiles) return undefined;
      const reading = read(tile);
      // Whoever comes to it hears of the failure; whoever stops before need not.
      reading.catch(() => {});
      return reading;
    };
    let next = begin(0);
    for (let tile = 0; next; tile += 1) {
      const found = await next;
      next = begin(tile + 1);
      yield { found, done: Math.min((tile + 1) * TILE_SIZE, size) };
    }
  }

  const readRow = (tile: number, size: number): Promise<TileRow> =>
    use((database) => readTileRow(database.transaction(['entries', 'tiles'] as StoreName[]), tile, size));

  async function* exportLines(choice: ExportChoice, onProgress?: OnProgress): AsyncGenerator<WholeLines> {
    const signed = await checkpoint();
    const size = parseCheckpoint(signed)?.size ?? 0;
    const sections = new SectionDigest(createDigest(subtle));
    const digested = async (lines: WholeLines): Promise<WholeLines> => {
      await sections.add(lines);
      return lines;
    };
    const lines = new EntryLines(choice);
    yield digested(joinLines([await headerLine()]));
    let shown = 0;
    // Whole entries without texts are copied as they lie there, which is most of what an export costs otherwise.
    const isWhole = choice.texts === 'digests' && !isNarrowed(choice);
    const readWhole = async (tile: number) => {
      const row = await readRow(tile, size);
      return () => ({ piece: lines.ofTile(row, tile * TILE_SIZE), more: row.lengths.length });
    };
    const readSome = async (tile: number) => {
      const entries = await use((database) => readChosen(database, tile, size, choice));
      return () => ({ piece: lines.of(entries), more: entries.filter(({ is }) => is === 'chosen').length });
    };
    for await (const { found: write, done } of tilesUpTo(size, isWhole ? readWhole : readSome)) {
      const { piece, more } = write();
      yield digested(piece);
      shown += more;
      if (onProgress?.({ done, size, shown }) === false) return;
    }
    yield digested(lines.finish());
    yield joinLines([formatManifest(await sections.finish()), formatCheckpointLine(signed)]);
  }

  /** All entries up to `size`, as they lie in the database; ends early where `onProgress` says so. */
  async function* storedTiles(size: number, onProgress: OnProgress) {
    for await (const { found, done } of tilesUpTo(size, (tile) => readRow(tile, size))) {
      yield found;
      if (onProgress({ done, size, shown: done }) === false) return;
    }
  }

  async function verifyLive(before: string | undefined, onProgress: OnProgress): Promise<Verification> {
    const signed = await checkpoint();
    const size = parseCheckpoint(signed)?.size ?? 0;
    const lines = {
      header: await headerLine(),
      tiles: storedTiles(size, onProgress),
      checkpoint: formatCheckpointLine(signed),
    };
    return verifyStored(lines, {
      verifySignature: createVerifySignature(subtle),
      ...(before !== undefined && { knownCheckpoint: before }),
    });
  }

  const privateLines = (index: number, { opening }: StoredEntry): string[] =>
    opening ? [formatPrivate(index, opening)] : [];

  async function contentLines(stored: StoredEntry): Promise<string[]> {
    const { index, contents = [] } = parseEntry(stored);
    if (contents.length === 0) return [];
    return use(async (database) => {
      const { store } = database.transaction('contents');
      const rows = await Promise.all(contents.map(({ digest }) => store.get(digest)));
      return contents.flatMap(({ what }, at) => {
        const row = keptText(rows[at]);
        return row ? [formatContent(index, what, row.salt, row.text)] : [];
      });
    });
  }

  return {
    checkpoint,
    exportLines,

    async identity() {
      const key = await use(requireVerifierKey);
      return {
        key: formatVerifierKey(key),
        fingerprint: fingerprintOf(key),
        witness: formatWitnessKey(key),
      };
    },

    cosign: async (other, seconds) => cosign(other, createSigner(subtle, await use(requireKey)), seconds),

    async receipt(index, { withText, withName }) {
      const signed = await checkpoint();
      const head = parseCheckpoint(signed);
      if (!head) throw new LogError('corrupt', 'the signed checkpoint cannot be read');
      if (index < 0 || index >= head.size) throw new RangeError(`no entry ${index}`);
      const { entry, proof } = await use(async (database) => {
        const tx = database.transaction(TREE);
        const [found] = (await readTile(tx, tileOf(index))).slice(index % TILE_SIZE);
        if (!found) throw new LogError('corrupt', `entry ${index} is missing`);
        return { entry: found, proof: await inclusionProof(index, head.size, createNodeSource(tx)) };
      });
      const lines = {
        header: await headerLine(),
        entry: readUtf8(entry.bytes),
        private: withName ? privateLines(index, entry)[0] : undefined,
        contents: withText ? await contentLines(entry) : [],
      };
      return formatReceipt(lines, index, proof, signed);
    },

    async verify(onProgress) {
      const before = await use((database) => findCheckpoint(database.transaction(['meta'] as StoreName[])));
      let isStopped = false;
      const onTile: OnProgress = (progress) => {
        isStopped = onProgress?.(progress) === false;
        return !isStopped;
      };
      const verification = await verifyLive(before, onTile).catch((error: unknown) => {
        // The head no longer extends what was signed: a finding, not a failure to look.
        if (error instanceof LogError && error.code === 'corrupt') return fail('recomputed', { index: 0 });
        throw error;
      });
      return isStopped ? undefined : verification;
    },
  };
}
