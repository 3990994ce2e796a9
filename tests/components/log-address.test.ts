import { describe, expect, it } from 'vitest';
import { dayStart, readLogPlace, writeLogPlace } from '#components/log/filters/log-address.ts';
import { presetOf, rangeOf, TIME_PRESETS } from '#components/log/filters/time-presets.ts';
import type { LogFilter } from '#lib/model/log-query.ts';

const POST = '5f0e7d1c-93a4-4c55-8d5e-0d3a6b7c8e91';
const FULL: LogFilter = {
  from: new Date(2026, 10, 1).getTime(),
  until: new Date(2026, 11, 1).getTime(),
  site: 'x',
  role: 'coauthored',
  outcome: 'published',
  rule: 'ai-label',
  override: true,
  identity: 'Ada & Söhne #1?',
  policy: 'creator 1.0.0',
  words: 'night shift',
};

describe('the address of the log', () => {
  it.each<[string, LogFilter, string | undefined]>([
    ['nothing', {}, undefined],
    ['everything', FULL, POST],
    ['a post alone', {}, POST],
  ])('says %s and reads it again', (_, filter, post) => {
    expect(readLogPlace(writeLogPlace({ filter, post }))).toEqual({ filter, post });
  });

  it('names days, the last one included', () => {
    expect(
      writeLogPlace({ filter: { from: FULL.from, until: FULL.until } as LogFilter, post: undefined }),
    ).toBe('#log?from=2026-11-01&until=2026-11-30');
  });

  it.each([
    '#log?role=robot&site=x',
    '#log?from=2026-13-01&site=x',
    '#log?from=yesterday&until=2026-02-30&site=x',
    '#log?outcome=&override=1&rule=none&site=x',
    `#log?words=${'w'.repeat(201)}&site=x`,
    '#log?post=1&site=x&unknown=1',
    '#log?site=x&%E0%A4%A=%',
  ])('passes over what makes no sense: %s', (hash) => {
    expect(readLogPlace(hash)).toEqual({ filter: { site: 'x' }, post: undefined });
  });

  it('knows no day that is none', () => {
    expect([dayStart('2026-02-29'), dayStart('0001-01-01'), dayStart('')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('presets of time', () => {
  const now = new Date(2026, 2, 31, 23, 30).getTime();

  it.each(TIME_PRESETS)('%s is known again as itself', (preset) => {
    expect(presetOf(rangeOf(preset, now), now)).toBe(preset);
  });

  it('the last month is February, whole', () => {
    expect(rangeOf('last-month', now)).toEqual({
      from: new Date(2026, 1, 1).getTime(),
      until: new Date(2026, 2, 1).getTime(),
    });
  });

  it('another stretch is no preset', () => {
    expect(presetOf({ from: 5 }, now)).toBeUndefined();
  });
});
