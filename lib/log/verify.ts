import { type Bytes, isSameBytes, startsWith, toBase64, utf8 } from './bytes.ts';
import { ChainWalk } from './chain-walk.ts';
import { type Checkpoint, checkCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { findCosignature } from './cosignature.ts';
import type { TileRow } from './database.ts';
import {
  CHECKPOINT_START,
  type ExportHeader,
  FORMAT_VERSION,
  MANIFEST_START,
  parseCheckpointLine,
  parseHeader,
  type Section,
} from './export-lines.ts';
import { type Digest, findDamage, SectionDigest } from './manifest.ts';
import { parseManifest } from './optional-lines.ts';
import { rootOf } from './peaks.ts';
import { fail, type Verification, type VerifyFailure } from './verification.ts';
import { fingerprintOf, isSameKey, type VerifierKey, type VerifySignature } from './verifier-key.ts';
import { joinLines, lineAt, textOf, type WholeLines } from './whole-lines.ts';

const CHECKPOINT = utf8(CHECKPOINT_START);
const MANIFEST = utf8(MANIFEST_START);

export interface VerifyOptions {
  readonly verifySignature: VerifySignature;
  /** A checkpoint kept from earlier, as text. Without one, nobody can tell a log that was replaced as a whole. */
  readonly knownCheckpoint?: string;
  /** The key of the log as its owner gave it. Without one, the file itself says whose it is. */
  readonly knownKey?: VerifierKey;
  /** Somebody else who has to have signed: the known checkpoint, or without one the file's own. */
  readonly knownWitness?: VerifierKey;
  /** The platform's SHA-256, for the manifest: faster than the one that comes with this code. */
  readonly digest?: Digest | undefined;
  /** Told each line of an entry, or beside one, as soon as it was taken in. Nothing is proved before the end. */
  readonly onLine?: (line: Bytes, walk: ChainWalk) => void;
}

interface ReadingOptions extends VerifyOptions {
  /** The lines come from the log itself and have no manifest: hashing all of it twice would find nothing more. */
  readonly isLive?: boolean;
}

/** Checks an exported log line by line. Never throws for what stands in the lines; holds one piece at a time. */
export async function verifyExport(
  lines: AsyncIterable<WholeLines> | Iterable<string>,
  options: VerifyOptions,
): Promise<Verification> {
  const reading = new ExportReading(options);
  if (Symbol.iterator in lines) await reading.readAll(joinLines(lines));
  else {
    for await (const some of lines) {
      if (!(await reading.readAll(some))) break;
    }
  }
  return reading.finish();
}

/** What a log that is open gives: as an export of all of it, but for what only a file needs. */
export interface StoredLines {
  readonly header: string;
  /** All entries in order, some at a time. */
  readonly tiles: AsyncIterable<TileRow>;
  /** Last line. */
  readonly checkpoint: string;
}

/** Checks a log as it lies in its database, from the bytes up. */
export async function verifyStored(
  { header, tiles, checkpoint }: StoredLines,
  options: VerifyOptions,
): Promise<Verification> {
  const reading = new ExportReading({ ...options, isLive: true });
  await reading.readAll(joinLines([header]));
  for await (const some of tiles) {
    if (!reading.readTile(some)) break;
  }
  await reading.readAll(joinLines([checkpoint]));
  return reading.finish();
}

/** When the witness that is asked for signed; nothing where none is. */
export async function findWitness(
  { note }: Checkpoint,
  { knownWitness, verifySignature }: Pick<VerifyOptions, 'knownWitness' | 'verifySignature'>,
): Promise<{ witnessed: number } | 'missing' | undefined> {
  if (!knownWitness) return undefined;
  const seconds = await findCosignature(note, knownWitness, verifySignature);
  return seconds === undefined ? 'missing' : { witnessed: seconds * 1000 };
}

/** One pass over the lines of one file. */
class ExportReading {
  readonly #options: ReadingOptions;
  readonly #known: Checkpoint | undefined;
  readonly #walk: ChainWalk;
  readonly #sections: SectionDigest;
  #lines = 0;
  #header: ExportHeader | undefined;
  #manifest: readonly Section[] | undefined;
  #checkpoint: string | undefined;
  #failure: VerifyFailure | undefined;

  constructor(options: ReadingOptions) {
    this.#options = options;
    this.#known =
      options.knownCheckpoint === undefined ? undefined : parseCheckpoint(options.knownCheckpoint);
    this.#walk = new ChainWalk(this.#known);
    this.#sections = new SectionDigest(options.digest);
  }

  /** False as soon as the rest cannot change the answer. */
  async readAll(lines: WholeLines): Promise<boolean> {
    if (this.#failure) return false;
    /** Lines of these that stand before the manifest. */
    let digested = this.#manifest ? 0 : lines.ends.length;
    for (let at = 0; at < lines.ends.length; at += 1) {
      const isBefore = this.#manifest === undefined;
      this.#lines += 1;
      this.#failure = this.#readLine(lineAt(lines, at));
      if (this.#failure) return false;
      if (isBefore && this.#manifest) digested = at;
    }
    if (!this.#options.isLive) await this.#sections.add(lines, digested);
    return true;
  }

  /** As `readAll`, for entries that have not been written down as lines. */
  readTile({ bytes, lengths, openings, openingLengths }: TileRow): boolean {
    for (let entry = 0, at = 0, openingAt = 0; entry < lengths.length; entry += 1) {
      const end = at + (lengths[entry] as number);
      const openingEnd = openingAt + (openingLengths[entry] ?? 0);
      this.#lines += 1;
      this.#failure ??= this.#walk.readStored(
        bytes.subarray(at, end),
        openings.subarray(openingAt, openingEnd),
        this.#lines,
      );
      if (this.#failure) return false;
      at = end;
      openingAt = openingEnd;
    }
    return true;
  }

  #readLine(line: Bytes): VerifyFailure | undefined {
    if (this.#header === undefined) return this.#readHeader(textOf(line));
    if (this.#checkpoint !== undefined) return this.#unparsable();
    if (startsWith(line, CHECKPOINT)) return this.#readCheckpoint(textOf(line));
    if (this.#manifest !== undefined) return this.#unparsable();
    if (!startsWith(line, MANIFEST)) return this.#readEntryLine(line);
    this.#manifest = parseManifest(textOf(line));
    return this.#manifest === undefined ? this.#unparsable() : undefined;
  }

  #readEntryLine(line: Bytes): VerifyFailure | undefined {
    const failure = this.#walk.read(line, this.#lines);
    if (!failure) this.#options.onLine?.(line, this.#walk);
    return failure;
  }

  #readHeader(line: string): VerifyFailure | undefined {
    this.#header = parseHeader(line);
    if (this.#header === undefined) return this.#unparsable();
    return this.#header.version === FORMAT_VERSION ? undefined : fail('newer-format', { line: this.#lines });
  }

  #readCheckpoint(line: string): VerifyFailure | undefined {
    if (this.#manifest === undefined && !this.#options.isLive) return this.#unparsable();
    this.#checkpoint = parseCheckpointLine(line);
    return this.#checkpoint === undefined ? this.#unparsable() : undefined;
  }

  #unparsable(): VerifyFailure {
    return fail('unparsable', { line: this.#lines });
  }

  async finish(): Promise<Verification> {
    const failure = this.#failure ?? this.#walk.finish();
    if (failure) return failure;
    if (!this.#header) return fail('unparsable', { line: 1 });
    const { key } = this.#header;
    const { verifySignature, knownCheckpoint, knownKey } = this.#options;

    if (knownKey && !isSameKey(knownKey, key)) return fail('foreign-key');
    if (knownCheckpoint !== undefined) {
      const trust = this.#known ? await checkCheckpoint(this.#known, key, verifySignature) : 'bad-signature';
      if (trust !== 'verified') return fail(trust === 'foreign-key' ? trust : 'bad-known-checkpoint');
    }
    if (this.#checkpoint === undefined) return fail('unsigned', { line: this.#lines + 1 });
    const checkpoint = parseCheckpoint(this.#checkpoint);
    if (!checkpoint) return fail('unparsable', { line: this.#lines });
    const trust = await checkCheckpoint(checkpoint, key, verifySignature);
    if (trust !== 'verified') return fail(trust);
    const witnessed = await findWitness(this.#known ?? checkpoint, this.#options);
    if (witnessed === 'missing') return fail('not-witnessed');
    const result = this.#compare(checkpoint, fingerprintOf(key));
    if (!result.ok) return result;
    const damage = this.#manifest && findDamage(await this.#sections.finish(), this.#manifest);
    return damage === undefined ? { ...result, ...witnessed } : fail('damaged', { line: damage });
  }

  #compare(checkpoint: Checkpoint, fingerprint: string): Verification {
    const { peaks, differsFromKnown, hidesKnown, omitted, first, last } = this.#walk;
    const { texts, aliases, excerpts, timeWentBack } = this.#walk;
    const known = this.#known;
    const root = rootOf(peaks);
    if (peaks.size < checkpoint.size) return fail('tail-cut', { index: peaks.size });
    if (peaks.size > checkpoint.size) return fail('forged', { index: checkpoint.size });
    if (differsFromKnown) return fail('recomputed', { index: 0 });
    if (!isSameBytes(root, checkpoint.root)) {
      return fail('recomputed', { index: known && known.size <= peaks.size ? known.size : 0 });
    }
    if (known && peaks.size < known.size) return fail('rolled-back', { index: peaks.size });
    if (known && hidesKnown) return fail('known-omitted', { index: known.size });
    return {
      ok: true,
      size: peaks.size,
      shown: peaks.size - omitted,
      root: toBase64(root),
      ...(first !== undefined && last !== undefined && { first, last }),
      fingerprint,
      texts,
      aliases,
      excerpts,
      timeWentBack,
      isKeyKnown: this.#options.knownKey !== undefined,
      ...(known && { extends: known.size }),
    };
  }
}
