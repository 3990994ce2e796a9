import { type IDBPDatabase, openDB } from 'idb';
import { type Log, openLog } from '#lib/log/open-log.ts';
import { openLogReader } from '#lib/log/open-log-reader.ts';
import type { LogFilter } from '#lib/model/log-query.ts';
import { writeLog } from '#tests/log/write-log.ts';
import { usualPosts } from './log-scale-posts.ts';
import { timed } from './measure.ts';

/** Entry of the page that tests/bench/log-scale.ts puts into a copy of the extension: it works on the extension's own log. */

const NAME = 'candor-log';
/** Appends of one sample: browsers round their clocks. */
const APPENDS = 4;
const TEXT = 'Drafted with AI, reviewed and edited by Ada Example. '.repeat(10);

let writer: Log | undefined;
let raw: Promise<IDBPDatabase> | undefined;

const openWriter = async (): Promise<Log> => {
  writer ??= (
    await openLog({
      name: NAME,
      now: () => Date.now(),
      randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
      software: '0.1.0',
      crypto,
    })
  ).log;
  return writer;
};

const openReader = () => openLogReader({ name: NAME, crypto });

interface Made {
  /** Milliseconds that it took to write the entries. */
  readonly written: number;
  /** And to catalogue them. */
  readonly catalogued: number;
}

async function make(entries: number): Promise<Made> {
  const written = await timed(() => writeLog(NAME, usualPosts(entries)));
  const reader = openReader();
  const catalogued = await timed(() => reader.weeks());
  await reader.close();
  return { written, catalogued };
}

/** Milliseconds after which a question is answered one way or the other: what drives browsers gives up after 180,000. */
const PATIENCE = 60_000;

let making: Promise<Made> | undefined;

const scale = {
  /** Makes a log of so many entries; nothing as long as it goes on. */
  make: (entries: number): Promise<Made | undefined> => {
    making ??= make(entries);
    return Promise.race([
      making,
      new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE)),
    ]);
  },

  /**
   * Milliseconds of one append, and of one bare strict write in another database of the same origin: the browser keeps
   * both in the same files, and where those are large a write of anything takes longer.
   */
  async append(): Promise<{ append: number; bare: number }> {
    const log = await openWriter();
    raw ??= openDB(`${NAME} raw`, 1, {
      upgrade: (database) => void database.createObjectStore('rows', { autoIncrement: true }),
    });
    const database = await raw;
    const repeat = async (work: () => Promise<unknown>): Promise<number> => {
      const took = await timed(async () => {
        for (let one = 0; one < APPENDS; one += 1) await work();
      });
      return took / APPENDS;
    };
    const append = await repeat(() =>
      log.append(
        { event: 'post.held', post: crypto.randomUUID(), site: 'x', kind: 'post', composer: 'post' },
        [{ what: 'draft', text: TEXT }],
        { keepText: true },
      ),
    );
    const bare = await repeat(async () => {
      const tx = database.transaction('rows', 'readwrite', { durability: 'strict' });
      void tx.store.add({ text: TEXT });
      await tx.done;
    });
    return { append, bare };
  },

  /** Milliseconds until a page that has just been opened has these posts, then their next 50, then all weeks. */
  async ask(filter: LogFilter): Promise<{ first: number; next: number; weeks: number; posts: number }> {
    const reader = openReader();
    let posts = 0;
    let before = 0;
    const first = await timed(async () => {
      const page = await reader.listPosts({ filter, limit: 50 });
      posts = page.length;
      before = page.at(-1)?.index ?? 0;
    });
    const next = await timed(() => reader.listPosts({ filter, before, limit: 50 }));
    const weeks = await timed(() => reader.weeks());
    await reader.close();
    return { first, next, weeks, posts };
  },

  /** Milliseconds of a search through everything for words that are nowhere, and of the longest pause in it. */
  async search(): Promise<{ took: number; pause: number }> {
    const reader = openReader();
    let pause = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      pause = Math.max(pause, performance.now() - last);
      last = performance.now();
    });
    const took = await timed(() => reader.searchPosts({ filter: { words: 'no such words' }, limit: 50 }));
    clearInterval(beat);
    await reader.close();
    return { took, pause };
  },
};

declare global {
  var candorScale: typeof scale;
}

globalThis.candorScale = scale;
