import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MASTODON } from '#lib/sites/definitions/mastodon.ts';
import { X } from '#lib/sites/definitions/x.ts';
import { readPack } from '#lib/sites/read-pack.ts';

const VERIFIED = { date: '2026-11-01', how: 'Seen in a live account.' };
const site = { ...X, version: 2, verified: VERIFIED };
const pack = { candorSites: 1, title: 'Fixes of November', sites: [site] };
const write = (value: unknown): string => JSON.stringify(value, null, 2);

const problemsOf = (text: string) => {
  const read = readPack(text);
  if (read.ok) throw new Error('the pack was read');
  return read.problems;
};

/** Line that begins with this, counted from 1. */
const lineOf = (text: string, start: string): number =>
  text.split('\n').findIndex((line) => line.trim().startsWith(start)) + 1;

describe('readPack', () => {
  it('reads a pack whole', () => {
    expect(readPack(write(pack))).toEqual({ ok: true, pack });
  });

  it('names line, path and reason of what the schema refuses', () => {
    const text = write({ ...pack, sites: [{ ...site, hosts: ['x.com', 'NOT A HOST'] }] });
    expect(problemsOf(text)).toEqual([
      expect.objectContaining({ path: 'sites.0.hosts.1', line: lineOf(text, '"NOT A HOST"') }),
    ]);
  });

  it('names what it does not know, in the place where it stands', () => {
    const text = write({ ...pack, sites: [{ ...site, script: 'alert(1)' }] });
    expect(problemsOf(text)).toEqual([
      expect.objectContaining({ path: 'sites.0', reason: expect.stringContaining('script') }),
    ]);
  });

  it('names line and column where the file is no JSON', () => {
    const text = '{\n  "candorSites": 1,\n  "title": "x"\n  "sites": []\n}';
    const [problem] = problemsOf(text);
    expect(problem?.line).toBeGreaterThanOrEqual(3);
    expect(problem?.line).toBeLessThanOrEqual(4);
    expect(problem?.reason).not.toBe('');
  });

  it('refuses a definition that takes the host of another site', () => {
    const text = write({ ...pack, sites: [{ ...site, id: 'other' }] });
    expect(problemsOf(text)).toEqual(
      ['x.com', 'twitter.com', 'mobile.twitter.com'].map((host, at) => ({
        path: `sites.0.hosts.${at}`,
        line: lineOf(text, `"${host}"`),
        column: expect.any(Number),
        reason: `${host} belongs to the site x`,
      })),
    );
  });

  it('refuses two definitions with one id', () => {
    const twice = { ...MASTODON, hosts: [], verified: VERIFIED };
    expect(problemsOf(write({ ...pack, sites: [twice, twice] }))).toEqual([
      expect.objectContaining({ path: 'sites.1.id' }),
    ]);
  });

  it('refuses more than it would read, at once', () => {
    expect(problemsOf(' '.repeat(4_000_001))).toEqual([expect.objectContaining({ line: 1, path: '' })]);
  });

  it('leaves nothing behind of keys that mean something to JavaScript', () => {
    const text = write(pack).replace('"title"', '"__proto__": {"polluted": true}, "title"');
    expect(problemsOf(text).length).toBeGreaterThan(0);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('tells what is wrong with any other text, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.jsonValue().map(write)), (text) => {
        const read = readPack(text);
        expect(read.ok).toBe(false);
        if (!read.ok) {
          expect(read.problems.length).toBeGreaterThan(0);
          for (const { line, column } of read.problems) {
            expect(line).toBeGreaterThan(0);
            expect(column).toBeGreaterThan(0);
          }
        }
      }),
    );
  });
});
