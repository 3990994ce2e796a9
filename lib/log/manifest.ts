import { sha256 } from '@noble/hashes/sha2.js';
import { toHex, utf8 } from './bytes.ts';
import type { Section } from './export-lines.ts';

/** Lines of one section; the first section is the header alone. */
const SECTION_LINES = 65_536;
const sizeAfter = (sections: number): number => (sections === 0 ? 1 : SECTION_LINES);
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
    if (this.#lines === sizeAfter(this.#done.length)) this.#close();
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

/**
 * The same for writing an export, by the platform's own digest: several times faster, and it wants each section whole.
 */
export class SectionDigest {
  readonly #subtle: Pick<SubtleCrypto, 'digest'>;
  readonly #done: Section[] = [];
  #pending: string[] = [];

  constructor(subtle: Pick<SubtleCrypto, 'digest'>) {
    this.#subtle = subtle;
  }

  async add(lines: readonly string[]): Promise<void> {
    for (const line of lines) {
      this.#pending.push(line);
      if (this.#pending.length === sizeAfter(this.#done.length)) await this.#close();
    }
  }

  /** To be called once, after the last line. */
  async finish(): Promise<readonly Section[]> {
    if (this.#pending.length > 0) await this.#close();
    return this.#done;
  }

  async #close(): Promise<void> {
    const lines = this.#pending;
    this.#pending = [];
    const digest = await this.#subtle.digest('SHA-256', utf8(`${lines.join('\n')}\n`));
    this.#done.push({ lines: lines.length, sha256: toHex(new Uint8Array(digest)) });
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
