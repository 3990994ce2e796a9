import { type Bytes, isBase64Of, isSameBytes, readUtf8, startsWith, toBase64, utf8 } from './bytes.ts';
import { scanCanonical } from './canonical-scan.ts';
import type { TreeHead } from './checkpoint.ts';
import { type EntryLine, hasCommitment, parseEntryLine } from './entry-line.ts';
import {
  ALIAS_START,
  CONTENT_START,
  EXCERPT_START,
  OMITTED_START,
  PRIVATE_START,
  parseContent,
} from './export-lines.ts';
import { contentDigest, type Hash, leafHash, plainHash } from './hash.ts';
import { parseAlias, parseExcerpt, parseOmitted, parsePrivate } from './optional-lines.ts';
import { GrowingTree, rootOf } from './peaks.ts';
import { type Opening, SALT_SIZE } from './private-facts.ts';
import { nameTampering, type Place } from './tampering.ts';
import { fail, type VerifyFailure } from './verification.ts';
import { textOf } from './whole-lines.ts';

interface Entry {
  readonly read: EntryLine;
  readonly leaf: Hash;
}

const placeOf = ({ read: { index, previous }, leaf }: Entry): Place => ({
  index,
  previous: readUtf8(previous),
  hash: toBase64(leaf),
});

/** What the chain says of an entry that is not known. */
const UNKNOWN = '?';
/** And of none at all. */
const NOTHING: Hash = new Uint8Array(0);

const STARTS = {
  omitted: utf8(OMITTED_START),
  private: utf8(PRIVATE_START),
  content: utf8(CONTENT_START),
  alias: utf8(ALIAS_START),
  excerpt: utf8(EXCERPT_START),
};

/** Walks the entries of one export: order, chain, tree, texts. Signatures are the caller's. */
export class ChainWalk {
  readonly peaks = new GrowingTree();
  /** Of the entry that was read last. */
  leaf: Hash | undefined;
  first: number | undefined;
  last: number | undefined;
  texts = 0;
  /** Names that stand for persons; nothing vouches for them. */
  aliases = 0;
  /** Beginnings of texts; nothing vouches for them. */
  excerpts = 0;
  /** Entries that are not in the file, though its root covers them. */
  omitted = 0;
  /** The known checkpoint lies among entries that are not in the file: nobody can compare with it. */
  hidesKnown = false;
  timeWentBack = 0;
  /** Whether the root at the known size was another than the known one. */
  differsFromKnown = false;

  readonly #known: TreeHead | undefined;
  /** Leaf hash of the entry before; missing where that was left out. */
  #before: Hash | undefined = NOTHING;
  #beforeThat: Hash | undefined;
  #current: EntryLine | undefined;
  /** Breaks the chain; one more entry is read to say how. */
  #suspect: Entry | undefined;

  constructor(known: TreeHead | undefined) {
    this.#known = known;
    this.#compareWithKnown();
  }

  /** Reads one entry, or a line that lies beside one. */
  read(line: Bytes, number: number): VerifyFailure | undefined {
    if (startsWith(line, STARTS.omitted))
      return this.#suspect ? this.#nameBreak(this.#suspect) : this.#readOmitted(textOf(line), number);
    const beside = this.#readerOf(line);
    if (beside) return this.#suspect ? undefined : beside(line, number);
    return this.#readEntry(line, number);
  }

  /** Reads one entry as it lies in the log, with what opens it (empty: nothing). `number`: of the line that it would be. */
  readStored(bytes: Bytes, opening: Opening, number: number): VerifyFailure | undefined {
    const failure = this.#readEntry(bytes, number);
    if (failure || this.#suspect || opening.length === 0) return failure;
    return scanCanonical(opening.subarray(SALT_SIZE))
      ? this.#compareOpening(opening, this.#current?.index ?? 0, number)
      : fail('unparsable', { line: number });
  }

  #readEntry(line: Uint8Array, number: number): VerifyFailure | undefined {
    const read = parseEntryLine(line);
    if (read === undefined)
      return this.#suspect ? this.#nameBreak(this.#suspect) : fail('unparsable', { line: number });
    if (read === 'newer') return fail('newer-format', { line: number });
    const leaf = leafHash(line);
    if (this.#suspect) return this.#nameBreak(this.#suspect, { read, leaf });
    const follows = this.#before === undefined || isBase64Of(read.previous, this.#before);
    if (read.index !== this.peaks.size || !follows) {
      this.#suspect = { read, leaf };
      return undefined;
    }
    if (this.last === undefined) this.first = read.time;
    else if (read.time < this.last) this.timeWentBack += 1;
    this.last = read.time;
    this.#current = read;
    this.#beforeThat = this.#before;
    this.#before = leaf;
    this.leaf = leaf;
    this.peaks.add(leaf);
    this.#compareWithKnown();
    return undefined;
  }

  /** To be called after the last entry. */
  finish(): VerifyFailure | undefined {
    return this.#suspect && this.#nameBreak(this.#suspect);
  }

  #compareWithKnown(): void {
    if (this.peaks.size !== this.#known?.size) return;
    this.differsFromKnown = !isSameBytes(rootOf(this.peaks), this.#known.root);
  }

  /** How to read a line that lies beside an entry; nothing for an entry. */
  #readerOf(line: Bytes): ((line: Bytes, number: number) => VerifyFailure | undefined) | undefined {
    if (startsWith(line, STARTS.private)) return this.#readPrivate;
    if (startsWith(line, STARTS.content)) return this.#readContent;
    if (startsWith(line, STARTS.alias)) return this.#readAlias;
    if (startsWith(line, STARTS.excerpt)) return this.#readExcerpt;
    return undefined;
  }

  readonly #readPrivate = (line: Bytes, number: number): VerifyFailure | undefined => {
    const opened = parsePrivate(line);
    return opened
      ? this.#compareOpening(opened.opening, opened.index, number)
      : fail('unparsable', { line: number });
  };

  #compareOpening(opening: Opening, index: number, number: number): VerifyFailure | undefined {
    const commitment = this.#current?.index === index ? this.#current.private : undefined;
    return commitment && isBase64Of(commitment, plainHash(opening))
      ? undefined
      : fail('private-mismatch', { index, line: number });
  }

  /** Nothing vouches for it; it only has to stand where it belongs. */
  readonly #readAlias = (line: Bytes, number: number): VerifyFailure | undefined => {
    const isHere = this.#current !== undefined && parseAlias(textOf(line))?.index === this.#current.index;
    if (!isHere) return fail('unparsable', { line: number });
    this.aliases += 1;
    return undefined;
  };

  readonly #readExcerpt = (line: Bytes, number: number): VerifyFailure | undefined => {
    const isHere = this.#current !== undefined && parseExcerpt(textOf(line))?.index === this.#current.index;
    if (!isHere) return fail('unparsable', { line: number });
    this.excerpts += 1;
    return undefined;
  };

  #readOmitted(line: string, number: number): VerifyFailure | undefined {
    const omitted = parseOmitted(line);
    if (omitted?.from !== this.peaks.size) return fail('unparsable', { line: number });
    for (const { root, width } of omitted.subtrees) {
      const known = this.#known?.size ?? 0;
      this.hidesKnown ||= this.peaks.size < known && known < this.peaks.size + width;
      this.peaks.add(root, width);
      this.omitted += width;
      this.#compareWithKnown();
    }
    this.#current = undefined;
    this.#before = undefined;
    return undefined;
  }

  readonly #readContent = (line: Bytes, number: number): VerifyFailure | undefined => {
    const content = parseContent(textOf(line));
    if (!content) return fail('unparsable', { line: number });
    const { index, what, salt, text } = content;
    const digest = toBase64(contentDigest(salt, text));
    if (this.#current?.index !== index || !hasCommitment(this.#current, what, digest)) {
      return fail('content-mismatch', { index, line: number });
    }
    this.texts += 1;
    return undefined;
  };

  #nameBreak(entry: Entry, next?: Entry): VerifyFailure {
    const { code, index } = nameTampering({
      position: this.peaks.size,
      entry: placeOf(entry),
      next: next && placeOf(next),
      before: this.#before ? toBase64(this.#before) : UNKNOWN,
      beforeThat: this.#beforeThat && toBase64(this.#beforeThat),
    });
    return fail(code, { index });
  }
}
