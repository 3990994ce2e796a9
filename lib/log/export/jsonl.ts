import type { ExportChoice } from '#lib/model/log-export.ts';
import { readUtf8 } from '../bytes.ts';
import { formatAlias, formatContent, formatExcerpt, formatPrivate } from '../export-lines.ts';
import { OmittedRun } from '../omitted-run.ts';
import { excerptOf } from '../post-summaries.ts';
import { readFacts } from '../private-facts.ts';
import { Aliases } from './aliases.ts';
import type { ChosenEntry, ExportEntry } from './read-chosen.ts';

/** The lines of the entries, without header and checkpoint: what was not chosen is counted and proved, not shown. */
export class EntryLines {
  readonly #choice: ExportChoice;
  readonly #aliases = new Aliases();
  #omitted: OmittedRun | undefined;

  constructor(choice: ExportChoice) {
    this.#choice = choice;
  }

  *of(entries: readonly ExportEntry[]): Generator<string> {
    for (const entry of entries) {
      if (entry.is === 'omitted') {
        this.#omitted ??= new OmittedRun(entry.index);
        this.#omitted.add(entry.leaf);
      } else {
        yield* this.finish();
        yield* this.#linesOf(entry);
      }
    }
  }

  /** What is still owed: to be called after the last entry. */
  *finish(): Generator<string> {
    if (this.#omitted) yield this.#omitted.toLine();
    this.#omitted = undefined;
  }

  *#linesOf({ index, stored, texts }: ChosenEntry): Generator<string> {
    yield readUtf8(stored.bytes);
    if (stored.opening && this.#choice.names === 'shown') yield formatPrivate(index, stored.opening);
    else if (stored.opening) {
      const { identity } = readFacts(stored.opening);
      if (identity) yield formatAlias(index, this.#aliases.nameFor(identity));
    }
    for (const { what, salt, text } of texts) {
      yield this.#choice.texts === 'full'
        ? formatContent(index, what, salt, text)
        : formatExcerpt(index, what, excerptOf(text));
    }
  }
}
