import { type LogEntry, type LogFacts, logFactsSchema } from '#lib/model/log-entry.ts';
import { type Belief, type Content, type Draft, saltContent, type Written, writeEntry } from './append.ts';
import { takeInRestored } from './backup/take-in.ts';
import type { Connection } from './connection.ts';
import { type PostRow, type StoreName, TILE_SIZE } from './database.ts';
import { eraseText } from './erase-text.ts';
import { createMirrorWriter } from './head-mirror.ts';
import { createTurns, underLock } from './lock.ts';
import type { AppendOptions, Log, LogOptions } from './log-contract.ts';
import { SALT_SIZE } from './private-facts.ts';
import { sealTile } from './seal.ts';
import { signHead } from './sign-head.ts';
import { outcomeOf } from './standing.ts';
import { type Head, parseEntry, readEnd, readEntries, readHead } from './stored-log.ts';

const POSTS_REMEMBERED = 50;
const ENTRIES: StoreName[] = ['entries', 'tiles'];

/** What the writer starts from. */
export interface WriterStart {
  /** Name of the log. */
  readonly origin: string;
  readonly head: Head;
  /** Tiles that are sealed. */
  readonly sealed: number;
  /** Entry that must be written before any other. */
  readonly opening: LogFacts | undefined;
}

/** The part of the log that writes. */
export function createLogWriter(
  connection: Connection,
  options: LogOptions,
  start: WriterStart,
): Pick<Log, 'append' | 'eraseText' | 'takeIn' | 'close'> {
  const mirror = createMirrorWriter(options.headMirror);
  let { head, sealed, opening } = start;
  /** Rows as last seen, to write without reading first; each write checks that they are still so. */
  const posts = new Map<string, PostRow>();
  let signing: Promise<unknown> = Promise.resolve();

  /** One job at a time in this context. */
  const inTurn = createTurns();
  const inTextTurn = createTurns();

  /**
   * One context at a time, where the browser has locks. Taken only after another context turned out to write too: the
   * transaction alone keeps the log right, the lock keeps two writers from starting over and over, and asking for it
   * costs about a third of a bare write.
   */
  const alone = <Result>(job: () => Promise<Result>): Promise<Result> =>
    underLock(`candor log ${options.name}`, job);

  function remember(post: string | undefined, row: PostRow | undefined): void {
    if (post === undefined) return;
    posts.delete(post);
    if (row) posts.set(post, row);
    const [oldest] = posts.keys();
    if (posts.size > POSTS_REMEMBERED && oldest !== undefined) posts.delete(oldest);
  }

  const requireEntry = (index: number): Promise<LogEntry> =>
    connection.use(async (database) => {
      const [stored] = await readEntries(database.transaction(ENTRIES), index, index + 1);
      return parseEntry(stored ?? { bytes: new Uint8Array() });
    });

  /** Takes in what another context did. */
  async function learn(draft: Draft, found: PostRow | undefined): Promise<void> {
    head = await connection.use((database) => readHead(database.transaction(ENTRIES)));
    remember(draft.facts.post, found);
  }

  async function tryWrite(draft: Draft): Promise<Written> {
    const { post } = draft.facts;
    const belief: Belief = { head, post: post === undefined ? undefined : posts.get(post) };
    const written = await connection.use((database) => writeEntry(database, belief, draft));
    if (written.is === 'moved') await learn(draft, written.post);
    if (written.is !== 'written') return written;
    head = written.head;
    remember(post, written.post);
    if (head.leaf) mirror.write({ origin: start.origin, size: head.size, leaf: head.leaf });
    return written;
  }

  async function write(draft: Draft): Promise<LogEntry> {
    let written = await tryWrite(draft);
    if (written.is === 'moved') {
      written = await alone(async () => {
        for (;;) {
          const again = await tryWrite(draft);
          if (again.is !== 'moved') return again;
        }
      });
    }
    return written.is === 'present' ? requireEntry(written.index) : written.entry;
  }

  const draftOf = (
    facts: LogFacts,
    contents: readonly Content[],
    { keepText, once = false }: AppendOptions,
  ): Draft => ({
    facts: logFactsSchema.parse(facts),
    contents: contents.map((content) => saltContent(content, options.randomBytes(SALT_SIZE))),
    salt: options.randomBytes(SALT_SIZE),
    keepText,
    once,
    software: options.software,
    now: options.now,
  });

  /** Each append tries again until the opening entry stands. Of a new log there is one, whoever opened it. */
  async function open(): Promise<void> {
    if (!opening) return;
    const draft = draftOf(opening, [], { keepText: false });
    const isNew = start.head.size === 0;
    await alone(async () => {
      let isWritten = false;
      while (!isWritten && !(isNew && head.size > 0)) isWritten = (await tryWrite(draft)).is === 'written';
    });
    opening = undefined;
  }

  const hasFullTile = (): boolean => (sealed + 1) * TILE_SIZE < head.size;

  /**
   * Housekeeping: rows that could not be sealed stay rows, and the next append tries again. The newest row is never
   * sealed, since it is the head.
   */
  async function sealFull(): Promise<void> {
    while (hasFullTile()) {
      const tile = sealed;
      await connection.use((database) => sealTile(database, tile));
      sealed += 1;
    }
  }

  /**
   * Beside the appends that wait. Where it fails, or the browser stops Candor before, the next outcome or whoever asks for
   * a checkpoint signs all the same.
   */
  function signSoon(): void {
    signing = signing.then(() => signHead(connection, options.crypto.subtle)).catch(() => {});
  }

  /** Goes on from what is on disk now. */
  async function startAgain(): Promise<void> {
    ({ head, sealed } = await connection.use((database) => readEnd(database.transaction(ENTRIES))));
    posts.clear();
    opening = undefined;
    if (head.leaf) mirror.write({ origin: start.origin, size: head.size, leaf: head.leaf });
  }

  return {
    append: (facts, contents = [], appendOptions = { keepText: false }) => {
      const draft = draftOf(facts, contents, appendOptions);
      const entry = inTurn(async () => {
        await open();
        return write(draft);
      });
      // Not awaited: an append is done when its entry is on disk.
      void entry.then(() => (hasFullTile() ? inTurn(sealFull) : undefined)).catch(() => {});
      if (outcomeOf(facts.event)) void entry.then(signSoon, () => {});
      return entry;
    },

    // In turn, so that no text is overlooked while the log moves to another database.
    eraseText: (selection) =>
      inTextTurn(() => connection.use((database) => eraseText(database, selection, options.now()))),

    takeIn: (restored, as) =>
      inTurn(() =>
        inTextTurn(async () => {
          const taken = await takeInRestored(connection, options.name, restored, as);
          if (as.is === 'continued') await startAgain();
          return taken;
        }),
      ),

    async close() {
      await inTurn(async () => undefined);
      await signing;
      await mirror.settled();
      await connection.close();
    },
  };
}
