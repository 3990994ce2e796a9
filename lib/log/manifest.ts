import { type Bytes, concatBytes, toHex } from './bytes.ts';
import type { Section } from './export-lines.ts';
import { plainHash } from './hash.ts';
import type { WholeLines } from './whole-lines.ts';

/** Lines of one section; the first section is the header alone. */
const SECTION_LINES = 8192;
const sizeAfter = (sections: number): number => (sections === 0 ? 1 : SECTION_LINES);

/** SHA-256 of bytes. The platform's own is several times faster than one in JavaScript, and wants them all at once. */
export type Digest = (bytes: Bytes) => Promise<Uint8Array>;

const digestHere: Digest = async (bytes) => plainHash(bytes);

/** SHA-256 of the sections of an export as it is read or written: it says where a file was damaged. */
export class SectionDigest {
  readonly #digest: Digest;
  readonly #done: Promise<Section>[] = [];
  #parts: Bytes[] = [];
  #lines = 0;

  constructor(digest: Digest = digestHere) {
    this.#digest = digest;
  }

  /** Takes in the first `count` of these lines. The platform hashes a section while the next one is collected. */
  async add({ bytes, ends }: WholeLines, count = ends.length): Promise<void> {
    for (let line = 0, start = 0; line < count; ) {
      const size = sizeAfter(this.#done.length);
      const taken = Math.min(size - this.#lines, count - line);
      line += taken;
      const end = ends[line - 1] as number;
      this.#parts.push(bytes.subarray(start, end));
      this.#lines += taken;
      start = end;
      if (this.#lines === size) await this.#close();
    }
  }

  /** To be called once, after the last line. */
  async finish(): Promise<readonly Section[]> {
    if (this.#lines > 0) await this.#close();
    return Promise.all(this.#done);
  }

  async #close(): Promise<void> {
    await this.#done.at(-1);
    const lines = this.#lines;
    const section = this.#digest(concatBytes(...this.#parts)).then((hash) => ({
      lines,
      sha256: toHex(hash),
    }));
    // Whoever finishes hears of a failure.
    section.catch(() => {});
    this.#done.push(section);
    this.#parts = [];
    this.#lines = 0;
  }
}

/** First line, from 1, of the first section that is not as the manifest says. Nothing where all are. */
export function findDamage(found: readonly Section[], stated: readonly Section[]): number | undefined {
  let line = 1;
  for (let at = 0; at < Math.max(found.length, stated.length); at += 1) {
    const [a, b] = [found[at], stated[at]];
    if (a?.lines !== b?.lines || a?.sha256 !== b?.sha256) return line;
    line += a?.lines ?? 0;
  }
  return undefined;
}
