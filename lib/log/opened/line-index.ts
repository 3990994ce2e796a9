import type { LogEntry } from '#lib/model/log-entry.ts';
import { toBase64, utf8 } from '../bytes.ts';
import { type Card, renewCard } from '../cards.ts';
import type { PostRow } from '../database.ts';
import {
  CHECKPOINT_START,
  CONTENT_START,
  EXCERPT_START,
  HEADER_START,
  MANIFEST_START,
  OMITTED_START,
} from '../export-lines.ts';
import { plainHash } from '../hash.ts';
import { extendPost } from '../post-rows.ts';
import { isBeside, type Marks, readBlock } from './read-block.ts';

/** What is kept in memory of one post of an opened file: the rest is read from the file when it is looked at. */
export interface OpenedPost extends Card {
  readonly post: string;
  /** Stretches of the file with its entries and what lies beside them: from, up to and without, and so on. */
  readonly spans: readonly number[];
  /** Over all its lines: the file must still say the same when it is read again. */
  readonly mark: string;
}

const OTHER = [HEADER_START, OMITTED_START, MANIFEST_START, CHECKPOINT_START];

export const markAfter = (mark: string, line: string): string => toBase64(plainHash(utf8(`${mark}${line}`)));

interface Draft {
  row: PostRow;
  card: Card;
  spans: number[];
  mark: string;
}

/** Only what a card is made of. */
const leanOf = ({ permalink: _, partLinks: __, address: ___, drift: ____, ...entry }: LogEntry): LogEntry =>
  entry;

/** Learns from the lines of a file, as they pass, which posts are in it and where. */
export class LineIndex {
  /** Entries that this Candor cannot read. */
  unreadable = 0;
  readonly #marks: Marks;
  readonly #drafts = new Map<string, Draft>();
  /** Cards say the same few things over and over. */
  readonly #tags = new Map<string, readonly string[]>();
  #lines: string[] = [];
  #from = 0;
  #to = 0;
  /** Of texts, which no card needs, only this stays. */
  #passed: string[] = [];

  constructor(marks: Marks) {
    this.#marks = marks;
  }

  /** `from`: where the line begins; `to`: where its line feed stands. */
  add(line: string, from: number, to: number): void {
    if (isBeside(line)) {
      if (this.#lines.length === 0) return;
      if (!line.startsWith(CONTENT_START) && !line.startsWith(EXCERPT_START)) this.#lines.push(line);
      this.#passed.push(line);
      this.#to = to;
      return;
    }
    this.#close();
    if (line === '' || OTHER.some((start) => line.startsWith(start))) return;
    this.#lines = [line];
    this.#passed = [line];
    this.#from = from;
    this.#to = to;
  }

  /** In the order in which they began. */
  finish(): OpenedPost[] {
    this.#close();
    const posts = Array.from(this.#drafts, ([post, { card, spans, mark }]): OpenedPost => {
      const said = card.tags.join('\n');
      const tags = this.#tags.get(said) ?? card.tags;
      this.#tags.set(said, tags);
      return { post, index: card.index, time: card.time, tags, spans, mark };
    });
    this.#drafts.clear();
    return posts;
  }

  #close(): void {
    if (this.#lines.length === 0) return;
    const entry = readBlock(this.#lines, this.#marks)?.entry;
    if (!entry) this.unreadable += 1;
    else if (entry.post !== undefined) this.#note(entry.post, leanOf(entry));
    this.#lines = [];
  }

  #note(post: string, entry: LogEntry): void {
    const draft = this.#drafts.get(post);
    const row = extendPost(draft?.row, post, entry);
    const card = renewCard(draft?.card, row, [entry]);
    const mark = this.#passed.reduce(markAfter, draft?.mark ?? '');
    const spans = draft?.spans ?? [];
    // Entries that follow each other are read at once.
    if (spans.at(-1) === this.#from - 1) spans[spans.length - 1] = this.#to;
    else spans.push(this.#from, this.#to);
    this.#drafts.set(post, { row, card, spans, mark });
  }
}
