import { sha256 } from '@noble/hashes/sha2.js';
import { toHex, utf8 } from './bytes.ts';
import type { Section } from './export-lines.ts';

/** Lines of one section; the first section is the header alone. */
export const SECTION_LINES = 65_536;
/** UTF-16 units that are hashed at once: many small updates cost more than the hash. */
const PIECE = 1 << 16;

/** SHA-256 of the sections of an export as it is read or written: it says where a file was damaged. */
export class SectionHasher {
  readonly #done: Section[] = [];
  #hash = sha256.create();
  #pending = '';
  #lines = 0;

  add(line: string): void {
    this.#pending += `${line}\n`;
    this.#lines += 1;
    if (this.#pending.length >= PIECE) this.#flush();
    if (this.#lines === (this.#done.length === 0 ? 1 : SECTION_LINES)) this.#close();
  }

  /** To be called once, after the last line. */
  finish(): readonly Section[] {
    if (this.#lines > 0) this.#close();
    return this.#done;
  }

  #flush(): void {
    this.#hash.update(utf8(this.#pending));
    this.#pending = '';
  }

  #close(): void {
    this.#flush();
    this.#done.push({ lines: this.#lines, sha256: toHex(this.#hash.digest()) });
    this.#hash = sha256.create();
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
