import type { Draft } from '../model/draft.ts';
import type { HeldPost } from '../model/flow.ts';
import type { PublishRequest, SiteDefinition } from '../model/site.ts';
import {
  findRule,
  readAnswer,
  readSentTexts,
  readSentWarning,
  type SiteAnswer,
} from '../sites/read-request.ts';
import { isSameText } from '../sites/same-text.ts';
import { ask } from './background-link.ts';
import { type Expectation, explainRequest } from './expectation.ts';
import type { AnswerReport, OnAnswer, RequestHost, RequestReport } from './request-desk.ts';
import { reviewRequest } from './review-request.ts';

/** Tells the person what went past the gate. `held`: where a label can be offered. */
export type ShowNotice = (
  kind: 'bypassed' | 'altered' | 'stopped',
  siteName: string,
  missed?: MissedPost,
) => void;

export interface MissedPost {
  draft: Draft;
  held: HeldPost;
  /** Of the post, where the site told. */
  address?: string;
}

export interface Judged {
  /** May it go, if it is held? */
  pass: boolean;
  onAnswer?: OnAnswer;
}

/** The browser's own reading of markup; nothing in it is run or loaded. */
const readMarkup = (html: string): string =>
  new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';

const draftOf = (
  { id, composers }: SiteDefinition,
  sent: readonly string[],
  warning: string | undefined,
): Draft => {
  const { kind, id: composer } = composers.find(({ kind: one }) => one === 'post') ?? composers[0] ?? {};
  return {
    site: id,
    composer: composer ?? 'generic',
    kind: sent.length > 1 ? 'thread' : (kind ?? 'post'),
    ...(warning && { warning: warning.slice(0, 10_000) }),
    parts: (sent.length === 0 ? [''] : sent.slice(0, 100)).map((text) => ({
      text: text.slice(0, 1_000_000),
      media: [],
    })),
    address: (location.origin + location.pathname + location.search).slice(0, 4096),
  };
};

const read = (rule: PublishRequest, report: RequestReport, answer: AnswerReport): SiteAnswer =>
  'lost' in answer ? { is: 'unknown' } : readAnswer(rule, report, answer, location.origin);

/** Takes what the site answers for the outcome of the post. */
const follow = (
  rule: PublishRequest,
  report: RequestReport,
  expectation: Expectation,
  count: number,
): OnAnswer => {
  expectation.sent += count;
  // Of a beacon nobody hears an answer.
  if (report.kind === 'beacon') return () => undefined;
  expectation.pending += 1;
  return (answered) => {
    expectation.pending -= 1;
    const answer = read(rule, report, answered);
    if (answer.is === 'refused') {
      expectation.confirmation = { outcome: 'failed', reason: answer.reason ?? 'refused', seenByPage: true };
    }
    if (answer.is !== 'taken') return;
    expectation.taken += count;
    if (answer.permalink !== undefined)
      expectation.permalinks.push(answer.permalink, ...(answer.partLinks ?? []));
    if (expectation.taken < expectation.draft.parts.length) return;
    const [permalink, ...partLinks] = expectation.permalinks.slice(0, expectation.draft.parts.length);
    expectation.confirmation ??=
      rule.what === 'schedule'
        ? { outcome: 'scheduled', ...(answer.due !== undefined && { due: answer.due }), seenByPage: true }
        : {
            outcome: 'published',
            ...(permalink !== undefined && { permalink }),
            ...(partLinks.length > 0 && { partLinks }),
            seenByPage: true,
          };
  };
};

/** A post that nobody let go. In its record it says who saw it: a page can say what it likes. */
const observe = async (
  rule: PublishRequest,
  report: RequestReport,
  draft: Draft,
  host: RequestHost,
  showNotice: ShowNotice,
): Promise<Judged> => {
  const post = crypto.randomUUID();
  const bypass = await ask('report-bypass', { post, draft });
  if (!bypass.isRecorded) return { pass: true };
  host.onBypass();
  const show = (address?: string): void =>
    showNotice('bypassed', host.site.name, { draft, held: bypass.held, ...(address && { address }) });
  if (report.kind === 'beacon') {
    show();
    return { pass: true };
  }
  return {
    pass: true,
    onAnswer(answered) {
      const { is, permalink, reason } = read(rule, report, answered);
      // What the site refused did not go out.
      if (is !== 'refused') show(permalink);
      if (is === 'unknown') return;
      const outcome = is === 'refused' ? 'failed' : rule.what === 'schedule' ? 'scheduled' : 'published';
      void ask('settle-post', {
        post,
        outcome,
        seenByPage: true,
        ...(permalink && { permalink }),
        ...(reason && { reason }),
      }).catch(() => undefined);
    },
  };
};

const enforce = async (
  rule: PublishRequest,
  report: RequestReport,
  draft: Draft,
  host: RequestHost,
): Promise<Judged> => {
  const { decision } = await ask('decide-draft', { draft });
  if (decision.effect === 'allow') return { pass: true };
  host.onBypass();
  const sent = draft.parts.map(({ text }) => text);
  const isSent = (texts: readonly string[]): boolean =>
    texts.some((text) => text.trim() !== '' && sent.some((one) => isSameText(one, [text])));
  // In the composer the label can go in: the request fails as a network does, and the flow goes its usual way.
  if (host.holdInComposer(isSent)) return { pass: false };
  const reviewed = await reviewRequest(draft, host);
  return reviewed === undefined
    ? { pass: false }
    : { pass: true, onAnswer: follow(rule, report, reviewed, draft.parts.length) };
};

/** What is this request, and may it go? Runs beside the page; what it is told comes from the page. */
export const judgeRequest = async (
  report: RequestReport,
  host: RequestHost,
  showNotice: ShowNotice,
): Promise<Judged> => {
  const rule = findRule(host.site.publish, report);
  if (!rule) return { pass: true };
  const sent = readSentTexts(rule, report, readMarkup);
  const warning = readSentWarning(rule, report);
  const explained = explainRequest(sent, host.expectations, performance.now(), warning);
  const draft = draftOf(host.site, sent, warning);
  if (explained.is === 'expected') {
    const { expectation } = explained;
    const count = sent.length === 0 ? expectation.draft.parts.length : sent.length;
    return { pass: true, onAnswer: follow(rule, report, expectation, count) };
  }
  if (explained.is === 'altered') {
    const { expectation } = explained;
    const { post = '' } = expectation;
    await ask('report-altered', { post, draft, isHeld: host.holds });
    showNotice(host.holds ? 'stopped' : 'altered', host.site.name);
    if (!host.holds) return { pass: true, onAnswer: follow(rule, report, expectation, sent.length) };
    expectation.confirmation = { outcome: 'failed', reason: 'text-changed' };
    return { pass: false };
  }
  // Edits of other things are never held, and were published already.
  if (rule.what === 'edit') return { pass: true };
  return host.holds ? enforce(rule, report, draft, host) : observe(rule, report, draft, host, showNotice);
};
