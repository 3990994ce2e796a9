import { isSameBytes, toBase64 } from './bytes.ts';
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
import { contentDigest, createLineHasher } from './hash.ts';
import { parseAlias, parseExcerpt, parseOmitted, parsePrivate } from './optional-lines.ts';
import { addLeaf, addSubtree, NO_PEAKS, type Peaks, rootOf } from './peaks.ts';
import { nameTampering, type Place } from './tampering.ts';
import { fail, type VerifyFailure } from './verification.ts';

type Entry = EntryLine & Place;

/** The hash of no entry. */
const UNKNOWN = '?';

/** Walks the entries of one export: order, chain, tree, texts. Signatures are the caller's. */
export class ChainWalk {
  peaks: Peaks = NO_PEAKS;
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
  readonly #hash = createLineHasher();
  /** Leaf hash of the entry before; missing where that was left out. */
  #before: string | undefined = '';
  #beforeThat: string | undefined;
  #current: EntryLine | undefined;
  /** Breaks the chain; one more entry is read to say how. */
  #suspect: Entry | undefined;

  constructor(known: TreeHead | undefined) {
    this.#known = known;
    this.#compareWithKnown();
  }

  /** Reads one entry, or a line that lies beside one. */
  read(line: string, number: number): VerifyFailure | undefined {
    if (line.startsWith(OMITTED_START))
      return this.#suspect ? this.#nameBreak(this.#suspect) : this.#readOmitted(line, number);
    const beside = this.#readerOf(line);
    if (beside) return this.#suspect ? undefined : beside(number);
    const read = parseEntryLine(line);
    if (read === undefined)
      return this.#suspect ? this.#nameBreak(this.#suspect) : fail('unparsable', { line: number });
    if (read === 'newer') return fail('newer-format', { line: number });
    const leaf = this.#hash(line);
    const hash = toBase64(leaf);
    if (this.#suspect) return this.#nameBreak(this.#suspect, { ...read, hash });
    const follows = this.#before === undefined || read.previous === this.#before;
    if (read.index !== this.peaks.size || !follows) {
      this.#suspect = { ...read, hash };
      return undefined;
    }
    if (this.last === undefined) this.first = read.time;
    else if (read.time < this.last) this.timeWentBack += 1;
    this.last = read.time;
    this.#current = read;
    this.#beforeThat = this.#before;
    this.#before = hash;
    this.peaks = addLeaf(this.peaks, leaf);
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
  #readerOf(line: string): ((number: number) => VerifyFailure | undefined) | undefined {
    if (line.startsWith(PRIVATE_START)) return (number) => this.#readPrivate(line, number);
    if (line.startsWith(CONTENT_START)) return (number) => this.#readContent(line, number);
    if (line.startsWith(ALIAS_START)) return (number) => this.#readAlias(line, number);
    if (line.startsWith(EXCERPT_START)) return (number) => this.#readExcerpt(line, number);
    return undefined;
  }

  #readPrivate(line: string, number: number): VerifyFailure | undefined {
    const opened = parsePrivate(line);
    if (!opened) return fail('unparsable', { line: number });
    const { index, commitment } = opened;
    return this.#current?.index === index && this.#current.private === commitment
      ? undefined
      : fail('private-mismatch', { index, line: number });
  }

  /** Nothing vouches for it; it only has to stand where it belongs. */
  #readAlias(line: string, number: number): VerifyFailure | undefined {
    const isHere = this.#current !== undefined && parseAlias(line)?.index === this.#current.index;
    if (!isHere) return fail('unparsable', { line: number });
    this.aliases += 1;
    return undefined;
  }

  #readExcerpt(line: string, number: number): VerifyFailure | undefined {
    const isHere = this.#current !== undefined && parseExcerpt(line)?.index === this.#current.index;
    if (!isHere) return fail('unparsable', { line: number });
    this.excerpts += 1;
    return undefined;
  }

  #readOmitted(line: string, number: number): VerifyFailure | undefined {
    const omitted = parseOmitted(line);
    if (omitted?.from !== this.peaks.size) return fail('unparsable', { line: number });
    for (const { root, width } of omitted.subtrees) {
      const known = this.#known?.size ?? 0;
      this.hidesKnown ||= this.peaks.size < known && known < this.peaks.size + width;
      this.peaks = addSubtree(this.peaks, root, width);
      this.omitted += width;
      this.#compareWithKnown();
    }
    this.#current = undefined;
    this.#before = undefined;
    return undefined;
  }

  #readContent(line: string, number: number): VerifyFailure | undefined {
    const content = parseContent(line);
    if (!content) return fail('unparsable', { line: number });
    const { index, what, salt, text } = content;
    const digest = toBase64(contentDigest(salt, text));
    if (this.#current?.index !== index || !hasCommitment(this.#current, what, digest)) {
      return fail('content-mismatch', { index, line: number });
    }
    this.texts += 1;
    return undefined;
  }

  #nameBreak(entry: Entry, next?: Entry): VerifyFailure {
    const { code, index } = nameTampering({
      position: this.peaks.size,
      entry,
      next,
      before: this.#before ?? UNKNOWN,
      beforeThat: this.#beforeThat,
    });
    return fail(code, { index });
  }
}
