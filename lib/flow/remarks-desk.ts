import { CandorError } from '../errors/candor-error.ts';
import type { Log } from '../log/open-log.ts';
import type { MessageInput } from '../messaging/messages.ts';
import type { LogFacts } from '../model/log-entry.ts';

/** What is said of a post after the fact: always an entry more, never a change of one. */
export const createRemarksDesk = (openLog: () => Promise<Log>) => {
  /** A message may come twice: what the newest entry of the post says already is not said again. */
  const record = async (
    post: string,
    facts: LogFacts,
    isSame: (last: LogFacts) => boolean,
  ): Promise<true> => {
    const log = await openLog();
    const last = (await log.entriesOfPost(post)).at(-1);
    if (!last) throw new CandorError('not-allowed', `post ${post} is not in the log`);
    if (last.event !== facts.event || !isSame(last)) await log.append({ ...facts, post });
    return true;
  };

  return {
    annotate: ({ post, note }: MessageInput<'annotate-post'>): Promise<true> =>
      record(post, { event: 'post.annotated', note }, (last) => last.note === note),

    report: ({ post, report }: MessageInput<'record-report'>): Promise<true> =>
      record(
        post,
        { event: 'post.reported', report },
        ({ report: last }) => last?.source === report.source && last.by === report.by,
      ),
  };
};
