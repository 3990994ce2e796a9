import { CandorError } from '../errors/candor-error.ts';
import { findLabels } from '../label/find-label.ts';
import type { Log } from '../log/open-log.ts';
import type { MessageInput } from '../messaging/messages.ts';
import type { DriftNotice, OwnPost } from '../model/flow.ts';
import type { LogEntry } from '../model/log-entry.ts';
import type { Settings } from '../model/settings.ts';
import { type ApprovedText, compareShown } from './compare-shown.ts';
import { type Gate, keeping } from './post-facts.ts';

/** The newest posts of an origin that its pages are looked at for. */
const MOST_WATCHED = 200;

interface DriftPorts {
  openLog(): Promise<Log>;
  readSettings(): Promise<Settings>;
  /** The person switched Candor off for the site at this address. */
  isOffAt(url: string): Promise<boolean>;
  /** Has the pages of a tab looked at; where they are already, has them ask again. */
  watchTab(tab: number): Promise<unknown>;
}

const originOf = ({ url }: Gate): string => new URL(url).origin;

const addressesOf = (entries: readonly LogEntry[]): string[] => {
  const { permalink, partLinks = [] } = entries.findLast((entry) => entry.permalink !== undefined) ?? {};
  return permalink === undefined ? [] : [permalink, ...partLinks];
};

const readApproved = async (
  log: Log,
  post: string,
  entries: readonly LogEntry[],
): Promise<ApprovedText | undefined> => {
  const approval = entries.findLast(({ event }) => event === 'post.approved' || event === 'post.overridden');
  if (!approval) return undefined;
  const text = await log.readText(post, 'final');
  return {
    isLabelled:
      approval.contents?.some(({ what }) => what === 'label') === true ||
      (text !== undefined && findLabels(text).length > 0),
    accepted: new Set(approval.findings?.map(({ code }) => code)),
    text,
  };
};

/**
 * Compares what pages show of published posts with what was approved. Looks at nothing by itself: a page that the person
 * has open tells what it shows, and of the person's own posts only. All it knows is in the log.
 */
export const createDriftDesk = ({ openLog, readSettings, isOffAt, watchTab }: DriftPorts) => {
  let last: Promise<unknown> = Promise.resolve();
  /** Two tabs may show a post at once: what one finds is no news to the other. */
  const inTurn = <Result>(job: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(job, job);
    last = turn;
    return turn;
  };

  const compare = async (
    { post, part, text }: MessageInput<'report-shown'>,
    gate: Gate,
  ): Promise<DriftNotice | null> => {
    const log = await openLog();
    const entries = await log.entriesOfPost(post);
    const address = addressesOf(entries)[part];
    if (address === undefined || new URL(address).origin !== originOf(gate))
      throw new CandorError('not-allowed', `post ${post} is not of this origin`);
    const approved = await readApproved(log, post, entries);
    if (!approved) return null;

    const found = compareShown(text, part, approved);
    const known = entries.findLast(({ event }) => event === 'post.drifted')?.drift ?? [];
    if (known.find((one) => one.part === part)?.found === found) return null;
    const others = known.filter((one) => one.part !== part);
    await log.append(
      { event: 'post.drifted', post, address, drift: found ? [...others, { part, found }] : others },
      [{ what: 'shown', text }],
      { ...keeping(await readSettings(), gate), once: false },
    );
    if (found === undefined || found === 'text-changed') return null;
    const label = await log.readText(post, 'label');
    return { found, ...(label !== undefined && { label }) };
  };

  /** In no private window, and not where the person wants nothing of Candor. */
  const isWatched = async ({ isPrivate, url }: Gate): Promise<boolean> => !isPrivate && !(await isOffAt(url));

  return {
    /** Has the sender's page looked at, if a post of the person's own may stand there. */
    async watch(gate: Gate): Promise<void> {
      if (gate.frame !== 0 || !(await isWatched(gate))) return;
      const posts = await (await openLog()).postsOn(originOf(gate), 1);
      if (posts.length > 0) await watchTab(gate.tab);
    },

    async findOwnPosts(gate: Gate): Promise<OwnPost[]> {
      if (!(await isWatched(gate))) return [];
      const found = await (await openLog()).postsOn(originOf(gate), MOST_WATCHED);
      return found.flatMap(({ post, addresses }) =>
        addresses.map((address, part) => ({ post, part, address })),
      );
    },

    shown: (input: MessageInput<'report-shown'>, gate: Gate): Promise<DriftNotice | null> =>
      inTurn(async () => ((await isWatched(gate)) ? compare(input, gate) : null)),
  };
};
