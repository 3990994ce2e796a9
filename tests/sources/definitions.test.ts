import { describe, expect, it } from 'vitest';
import { sourceSchema } from '#lib/model/source.ts';
import { findSource, findSourceOfHost, isWholePage } from '#lib/sources/find-source.ts';
import { GENERIC_SOURCE } from '#lib/sources/generic-source.ts';
import { SOURCE_PATTERNS, SOURCES } from '#lib/sources/index.ts';

const noMarks = (): boolean => false;
const markedWith =
  (mark: string) =>
  (selectors: readonly string[]): boolean =>
    selectors.includes(mark);

const claimants = (address: string): string[] => {
  const url = new URL(address);
  return SOURCES.filter(({ hosts }) => hosts.includes(url.hostname))
    .filter((source) => isWholePage(source, url))
    .map(({ id }) => id);
};

describe('source definitions', () => {
  it.each([...SOURCES, GENERIC_SOURCE].map((source) => [source.id, source] as const))(
    '%s keeps the schema',
    (_, source) => {
      expect(sourceSchema.parse(source)).toEqual(source);
    },
  );

  it('have ids, names and hosts of their own', () => {
    const all = [...SOURCES, GENERIC_SOURCE];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    const hosts = SOURCES.flatMap((source) => source.hosts);
    expect(new Set(hosts).size).toBe(hosts.length);
    expect(SOURCE_PATTERNS).toEqual(hosts.map((host) => `https://${host}/*`));
  });

  it.each(SOURCES.flatMap((source) => source.examples.own.map((address) => [address, source.id] as const)))(
    '%s belongs to %s and to no other',
    (address, id) => {
      expect(claimants(address)).toEqual([id]);
      expect(findSource(new URL(address), noMarks)?.id).toBe(id);
      expect(findSource(new URL(address))?.id).toBe(id);
    },
  );

  it.each(SOURCES.flatMap((source) => source.examples.foreign))('%s belongs to nobody', (address) => {
    expect(claimants(address)).toEqual([]);
    expect(findSource(new URL(address), noMarks)).toBeUndefined();
  });

  it('give every tool with hosts an example, and every other one marks', () => {
    for (const { id, hosts, examples, marks } of SOURCES)
      expect(hosts.length > 0 ? examples.own.length : marks.length, id).toBeGreaterThan(0);
  });

  it('were verified on a day that has been, and say how', () => {
    for (const { id, verified } of SOURCES) {
      expect(Date.parse(verified.date), id).toBeLessThanOrEqual(Date.now());
      expect(Date.parse(verified.date), id).toBeGreaterThan(Date.parse('2026-01-01'));
      expect(verified.how.length, id).toBeGreaterThan(10);
    }
  });
});

describe('findSource', () => {
  const home = new URL('https://x.com/home');

  it('finds Grok on the pages of X only where its drawer is open', () => {
    expect(findSource(home, noMarks)).toBeUndefined();
    expect(findSource(home, markedWith('[data-testid="GrokDrawer"]'))?.id).toBe('grok-in-x');
  });

  it('trusts the host where the page cannot be seen', () => {
    expect(findSource(home)?.id).toBe('grok-in-x');
    expect(findSource(new URL('https://huggingface.co/models'))).toBeUndefined();
    expect(findSource(new URL('https://social.example/'))).toBeUndefined();
  });

  it('recognises software that people host themselves, on any port', () => {
    const local = new URL('http://localhost:3000/c/1');
    expect(findSource(local, markedWith('.copy-response-button'))?.id).toBe('open-webui');
    expect(findSource(local, noMarks)).toBeUndefined();
  });

  it('names the host whatever the path', () => {
    expect(findSourceOfHost(home)?.id).toBe('grok-in-x');
    expect(findSourceOfHost(new URL('https://chatgpt.com.example/'))).toBeUndefined();
  });
});
