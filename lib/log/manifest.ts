import { type Bytes, concatBytes, toHex, utf8 } from './bytes.ts';
import type { Section } from './export-lines.ts';
import { plainHash } from './hash.ts';

/** Lines of one section; the first section is the header alone. */
const SECTION_LINES = 8192;
const sizeAfter = (sections: number): number => (sections === 0 ? 1 : SECTION_LINES);

/** SHA-256 of bytes. The platform's own is several times faster than one in JavaScript, and wants them all at once. */
export type Digest = (bytes: Bytes) => Promise<Uint8Array>;

const digestHere: Digest = async (bytes) => plainHash(bytes);

/** SHA-256 of the sections of an export as it is read or written: it says where a file was damaged. */
export class SectionDigest {
  readonly #digest: Digest;
  readonly #done: Section[] = [];
  #parts: Bytes[] = [];
  #lines = 0;

  constructor(digest: Digest = digestHere) {
    this.#digest = digest;
  }

  async add(lines: readonly string[]): Promise<void> {
    for (let rest = lines; rest.length > 0; ) {
      const size = sizeAfter(this.#done.length);
      const part = rest.slice(0, size - this.#lines);
      this.#parts.push(utf8(`${part.join('\n')}\n`));
      this.#lines += part.length;
      rest = rest.slice(part.length);
      if (this.#lines === size) await this.#close();
    }
  }

  /** To be called once, after the last line. */
  async finish(): Promise<readonly Section[]> {
    if (this.#lines > 0) await this.#close();
    return this.#done;
  }

  async #close(): Promise<void> {
    const digest = await this.#digest(concatBytes(...this.#parts));
    this.#done.push({ lines: this.#lines, sha256: toHex(digest) });
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
