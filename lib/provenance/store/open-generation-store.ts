import { type Generation, generationSchema } from '#lib/model/generation.ts';
import type { KnownGeneration, Posting } from '../contract.ts';
import { createConnection } from './connection.ts';
import type { GenerationRow, Numbers, TextRow } from './database.ts';
import { forgetBefore, forgetEverything, forgetSource, forgetTextsUntil } from './forget.ts';
import { createIndexKeeper } from './index-keeper.ts';
import type { LoadedIndex } from './loaded-index.ts';
import { createMemoryMark, EXTENT_STORES, readExtent } from './memory-mark.ts';
import { DAY, readOverview } from './overview.ts';
import { findPictures, rememberPicture } from './pictures.ts';
import { distinct, OWN } from './postings.ts';
import { ProvenanceError } from './provenance-error.ts';
import { createQuietTimer } from './quiet-timer.ts';
import { prepareCapture, rememberGeneration } from './remember.ts';
import type { GenerationStore, GenerationStoreOptions } from './store-contract.ts';
import { createSecretRow, EMPTY_STATE, requireSecret } from './stored-state.ts';

/** Well within the thirty seconds after which Chromium stops a background. */
const QUIET = 5000;

/** About forty million characters of AI text; sixteen megabytes in memory when all of it is needed. */
const LIMITS = { generations: 20_000, fingerprints: 4_000_000, pictures: 2000 };

/** Of one fingerprint: a phrase that stands in so many places says nothing about where a draft is from. */
const MOST_POSTINGS = 200;

const factsOf = (row: GenerationRow): Generation => {
  const { digest: _, normalisedLength: __, postings: ___, keptText: ____, ...facts } = row;
  return facts;
};

interface Found {
  readonly postings: ReadonlyMap<number, readonly Posting[]>;
  /** Those that stand in a prompt. */
  readonly own: ReadonlySet<number>;
}

function visitHits(index: LoadedIndex, hits: Numbers): Found {
  const found = new Map<number, Posting[]>();
  const own = new Set<number>();
  for (const hash of hits) {
    const postings: Posting[] = [];
    index.visit(hash, (generation, position) => {
      if (position === OWN) own.add(hash);
      else if (postings.length < MOST_POSTINGS) postings.push({ generation, position });
      return postings.length === MOST_POSTINGS && own.has(hash) ? 'enough' : 'more';
    });
    if (postings.length > 0) found.set(hash, postings);
  }
  return { postings: found, own };
}

/** The store of remembered generations. The database is opened when first used. */
export function openGenerationStore(options: GenerationStoreOptions): GenerationStore {
  const { name, now, randomBytes, quiet = QUIET } = options;
  const limits = { ...LIMITS, ...options.limits };
  const mark = createMemoryMark(options.mark);
  const connection = createConnection(
    name,
    () => ({ secret: createSecretRow(randomBytes), state: EMPTY_STATE }),
    async (transact) => {
      // Where it cannot be read there is nothing to compare; whoever uses it hears of that.
      const found = await transact('readonly', EXTENT_STORES, readExtent).catch(() => undefined);
      if (found) await mark.compare(found);
    },
  );
  const keeper = createIndexKeeper(connection);
  const timer = createQuietTimer(quiet, () => {
    // If it fails, the next look-up says so.
    keeper.tidy().catch(() => {});
  });

  /** Each use puts off the tidying. */
  async function busy<Result>(work: () => Promise<Result>): Promise<Result> {
    timer.touch();
    return work().finally(timer.touch);
  }

  let noting: Promise<void> | undefined;
  let isNoted = true;

  /** Off the way of whoever waits for an answer. */
  async function runNotes(): Promise<void> {
    while (!isNoted) {
      isNoted = true;
      const extent = await connection.transact('readonly', EXTENT_STORES, readExtent).catch(() => undefined);
      if (extent) mark.note(extent);
    }
    noting = undefined;
  }

  function note(): void {
    isNoted = false;
    noting ??= runNotes();
  }

  const readSecret = () => connection.transact('readonly', ['meta'], requireSecret);

  const findRows = (ids: readonly number[]): Promise<GenerationRow[]> =>
    connection.transact('readonly', ['generations'], async (tx) => {
      const rows = await Promise.all(ids.map((id) => tx.objectStore('generations').get(id)));
      return rows.filter((row) => row !== undefined);
    });

  /** In the order of the ids; nothing where none is kept or its time has come. */
  const findTexts = (ids: readonly number[]): Promise<(TextRow | undefined)[]> =>
    connection.transact('readonly', ['texts'], async (tx) => {
      const rows = await Promise.all(ids.map((id) => tx.objectStore('texts').get(id)));
      return rows.map((row) => (row && row.until > now() ? row : undefined));
    });

  let newest: { hashes: Uint32Array; found: Promise<Found> } | undefined;

  function lookUp(hashes: Uint32Array): Promise<Found> {
    const found = keeper.lookUp(distinct(hashes), visitHits);
    newest = { hashes, found };
    return found;
  }

  return {
    readSecret,

    remember: (capture, fingerprints, ownHashes, kept) =>
      busy(async () => {
        const { id: _, time: __, ...facts } = generationSchema.parse({ ...capture, id: 1, time: 0 });
        const secret = await readSecret();
        const prepared = prepareCapture(facts, fingerprints, ownHashes, { secret, now: now(), kept });
        const remembered = prepared && (await rememberGeneration(connection, prepared, limits));
        if (remembered) note();
        return remembered;
      }),

    findPostings: (hashes) => busy(async () => (await lookUp(hashes)).postings),

    // Who decides about a draft asks for both with the same list: one look-up answers both, of one moment.
    findOwn: (hashes) =>
      busy(async () => {
        const known = newest?.hashes === hashes ? newest.found : lookUp(hashes);
        newest = undefined;
        return (await known).own;
      }),

    findGenerations: (ids) =>
      busy(async () => {
        const rows = await findRows(ids);
        return rows.map(({ id, normalisedLength }): KnownGeneration => ({ id, length: normalisedLength }));
      }),

    findFacts: (ids) => busy(async () => (await findRows(ids)).map(factsOf)),

    findTextIds: (ids) =>
      busy(async () => {
        const rows = await findTexts(ids);
        return ids.filter((_, at) => rows[at] !== undefined);
      }),

    findText: (id) => busy(async () => (await findTexts([id]))[0]?.text),

    rememberPicture: (capture) =>
      busy(async () => {
        const secret = await readSecret();
        const rules = { secret, now: now(), most: limits.pictures };
        const isRemembered = await rememberPicture(connection, capture, rules);
        if (isRemembered) note();
        return isRemembered;
      }),

    findPictures: (shown, since) =>
      busy(async () => findPictures(connection, shown, { secret: await readSecret(), since })),

    forget: (selection) =>
      busy(async () => {
        if (selection === 'all') await mark.forget();
        const count =
          selection === 'all'
            ? await forgetEverything(connection, randomBytes).catch(async (error: unknown) => {
                if (!(error instanceof ProvenanceError) || error.code !== 'unreadable') throw error;
                await connection.destroy();
                return 0;
              })
            : await forgetSource(connection, selection.source);
        keeper.retry();
        note();
        return count;
      }),

    expire: (retentionDays) =>
      busy(async () => {
        const count = await forgetBefore(connection, now() - retentionDays * DAY);
        keeper.retry();
        if (count > 0) note();
        return count;
      }),

    forgetExpiredTexts: () => busy(() => forgetTextsUntil(connection, now())),

    overview: (retentionDays) =>
      busy(() =>
        connection.transact('readonly', ['sources', 'generations', 'pictures'], (tx) =>
          readOverview(tx, retentionDays),
        ),
      ),

    findLoss: (retentionDays) =>
      busy(async () => {
        await connection.open();
        const lost = mark.findLoss();
        const until = (lost?.newest ?? 0) + retentionDays * DAY;
        return lost && until > now() ? { generations: lost.generations, until } : undefined;
      }),

    acceptLoss: () =>
      busy(async () => {
        await connection.open();
        await mark.accept();
      }),

    tidy: () => keeper.tidy(),

    async close() {
      timer.stop();
      await keeper.settled();
      await noting;
      await mark.settled();
      await connection.close();
    },
  };
}
