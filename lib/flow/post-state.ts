import type { Decision } from '../model/decision.ts';
import type { Draft } from '../model/draft.ts';
import type { Outcome } from '../model/flow.ts';

/**
 * Where one held post stands in its page. `draft` is the text as held, `final` the approved one.
 *
 * held → deciding → reviewing → approving → inserting → releasing → confirming → settled.
 * `stopped`: something failed, nothing was sent, the text is in the composer; the person goes on from there.
 */
export type PostState =
  | { is: 'held'; draft: Draft }
  | { is: 'reviewing'; draft: Draft; decision: Decision }
  | { is: 'approving'; draft: Draft; decision: Decision }
  | { is: 'inserting'; draft: Draft; final: Draft }
  | { is: 'releasing'; final: Draft }
  | { is: 'awaiting-press'; final: Draft }
  | { is: 'confirming'; final: Draft }
  | { is: 'stopped'; code: string }
  | { is: 'settled'; outcome: Outcome };

type Name = PostState['is'];

/** Allowed moves. A move that is not here is a bug and throws. */
export const MOVES: Record<Name, readonly Name[]> = {
  held: ['reviewing', 'releasing', 'stopped', 'settled'],
  reviewing: ['reviewing', 'approving', 'stopped', 'settled'],
  approving: ['inserting', 'releasing', 'reviewing', 'stopped', 'settled'],
  inserting: ['releasing', 'stopped', 'settled'],
  releasing: ['confirming', 'awaiting-press', 'stopped', 'settled'],
  'awaiting-press': ['confirming', 'settled'],
  confirming: ['awaiting-press', 'settled'],
  stopped: ['held', 'reviewing', 'settled'],
  settled: [],
};

export const move = (from: PostState, to: PostState): PostState => {
  if (!MOVES[from.is].includes(to.is)) throw new Error(`a post cannot go from ${from.is} to ${to.is}`);
  return to;
};
