import type { ExportChoice } from '#lib/model/log-export.ts';
import type { Standing } from '#lib/model/log-query.ts';
import { excerptOf, type PostSummary, summarise } from '../post-summaries.ts';
import type { Aliases } from './aliases.ts';
import type { ExportPost } from './read-posts.ts';

/** One post as a row of a table, with no more in it than was chosen. */
export interface PostLine {
  readonly time: number;
  readonly site: PostSummary['site'] | undefined;
  readonly kind: PostSummary['kind'] | undefined;
  readonly role: PostSummary['role'] | undefined;
  readonly isOverride: boolean;
  readonly deviation: PostSummary['deviation'] | undefined;
  readonly drift: PostSummary['drift'] | undefined;
  readonly post: string;
  /** Index of its first entry. */
  readonly entry: number;
  readonly standing: Standing;
  readonly name?: string | undefined;
  readonly organisation?: string | undefined;
  readonly address?: string | undefined;
  readonly permalink?: string | undefined;
  /** Of the override, cancellation or failure. */
  readonly reason?: string | undefined;
  /** Rules that objected. */
  readonly rules: readonly string[];
  /** `id version`. */
  readonly policy?: string | undefined;
  readonly reviewMilliseconds?: number | undefined;
  readonly digest?: string | undefined;
  /** Whole or its beginning. */
  readonly text?: string | undefined;
}

const LEFT: readonly string[] = ['post.released', 'post.altered', 'post.bypassed'];

export function describePost(post: ExportPost, choice: ExportChoice, aliases: Aliases): PostLine {
  const { row, entries, text, digest } = post;
  const { time, site, kind, role, isOverride, deviation, drift, outcome, identity, address, permalink } =
    summarise({ row, text: undefined });
  const last = <Value>(read: (entry: (typeof entries)[number]) => Value | undefined): Value | undefined =>
    entries.map(read).findLast((value) => value !== undefined);
  const policy = last((entry) => entry.policy);
  const person =
    choice.names === 'shown'
      ? { ...identity, address, permalink, reason: last((entry) => entry.reason) }
      : { name: identity && aliases.nameFor(identity) };
  return {
    post: row.post,
    entry: row.entries[0] ?? 0,
    standing: outcome ?? (row.events.some((event) => LEFT.includes(event)) ? 'released' : 'held'),
    ...{ time, site, kind, role, isOverride, deviation, drift },
    ...person,
    rules: [...new Set(entries.flatMap(({ findings = [] }) => findings.map(({ rule }) => rule)))],
    policy: policy && `${policy.id} ${policy.version}`,
    reviewMilliseconds: last((entry) => entry.reviewMilliseconds),
    digest,
    text: text !== undefined && choice.texts === 'excerpts' ? excerptOf(text) : text,
  };
}
