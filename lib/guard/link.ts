import type { Natives } from './natives.ts';
import { type GuardOrder, type GuardReport, type GuardRule, MEETING } from './protocol.ts';

/** How often a gate that has a request held is asked whether it is there, and how often it may miss. Milliseconds. */
const PING_EVERY = 1000;
const MISSES = 3;

/** The guard's end of the channel. Without a gate nothing is told and nothing held. */
export interface Link {
  readonly rules: readonly GuardRule[];
  /** Requests are held until there is a verdict. */
  readonly holds: boolean;
  /** True: the gate wants the request held. */
  report(report: GuardReport): boolean;
  /** Calls once. No gate left to say so: `false`, for what was to be held was never approved. */
  onVerdict(request: number, handle: (pass: boolean) => void): void;
}

/** `onMet`: called once, when a gate has made itself known. */
export const openLink = (natives: Natives, onMet: () => void): Link => {
  const { apply, detailOf, dispatch, listen, unlisten } = natives;
  let channel: string | undefined;
  let rules: readonly GuardRule[] = [];
  let holds = false;
  let key: string | undefined;
  let waiting: { request: number; handle: (pass: boolean) => void }[] = [];
  let misses = 0;
  let pinging: number | undefined;

  const say = (name: string, detail: string): boolean =>
    !dispatch(document, new natives.CustomEvent(name, { detail, cancelable: true }));

  const report = (message: GuardReport): boolean =>
    channel !== undefined && say(channel, natives.stringify({ __proto__: null, ...message }));

  const settle = (request: number | undefined, pass: boolean): void => {
    const before = waiting;
    waiting = [];
    for (let index = 0; index < before.length; index += 1) {
      const held = before[index];
      if (!held) continue;
      if (request === undefined || held.request === request) apply(held.handle, undefined, [pass]);
      else waiting[waiting.length] = held;
    }
  };

  const ping = (): void => {
    misses = report({ ping: true }) ? 0 : misses + 1;
    if (misses >= MISSES) settle(undefined, false);
    if (waiting.length > 0) return;
    natives.clearInterval(pinging);
    pinging = undefined;
  };

  const onOrder = (event: Event): void => {
    const order = natives.parse(detailOf(event) as string) as GuardOrder;
    if ('rules' in order) {
      rules = order.rules;
      holds = order.holds;
    } else if ('verdict' in order) {
      settle(order.verdict, order.pass);
    } else if ('key' in order && order.key !== key) {
      if (key !== undefined) unlisten(document, key, onTakeover);
      key = order.key;
      listen(document, key, onTakeover);
    }
  };

  const join = (event: Event, name: string): void => {
    if (channel !== undefined) unlisten(document, `${channel}>`, onOrder);
    channel = name;
    rules = [];
    listen(document, `${channel}>`, onOrder);
    natives.preventDefault(event);
  };

  const onTakeover = (event: Event): void => join(event, detailOf(event) as string);

  const onMeeting = (event: Event): void => {
    const name = detailOf(event);
    if (typeof name !== 'string' || name === '') return;
    unlisten(document, MEETING, onMeeting);
    join(event, name);
    onMet();
  };

  listen(document, MEETING, onMeeting);
  say(MEETING, '');

  return {
    get rules() {
      return rules;
    },
    get holds() {
      return holds;
    },
    report,
    onVerdict(request, handle) {
      waiting[waiting.length] = { request, handle };
      misses = 0;
      pinging ??= natives.setInterval(ping, PING_EVERY);
    },
  };
};
