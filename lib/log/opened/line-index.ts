import type { LogEntry } from '#lib/model/log-entry.ts';
import { utf8 } from '../bytes.ts';
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
  /** Over all its lines: the file must still say the same when it is read again. 53 bits of a hash. */
  readonly mark: number;
}

const OTHER = [HEADER_START, OMITTED_START, MANIFEST_START, CHECKPOINT_START];

/** What lies in a file that somebody else may change meanwhile: a number takes the least room. */
export function markAfter(mark: number, line: string): number {
  const hash = plainHash(utf8(`${mark} ${line}`));
  const view = new DataView(hash.buffer, hash.byteOffset);
  return view.getUint32(0) * 2 ** 21 + (view.getUint32(4) >>> 11);
}

/** No post of Candor comes near; a stranger's file must not make this page work for ever. */
const MOST_ENTRIES = 1000;
const MOST_BYTES = 1 << 26;

interface Draft {
  row: PostRow;
  card: Card;
  spans: number[];
  mark: number;
  entries: number;
  bytes: number;
}

/** Only what a card is made of. */
function leanOf({ permalink: _, partLinks: __, address: ___, drift: ____, ...entry }: LogEntry): LogEntry {
  const { contents = [] } = entry;
  return { ...entry, contents: contents.filter(({ what }) => what === 'label').slice(0, 1) };
}

/** Each event once, where it came last: where a post stands follows from these. */
const lastOnly = (events: PostRow['events']): PostRow['events'] =>
  events.filter((event, at) => events.lastIndexOf(event) === at);

/** Learns from the lines of a file, as they pass, which posts are in it and where. */
export class LineIndex {
  /** Entries that this Candor cannot read. */
  unreadable = 0;
  readonly #marks: Marks;
  readonly #drafts = new Map<string, Draft>();
  /** Posts say the same few things over and over. */
  readonly #shared = new Map<string, unknown>();
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
    const posts = Array.from(
      this.#drafts,
      ([post, { card, spans, mark }]): OpenedPost => ({ post, ...card, spans, mark }),
    );
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
    const entries = (draft?.entries ?? 0) + 1;
    const bytes = (draft?.bytes ?? 0) + this.#to - this.#from;
    if (entries > MOST_ENTRIES || bytes > MOST_BYTES) {
      this.unreadable += 1;
      return;
    }
    const row = this.#slim(extendPost(draft?.row, post, entry));
    const { index, time, tags } = renewCard(draft?.card, row, [entry]);
    const card = { index, time, tags: this.#share(tags) };
    const mark = this.#passed.reduce(markAfter, draft?.mark ?? 0);
    const spans = draft?.spans ?? [];
    // Entries that follow each other are read at once.
    if (spans.at(-1) === this.#from - 1) spans[spans.length - 1] = this.#to;
    else spans.push(this.#from, this.#to);
    this.#drafts.set(post, { row, card, spans, mark, entries, bytes });
  }

  #slim(row: PostRow): PostRow {
    const contents = row.contents.slice(0, 1).map(({ what }) => ({ what, digest: '', index: 0 }));
    return {
      ...row,
      entries: row.entries.slice(0, 1),
      events: this.#share(lastOnly(row.events)),
      facts: this.#share(row.facts),
      contents: this.#share(contents),
    };
  }

  #share<Value>(value: Value): Value {
    const said = JSON.stringify(value);
    const known = this.#shared.get(said) as Value | undefined;
    if (known === undefined) this.#shared.set(said, value);
    return known ?? value;
  }
}
