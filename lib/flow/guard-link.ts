import { type GuardOrder, type GuardReport, MEETING } from '../guard/protocol.ts';

/** Longer details are no report of the guard's. */
const LONGEST = 5_000_000;

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value);
const isText = (value: unknown): value is string => typeof value === 'string';

/** Any script of the page could have sent it. */
export const readReport = (detail: unknown): GuardReport | undefined => {
  if (!isText(detail) || detail.length > LONGEST) return undefined;
  let said: unknown;
  try {
    said = JSON.parse(detail);
  } catch {
    return undefined;
  }
  if (typeof said !== 'object' || said === null) return undefined;
  const { request, kind, method, url, body, answered, status, lost, ping } = said as Record<string, unknown>;
  const told = isText(body) ? { body } : {};
  if (ping === true) return { ping };
  if (isNumber(lost)) return { lost };
  if (isNumber(answered) && isNumber(status)) return { answered, status, ...told };
  const isKind = kind === 'fetch' || kind === 'xhr' || kind === 'beacon';
  if (isNumber(request) && isKind && isText(method) && isText(url))
    return { request, kind, method, url, ...told };
  return undefined;
};

/** The gate's end of the channel to the guard in the page's world. */
export interface GuardLink {
  /** The rules are kept and told again to a guard that comes later. */
  order(order: GuardOrder): void;
  /** Makes itself known under this installation's key. False: no guard is here. */
  introduce(key: string): boolean;
}

/**
 * Meets the guard in the same task, whoever is first. Strings only, told in the same task; `onReport` says whether the
 * request is to be held.
 */
export const openGuardLink = (onReport: (report: GuardReport) => boolean, signal: AbortSignal): GuardLink => {
  const channel = crypto.randomUUID();
  const said = new Map<string, GuardOrder>();
  let hasMet = false;
  /** In a page that is open already another guard may be known under the key: that one goes first. */
  let mayMeet = document.readyState === 'loading';

  const say = (name: string, detail: string): boolean =>
    !document.dispatchEvent(new CustomEvent(name, { detail, cancelable: true }));

  const tell = (order: GuardOrder): void => void (hasMet && say(`${channel}>`, JSON.stringify(order)));

  const join = (name: string): void => {
    hasMet = say(name, channel);
    if (hasMet) for (const order of said.values()) tell(order);
  };

  const onKnock = (event: Event): void => {
    if (mayMeet && !hasMet && (event as CustomEvent).detail === '') join(MEETING);
  };

  document.addEventListener(
    channel,
    (event) => {
      const report = readReport((event as CustomEvent).detail);
      if (report && onReport(report)) event.preventDefault();
    },
    { signal },
  );
  document.addEventListener(MEETING, onKnock, { signal });
  if (mayMeet) join(MEETING);

  return {
    order(order) {
      if (!('verdict' in order)) said.set('rules' in order ? 'rules' : 'key', order);
      tell(order);
    },
    introduce(key) {
      if (!hasMet) join(key);
      mayMeet = true;
      if (!hasMet) join(MEETING);
      this.order({ key });
      return hasMet;
    },
  };
};
