import type { ExportChoice } from '#lib/model/log-export.ts';
import { utf8 } from '../bytes.ts';
import { FACTS_START, formatAlias, formatContent, formatExcerpt, privateEnd } from '../export-lines.ts';
import { OmittedRun } from '../omitted-run.ts';
import { excerptOf } from '../post-summaries.ts';
import { type Opening, readFacts, SALT_SIZE } from '../private-facts.ts';
import { LineWriter, type WholeLines } from '../whole-lines.ts';
import { Aliases } from './aliases.ts';
import type { ChosenEntry, ExportEntry } from './read-chosen.ts';

const FACTS = utf8(FACTS_START);

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
    if (stored.opening && this.#choice.names === 'shown') this.#writePrivate(index, stored.opening);
    else if (stored.opening) {
      const { identity } = readFacts(stored.opening);
      if (identity) this.#lines.line(formatAlias(index, this.#aliases.nameFor(identity)));
    }
    for (const { what, salt, text } of texts) {
      this.#lines.line(
        this.#choice.texts === 'full'
          ? formatContent(index, what, salt, text)
          : formatExcerpt(index, what, excerptOf(text)),
      );
    }
  }

  /** As `formatPrivate`; the facts never become text. */
  #writePrivate(index: number, opening: Opening): void {
    this.#lines.bytes(FACTS);
    this.#lines.bytes(opening.subarray(SALT_SIZE));
    this.#lines.text(privateEnd(index, opening));
    this.#lines.end();
  }
}
