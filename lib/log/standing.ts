import type { Outcome } from '#lib/model/flow.ts';
import type { LogEvent } from '#lib/model/log-entry.ts';
import type { Standing } from '#lib/model/log-query.ts';

const OUTCOMES: Partial<Record<LogEvent, Outcome>> = {
  'post.published': 'published',
  'post.scheduled': 'scheduled',
  'post.unconfirmed': 'unconfirmed',
  'post.failed': 'failed',
  'post.cancelled': 'cancelled',
};

/** It has left, and nobody knows where it arrived. */
const LEFT: readonly LogEvent[] = ['post.released', 'post.altered', 'post.bypassed'];

export const outcomeOf = (event: LogEvent): Outcome | undefined => OUTCOMES[event];

/** The last outcome on record. */
export const lastOutcome = (events: readonly LogEvent[]): Outcome | undefined =>
  events.reduce<Outcome | undefined>((last, event) => OUTCOMES[event] ?? last, undefined);

/** Where a post with these events stands. */
export const standingOf = (events: readonly LogEvent[]): Standing =>
  lastOutcome(events) ?? (events.some((event) => LEFT.includes(event)) ? 'released' : 'held');
