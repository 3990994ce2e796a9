import { z } from 'zod';
import { type LogEntry, logEntrySchema } from '#lib/model/log-entry.ts';
import type { PostStory } from '#lib/model/log-query.ts';
import { utf8 } from '../bytes.ts';
import {
  ALIAS_START,
  CONTENT_START,
  EXCERPT_START,
  PRIVATE_START,
  parseContent,
  parseObject,
} from '../export-lines.ts';
import { parseAlias, parseExcerpt, parsePrivate } from '../optional-lines.ts';
import { readFacts } from '../private-facts.ts';

/** How an export's stand-ins are shown, so that nobody takes them for what they stand for. */
export interface Marks {
  readonly alias: (name: string) => string;
  readonly excerpt: (beginning: string) => string;
}

/** One entry of an export with what lies beside it. */
export interface Block {
  readonly entry: LogEntry;
  readonly texts: PostStory['texts'];
}

const BESIDE = [PRIVATE_START, ALIAS_START, CONTENT_START, EXCERPT_START];

/** Whether a line lies beside the entry before it. */
export const isBeside = (line: string): boolean => BESIDE.some((start) => line.startsWith(start));

/** The last moment that JavaScript can name: a page would stumble over a later one. */
const LAST_MOMENT = 8.64e15;

/** A newer Candor may say more in an entry; what this one does not know is left out. */
const entrySchema = z
  .object(logEntrySchema.shape)
  .refine(({ time, due = 0, evidence = [], erased, exported }) =>
    [time, due, erased?.before, exported?.from, exported?.until, ...evidence.map((each) => each.time)].every(
      (moment = 0) => moment <= LAST_MOMENT,
    ),
  );

const isWebAddress = (address: string): boolean => /^https?:\/\//iu.test(address) && URL.canParse(address);

/** A stranger wrote these addresses, and some are going to be links. */
function withoutStrangeLinks({ permalink, partLinks, address, ...entry }: LogEntry): LogEntry {
  return {
    ...entry,
    ...(permalink !== undefined && isWebAddress(permalink) && { permalink }),
    ...(partLinks && { partLinks: partLinks.filter(isWebAddress) }),
    ...(address !== undefined && isWebAddress(address) && { address }),
  };
}

function readTexts(lines: readonly string[], marks: Marks): PostStory['texts'] {
  return lines.flatMap((line) => {
    if (line.startsWith(CONTENT_START)) {
      const content = parseContent(line);
      return content ? [{ index: content.index, what: content.what, text: content.text }] : [];
    }
    const excerpt = line.startsWith(EXCERPT_START) ? parseExcerpt(line) : undefined;
    return excerpt ? [{ ...excerpt, text: marks.excerpt(excerpt.text) }] : [];
  });
}

/** The first line is that of the entry. Nothing for one that this Candor cannot read: anybody can write a file. */
export function readBlock([line = '', ...beside]: readonly string[], marks: Marks): Block | undefined {
  const own = parseObject(line);
  if (!own) return undefined;
  const opened = beside.find((each) => each.startsWith(PRIVATE_START));
  const hidden = opened === undefined ? undefined : parsePrivate(utf8(opened));
  const replaced = beside.find((each) => each.startsWith(ALIAS_START));
  const alias = replaced === undefined ? undefined : parseAlias(replaced);
  const parsed = entrySchema.safeParse({
    ...(alias && { identity: { name: marks.alias(alias.name) } }),
    ...(hidden && readFacts(hidden.opening)),
    ...own,
  });
  return parsed.success
    ? { entry: withoutStrangeLinks(parsed.data), texts: readTexts(beside, marks) }
    : undefined;
}

/** Entries of a run of whole lines. */
export function readBlocks(lines: readonly string[], marks: Marks): Block[] {
  const starts = lines.flatMap((line, at) => (isBeside(line) ? [] : [at]));
  return starts.flatMap((start, place) => readBlock(lines.slice(start, starts[place + 1]), marks) ?? []);
}
