import { fitsBody, fitsPath, isPlain, pieceOf } from './fits-rule.ts';
import type { Link } from './link.ts';
import type { Natives } from './natives.ts';
import { type GuardRule, LONGEST_REQUEST, type RequestKind } from './protocol.ts';
import type { SentText } from './read-sent.ts';

/** A request whose method and path some rule asks for; the body says the rest. */
export interface Candidate {
  readonly kind: RequestKind;
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly query: string;
  readonly rules: readonly GuardRule[];
}

/** An address that no request can be sent to: asking for it fails as a network does, with the browser's own error. */
export const NOWHERE = 'blob:null/0';

export const createObserver = (natives: Natives, link: Link) => {
  const { hrefOf, includes, pathnameOf, searchOf, toUpperCase } = natives;
  let last = 0;
  let known: readonly GuardRule[] = [];
  let pieces: string[] = [];

  /** Of the rules in force: a piece of text that the path of each has. */
  const readPieces = (rules: readonly GuardRule[]): string[] => {
    if (rules === known) return pieces;
    known = rules;
    pieces = [];
    for (let index = 0; index < rules.length; index += 1) pieces[index] = pieceOf(rules[index]?.path ?? '');
    return pieces;
  };

  return {
    link,
    natives,

    /** No rule asks for anything, or not with this method. The one test that every other request pays for. */
    isNone(method: unknown): boolean {
      if (link.rules.length === 0) return true;
      return method === undefined || method === 'GET' || method === 'get' || typeof method !== 'string';
    },

    /** `address`: as the page gave it. What is neither text nor a URL is none of ours: reading it may run the page's code. */
    find(kind: RequestKind, method: string, address: unknown): Candidate | undefined {
      const { rules } = link;
      const needed = readPieces(rules);
      const wanted = toUpperCase(method);
      // Most requests are told by their address as it is written: reading it as a URL costs more than all else here.
      const plain = typeof address === 'string' && isPlain(address) ? address : undefined;
      let url: URL | undefined;
      let fitting: GuardRule[] | undefined;
      for (let index = 0; index < rules.length; index += 1) {
        const rule = rules[index];
        if (!rule || rule.method !== wanted) continue;
        if (plain !== undefined && !includes(plain, needed[index] as string)) continue;
        try {
          url ??= new natives.URL(
            typeof address === 'string' ? address : hrefOf(address),
            natives.baseOf(document),
          );
        } catch {
          return undefined;
        }
        if (!fitsPath(pathnameOf(url), rule.path)) continue;
        fitting ??= [];
        fitting[fitting.length] = rule;
      }
      return (
        url && fitting && { kind, method: wanted, url: hrefOf(url), query: searchOf(url), rules: fitting }
      );
    },

    /** Does the body say that this publishes? One that cannot be read may. */
    publishes({ rules, query }: Candidate, body: string | undefined): boolean {
      if (body === undefined) return true;
      for (let index = 0; index < rules.length; index += 1) {
        const rule = rules[index];
        if (rule && fitsBody(rule, query, body, includes)) return true;
      }
      return false;
    },

    /** Tells the gate of a request; its number, and whether it is to be held. */
    tell({ kind, method, url }: Candidate, body: string | undefined): { request: number; isHeld: boolean } {
      last += 1;
      const isTold = body !== undefined && body.length <= LONGEST_REQUEST;
      const isHeld = link.report({ request: last, kind, method, url, ...(isTold && { body }) });
      return { request: last, isHeld };
    },
  };
};

export type Observer = ReturnType<typeof createObserver>;

/** The body, if it is known in this task. */
export const isKnown = (body: SentText): body is string | undefined => typeof body !== 'object';
