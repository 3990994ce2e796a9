import type { PostStory } from '#lib/model/log-query.ts';
import { readUtf8 } from '../bytes.ts';
import { extendPost } from '../post-rows.ts';
import { type PostWithText, shownTextOf } from '../post-summaries.ts';
import type { SourceFile } from '../source-file.ts';
import { markAfter, type OpenedPost } from './line-index.ts';
import { type Marks, readBlocks } from './read-block.ts';

/** An export that is open for reading. Nothing of it is stored anywhere. */
export interface OpenedLog {
  /** Tells the files that are open apart. */
  readonly id: number;
  readonly file: SourceFile;
  readonly marks: Marks;
  readonly isVerified: boolean;
  readonly posts: readonly OpenedPost[];
}

/** The file is not any more what was opened. */
export class FileChangedError extends Error {
  override readonly name = 'FileChangedError';
}

async function readLinesOf(file: SourceFile, { spans, mark }: OpenedPost): Promise<string[]> {
  const pieces: Promise<string[]>[] = [];
  for (let at = 0; at < spans.length; at += 2) {
    const [from = 0, to = 0] = spans.slice(at, at + 2);
    pieces.push(file.read(from, to).then((bytes) => readUtf8(bytes).split('\n')));
  }
  const lines = (await Promise.all(pieces)).flat();
  if (lines.reduce(markAfter, 0) !== mark) throw new FileChangedError(`${file.name} was changed`);
  return lines;
}

/** Reads one post out of its file, once more. Rejects with a FileChangedError where it says something else by now. */
export async function readOpenedStory(log: OpenedLog, post: OpenedPost): Promise<PostStory> {
  const blocks = readBlocks(await readLinesOf(log.file, post), log.marks);
  return {
    post: post.post,
    entries: blocks.map(({ entry }) => entry),
    texts: blocks.flatMap(({ texts }) => texts),
    erased: [],
  };
}

/** As a list shows it. */
export async function readOpenedPost(log: OpenedLog, post: OpenedPost): Promise<PostWithText> {
  const { entries, texts } = await readOpenedStory(log, post);
  let row = extendPost(undefined, post.post, entries[0] as (typeof entries)[number]);
  for (const entry of entries.slice(1)) row = extendPost(row, post.post, entry);
  const shown = shownTextOf(row.contents);
  const text = shown && texts.find(({ index, what }) => index === shown.index && what === shown.what)?.text;
  return { row, text };
}
