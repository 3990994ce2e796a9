import { type LogFilter, logFilterSchema } from '#lib/model/log-query.ts';

/** What the address of the log's page says: the filter, and the post whose drawer is open. */
export interface LogPlace {
  filter: LogFilter;
  post: string | undefined;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/u;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;
const WORDS = ['site', 'role', 'outcome', 'rule', 'identity', 'policy', 'words'] as const;

/** Midnight of a day of the reader's calendar, `days` later. Nothing where there is no such day. */
export const dayStart = (day: string, days = 0): number | undefined => {
  const [, year = 0, month = 0, date = 0] = (DAY.exec(day) ?? []).map(Number);
  const found = new Date(year, month - 1, date);
  const isDay = year > 1969 && found.getMonth() === month - 1 && found.getDate() === date;
  return isDay ? new Date(year, month - 1, date + days).getTime() : undefined;
};

/** The day of the reader's calendar as ISO writes it, `days` later. */
export const dayOf = (time: number, days = 0): string => {
  const date = new Date(time);
  date.setDate(date.getDate() + days);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** From `#log?site=x&from=2026-11-01`. A member that says nothing sensible is as if it were not there. */
export const readLogPlace = (hash: string): LogPlace => {
  const asked = new URLSearchParams(hash.split('?')[1] ?? '');
  const found: Record<string, unknown> = {};
  const take = (name: keyof LogFilter, value: unknown): void => {
    const parsed = value === undefined ? undefined : logFilterSchema.shape[name].safeParse(value);
    if (parsed?.success && parsed.data !== '') found[name] = parsed.data;
  };
  for (const name of WORDS) take(name, asked.get(name) ?? undefined);
  take('from', dayStart(asked.get('from') ?? ''));
  take('until', dayStart(asked.get('until') ?? '', 1));
  take('override', asked.get('override') === 'yes' ? true : undefined);
  const post = asked.get('post') ?? '';
  return { filter: found as LogFilter, post: UUID.test(post) ? post.toLowerCase() : undefined };
};

export const writeLogPlace = ({ filter, post }: LogPlace): string => {
  const said = new URLSearchParams();
  // `until` names the last day that counts.
  if (filter.from !== undefined) said.set('from', dayOf(filter.from));
  if (filter.until !== undefined) said.set('until', dayOf(filter.until, -1));
  for (const name of WORDS) {
    const value = filter[name];
    if (value !== undefined && value !== '') said.set(name, value);
  }
  if (filter.override) said.set('override', 'yes');
  if (post !== undefined) said.set('post', post);
  const words = said.toString();
  return words === '' ? '#log' : `#log?${words}`;
};
