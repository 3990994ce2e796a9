import { describe, expect, it } from 'vitest';
import { siteNotesSchema, siteSchema } from '#lib/model/site.ts';
import { findSite } from '#lib/sites/find-site.ts';
import { GENERIC } from '#lib/sites/generic.ts';
import { SITES } from '#lib/sites/index.ts';
import { matchesPath } from '#lib/sites/match-path.ts';
import { SITE_NOTES } from '#lib/sites/site-notes.ts';

const NOTES = Object.entries(SITE_NOTES);

/** A page without any marks. */
const NO_MARKS = { querySelector: () => null, querySelectorAll: () => [] } as unknown as Document;

const markedWith = (mark: string): Document =>
  ({ querySelector: (selector: string) => (selector === mark ? {} : null) }) as unknown as Document;

const claimants = (address: string): string[] =>
  SITES.filter(
    (site) => findSite(new URL(address), NO_MARKS) === site || site.hosts.includes(new URL(address).hostname),
  ).map((site) => site.id);

describe('site definitions', () => {
  it.each([...SITES, GENERIC].map((site) => [site.id, site] as const))('%s keeps the schema', (_, site) => {
    expect(siteSchema.parse(site)).toEqual(site);
  });

  it('have ids of their own, and so have their composers', () => {
    const ids = [...SITES, GENERIC].map((site) => site.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const site of SITES) {
      const composers = site.composers.map((composer) => composer.id);
      expect(new Set(composers).size, site.id).toBe(composers.length);
    }
  });

  it('have notes each, and no others', () => {
    expect(NOTES.map(([id]) => id).sort()).toEqual(SITES.map(({ id }) => id).sort());
    for (const [id, notes] of NOTES) expect(siteNotesSchema.parse(notes), id).toEqual(notes);
  });

  it('have hosts of their own', () => {
    const hosts = SITES.flatMap((site) => site.hosts);
    expect(new Set(hosts).size).toBe(hosts.length);
  });

  it.each(NOTES.flatMap(([id, { examples }]) => examples.own.map((address) => [address, id] as const)))(
    '%s belongs to %s and to no other',
    (address, id) => {
      expect(claimants(address)).toEqual([id]);
      expect(findSite(new URL(address), NO_MARKS)?.id).toBe(id);
    },
  );

  it.each(NOTES.flatMap(([, { examples }]) => examples.foreign))('%s belongs to nobody', (address) => {
    expect(claimants(address)).toEqual([]);
  });

  it('are recognised on other hosts by their marks', () => {
    const page = new URL('https://social.example/home');
    expect(findSite(page, markedWith('form.compose-form'))?.id).toBe('mastodon');
    expect(findSite(page, NO_MARKS)).toBeUndefined();
  });

  it('were verified on a day that has been, and say how', () => {
    for (const [id, { verified }] of NOTES) {
      expect(Date.parse(verified.date), id).toBeLessThanOrEqual(Date.now());
      expect(Date.parse(verified.date), id).toBeGreaterThan(Date.parse('2026-01-01'));
      expect(verified.how.length, id).toBeGreaterThan(10);
    }
  });

  it('leave a way to publish in each composer', () => {
    for (const site of SITES) {
      for (const composer of site.composers) {
        const ways = [
          ...composer.submit,
          ...composer.keys,
          ...(composer.confirmers ?? []),
          ...(composer.confirmersByName ?? []),
          ...(composer.submitByName || composer.submitIsLastTextButton ? ['by rule'] : []),
        ].length;
        expect(ways, `${site.id}/${composer.id}`).toBeGreaterThan(0);
      }
    }
  });
});

describe('matchesPath', () => {
  it.each([
    ['/someone/status/1', '/*/status/**'],
    ['/someone/status/1/photo/2', '/*/status/**'],
    ['/compose/post/edit', '/compose/**/edit'],
    ['/compose/edit', '/compose/**/edit'],
    ['/', '/**'],
    ['/a/', '/a'],
  ])('%s fits %s', (path, pattern) => {
    expect(matchesPath(path, pattern)).toBe(true);
  });

  it.each([
    ['/someone/statuses/1', '/*/status/**'],
    ['/status/1', '/*/status/**'],
    ['/compose/post', '/compose/**/edit'],
    ['/a/b', '/a'],
    ['/', '/*'],
  ])('%s does not fit %s', (path, pattern) => {
    expect(matchesPath(path, pattern)).toBe(false);
  });
});
