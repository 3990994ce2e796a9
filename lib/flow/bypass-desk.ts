import type { Log } from '../log/open-log.ts';
import type { MessageInput } from '../messaging/messages.ts';
import type { Bypass } from '../model/flow.ts';
import type { Settings } from '../model/settings.ts';
import type { Decide } from './decide.ts';
import { answerOf, factsOf, type Gate, keeping, placeOf, textOf } from './post-facts.ts';
import type { PostTabs } from './post-tabs.ts';

interface BypassPorts {
  openLog(): Promise<Log>;
  readSettings(): Promise<Settings>;
  decide: Decide;
  tabs: PostTabs;
  /** A site publishes in a way its definition does not know. In no private window. */
  onBypass(site: string): Promise<void>;
}

/**
 * Records what went past the gate. All of it was seen by the guard in the page's own world, so each entry says so: a
 * page can have it say what it likes, about its own tab.
 */
export const createBypassDesk = ({ openLog, readSettings, decide, tabs, onBypass }: BypassPorts) => ({
  /** A post that nobody let go. What the policy lets pass anyway is nobody's business. */
  async bypass({ post, draft }: MessageInput<'report-bypass'>, gate: Gate): Promise<Bypass> {
    const [settings, decision] = await Promise.all([readSettings(), decide(draft, { role: undefined })]);
    if (decision.effect === 'allow') return { isRecorded: false };
    await tabs.bind(post, gate.tab);
    const log = await openLog();
    const isKnown = (await log.entriesOfPost(post)).length > 0;
    if (!isKnown) {
      await log.append(
        { event: 'post.bypassed', post, ...placeOf(draft, gate), ...factsOf(decision), seenBy: 'page' },
        [{ what: 'sent', text: textOf(draft) }],
        keeping(settings, gate),
      );
      if (!gate.isPrivate) await onBypass(draft.site);
    }
    return { isRecorded: true, held: answerOf(decision, settings) };
  },

  /** Another text than the approved one was sent, or was about to be. */
  async altered({ post, draft, isHeld }: MessageInput<'report-altered'>, gate: Gate): Promise<true> {
    await tabs.requireOwn(post, gate.tab);
    const log = await openLog();
    await log.append(
      { event: 'post.altered', post, reason: isHeld ? 'not-sent' : 'sent', seenBy: 'page' },
      [{ what: 'sent', text: textOf(draft) }],
      keeping(await readSettings(), gate),
    );
    return true;
  },
});
