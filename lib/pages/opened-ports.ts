import type { PostSummary } from '#components/log/contract.ts';
import type {
  OpenAnswer,
  OpenedFile,
  OpenedPorts,
  VerifiedExport,
} from '#components/log/opened/opened-contract.ts';
import type { Locale } from '../i18n/locale.ts';
import { toBase64 } from '../log/bytes.ts';
import { type Kept, readKept, recogniseFile } from '../log/check-file.ts';
import { parseCheckpoint } from '../log/checkpoint.ts';
import { type ExportHeader, parseHeader } from '../log/export-lines.ts';
import { plainHash } from '../log/hash.ts';
import type { LogArchive } from '../log/log-archive.ts';
import { createMergedLog, type MergedSummary } from '../log/opened/merged-log.ts';
import { type Opened, openExport, openUnverified } from '../log/opened/open-export.ts';
import type { Marks } from '../log/opened/read-block.ts';
import { readStart, type SourceFile } from '../log/source-file.ts';
import type { VerifySuccess } from '../log/verification.ts';
import { describeReport } from '../log/verification-text.ts';
import { formatVerifierKey, isSameKey, parseVerifierKey, type VerifierKey } from '../log/verifier-key.ts';
import { createDigest, createVerifySignature } from '../log/web-crypto.ts';
import { asSource } from './file-source.ts';
import { nameOfSite, targetOf, toSummary } from './post-words.ts';

/** Longer than any first line of an export. Bytes. */
const LONGEST_HEADER = 2000;
/** Of a file that holds, its end says all: the manifest is there. Bytes. */
const END = 1 << 16;

/** What this browser knows of logs. */
export interface KnownLogs {
  own: Pick<LogArchive, 'identity'>;
  /** The checkpoint of a log that was witnessed last. */
  readWitnessed(origin: string): Promise<string | undefined>;
}

interface OpenFile {
  label: string;
  name: string;
  key: string;
  end: string;
  isVerified: boolean;
}

const readHeader = async (source: SourceFile): Promise<ExportHeader | undefined> =>
  parseHeader((await readStart(source, LONGEST_HEADER)).split('\n')[0] ?? '');

const readEnd = async (source: SourceFile): Promise<string> =>
  `${source.size} ${toBase64(plainHash(await source.read(Math.max(0, source.size - END), source.size)))}`;

const refuse = (): Promise<never> => Promise.reject(new Error('an export is read only'));

/** Exports that the person opens. They live in this page's memory, and only what lists need of them. */
export const createOpenedPorts = (
  { text, language }: Pick<Locale, 'text' | 'language'>,
  { own, readWitnessed }: KnownLogs,
  subtle: SubtleCrypto = crypto.subtle,
): OpenedPorts => {
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'medium' });
  const formatTime = (at: number): string =>
    Number.isNaN(new Date(at).getTime()) ? String(at) : time.format(at);
  const verifySignature = createVerifySignature(subtle);
  const digest = createDigest(subtle);
  const merged = createMergedLog();
  const kept = new Map<number, Kept>();
  const files = new Map<number, OpenFile>();

  const readOwnKey = async (): Promise<VerifierKey | undefined> =>
    // A log that cannot be read is no reason not to look at another.
    parseVerifierKey((await own.identity().catch(() => ({ key: '' }))).key);

  /** What there is to hold a log against. */
  const readKnown = async (key: VerifierKey | undefined) => {
    if (!key) return { knownCheckpoints: [], knownKey: undefined };
    const given = [...kept.values()];
    const checkpoints = given
      .flatMap(({ knownCheckpoint = '' }) => knownCheckpoint)
      .filter((checkpoint) => parseCheckpoint(checkpoint)?.origin === key.name);
    const witnessed = await readWitnessed(key.name);
    return {
      knownCheckpoints: [...checkpoints, ...(witnessed === undefined ? [] : [witnessed])],
      knownKey: given.map(({ knownKey }) => knownKey).find((each) => each?.name === key.name),
    };
  };

  const marksOf = (label: string): Marks => ({
    alias: (name) => text('openedAlias', name, label),
    excerpt: (beginning) => text('openedExcerpt', beginning),
  });

  const add = (
    file: Pick<OpenedFile, 'id' | 'label'>,
    source: SourceFile,
    opened: Opened,
    isVerified: boolean,
  ): void =>
    merged.open({
      id: file.id,
      file: source,
      marks: marksOf(file.label),
      isVerified,
      posts: opened.posts,
    });

  const accept = async (
    key: VerifierKey,
    result: VerifySuccess,
    opened: Opened,
    hidden: number | undefined,
  ): Promise<VerifiedExport> => {
    const ownKey = await readOwnKey();
    const isKnown = result.isKeyKnown || result.extends !== undefined;
    const named = formatVerifierKey(key);
    return {
      is: 'verified',
      posts: opened.posts.length,
      unreadable: opened.unreadable,
      size: result.size,
      shown: result.shown,
      log: key.name,
      fingerprint: result.fingerprint,
      key: ownKey && isSameKey(ownKey, key) ? 'own' : isKnown ? 'known' : 'unknown',
      earlier:
        result.extends !== undefined
          ? { is: 'fits', size: result.extends }
          : hidden === undefined
            ? { is: 'none' }
            : { is: 'hidden', size: hidden },
      sameLog: [...files.values()].flatMap((other) => (other.key === named ? [other.label] : [])),
      answer: describeReport({ kind: 'export', result }, text, formatTime),
    };
  };

  const keep = async (id: number, source: SourceFile): Promise<OpenAnswer> => {
    const found = await readKept(source);
    if (!found) return { is: 'useless', why: 'unknown' };
    // Who asks for a witness asks it of one log; here are several.
    if (found.knownWitness) return { is: 'useless', why: 'witness-key' };
    kept.set(id, found);
    return { is: 'kept' };
  };

  const toRow = ({ from, ...post }: MergedSummary): PostSummary => {
    const { label = '', name = '', isVerified = false } = files.get(from) ?? {};
    return { ...toSummary(post), from: { label, name, isVerified } };
  };

  return {
    async open(file, onBytes) {
      const source = asSource(file.file);
      if (source.size === 0) return { is: 'useless', why: 'empty' };
      const kind = await recogniseFile(source);
      if (kind === 'key' || kind === 'checkpoint') return keep(file.id, source);
      if (kind !== 'export') return { is: 'useless', why: kind };
      if ((await readStart(source, LONGEST_HEADER)).startsWith('{"candor":"backup"'))
        return { is: 'useless', why: 'backup' };
      const header = await readHeader(source);
      const found = await openExport(
        source,
        { marks: marksOf(file.label), verifySignature, digest, ...(await readKnown(header?.key)) },
        onBytes,
      );
      if (!found) return undefined;
      const { result, opened, hidden } = found;
      if (!result.ok || !header)
        return { is: 'refused', answer: describeReport({ kind: 'export', result }, text, formatTime) };
      const end = await readEnd(source);
      const same = [...files.values()].find((other) => other.end === end);
      if (same) return { is: 'useless', why: 'twice', as: same.label };
      const answer = await accept(header.key, result, opened, hidden);
      const key = formatVerifierKey(header.key);
      files.set(file.id, { label: file.label, name: source.name, key, end, isVerified: true });
      add(file, source, opened, true);
      return answer;
    },
    async look(file, onBytes) {
      const source = asSource(file.file);
      const opened = await openUnverified(source, marksOf(file.label), onBytes);
      if (!opened) return undefined;
      files.set(file.id, { label: file.label, name: source.name, key: '', end: '', isVerified: false });
      add(file, source, opened, false);
      return { posts: opened.posts.length, unreadable: opened.unreadable };
    },
    close(id) {
      merged.close(id);
      files.delete(id);
      kept.delete(id);
    },
    idOf: (post) => merged.idOf(post),
    listPosts: async (query) => (await merged.listPosts(query)).map(toRow),
    searchPosts: async (search) => (await merged.searchPosts(search)).map(toRow),
    weeks: async () => merged.weeks(),
    facets: async () => merged.facets(),
    story: (post) => merged.story(post),
    annotate: refuse,
    erasePost: refuse,
    recordReport: refuse,
    nameOfSite,
    targetOf,
  };
};
