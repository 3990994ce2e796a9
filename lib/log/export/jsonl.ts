import type { ExportChoice } from '#lib/model/log-export.ts';
import type { Bytes } from '../bytes.ts';
import type { TileRow } from '../database.ts';
import { FACTS_START, formatAlias, formatContent, formatExcerpt, privateEnd } from '../export-lines.ts';
import { OmittedRun } from '../omitted-run.ts';
import { excerptOf } from '../post-summaries.ts';
import { readFacts, SALT_SIZE } from '../private-facts.ts';
import { LineWriter, type WholeLines } from '../whole-lines.ts';
import { Aliases } from './aliases.ts';
import type { ChosenEntry, ExportEntry } from './read-chosen.ts';

/** The lines of the entries, without header and checkpoint: what was not chosen is counted and proved, not shown. */
export class EntryLines {
  readonly #choice: ExportChoice;
  readonly #aliases = new Aliases();
  readonly #lines = new LineWriter();
  #omitted: OmittedRun | undefined;

  constructor(choice: ExportChoice) {
    this.#choice = choice;
  }

  /** Lines of these entries; those that go on to be left out come with the next that does not. */
  of(entries: readonly ExportEntry[]): WholeLines {
    for (const entry of entries) {
      if (entry.is === 'omitted') {
        this.#omitted ??= new OmittedRun(entry.index);
        this.#omitted.add(entry.leaf);
      } else {
        this.#closeRun();
        this.#write(entry);
      }
    }
    return this.#lines.take();
  }

  /** Lines of whole entries without texts, as they lie in the database. `start`: index of the first. */
  ofTile({ bytes, lengths, openings, openingLengths }: TileRow, start: number): WholeLines {
    for (let entry = 0, at = 0, openingAt = 0; entry < lengths.length; entry += 1) {
      const end = at + (lengths[entry] as number);
      this.#lines.range(bytes, at, end);
      this.#lines.end();
      at = end;
      const openingEnd = openingAt + (openingLengths[entry] ?? 0);
      if (openingEnd > openingAt) this.#writeOpening(start + entry, openings, openingAt, openingEnd);
      openingAt = openingEnd;
    }
    return this.#lines.take();
  }

  /** What is still owed: to be called after the last entry. */
  finish(): WholeLines {
    this.#closeRun();
    return this.#lines.take();
  }

  #closeRun(): void {
    if (this.#omitted) this.#lines.line(this.#omitted.toLine());
    this.#omitted = undefined;
  }

  #write({ index, stored, texts }: ChosenEntry): void {
    this.#lines.bytes(stored.bytes);
    this.#lines.end();
    if (stored.opening) this.#writeOpening(index, stored.opening, 0, stored.opening.length);
    for (const { what, salt, text } of texts) {
      this.#lines.line(
        this.#choice.texts === 'full'
          ? formatContent(index, what, salt, text)
          : formatExcerpt(index, what, excerptOf(text)),
      );
    }
  }

  /** As `formatPrivate`, but the facts never become text; or the name that stands for a person instead. */
  #writeOpening(index: number, openings: Bytes, from: number, to: number): void {
    if (this.#choice.names === 'shown') {
      const salt = openings.subarray(from, from + SALT_SIZE);
      this.#lines.ascii(FACTS_START);
      this.#lines.range(openings, from + SALT_SIZE, to);
      this.#lines.ascii(privateEnd(index, salt));
      this.#lines.end();
      return;
    }
    const { identity } = readFacts(openings.subarray(from, to));
    if (identity) this.#lines.line(formatAlias(index, this.#aliases.nameFor(identity)));
  }
}
