import { expect, test } from 'vitest';
import type { SitesPorts } from '#components/sites/contract.ts';
import { createSitesModel } from '#components/sites/sites-model.ts';
import { OVERVIEW_OF_SITES, PACK_PROBLEMS, silentSites, sitesPorts } from '../gallery/fake-sites.ts';

const [SITE] = OVERVIEW_OF_SITES.sites;

const start = async (extra: Partial<SitesPorts> = {}) => {
  const asked: string[] = [];
  const model = createSitesModel({
    ...sitesPorts(),
    switchOn: async ({ id }) => asked.push(`on ${id}`) > 0,
    switchOff: async ({ id }) => void asked.push(`off ${id}`),
    ...extra,
  });
  await model.load();
  return { model, asked };
};

test('switches a site on and off by what the person wished', async () => {
  const { model, asked } = await start();
  if (!SITE) throw new Error('no site');
  await model.switchSite(SITE, true);
  await model.switchSite(SITE, false);
  expect(asked).toEqual(['on x', 'off x']);
  expect(model.problem.value).toBeUndefined();
});

test('a permission that was declined is said, and the switch shows what holds', async () => {
  const { model } = await start({ switchOn: async () => false });
  const before = model.overview.value;
  if (SITE) await model.switchSite(SITE, true);
  expect(model.problem.value).toBe('declined');
  expect(model.overview.value).toEqual(before);
  expect(model.overview.value).not.toBe(before);
});

test('a background that is silent is said, until it answers', async () => {
  const model = createSitesModel(silentSites);
  await model.load();
  expect(model.problem.value).toBe('silent');
});

test('what is wrong with a pack is told', async () => {
  const { model } = await start({ importPack: async () => PACK_PROBLEMS });
  await model.importPack('{}');
  expect(model.importing.value).toEqual({ is: 'refused', problems: PACK_PROBLEMS });
});

test('a pack that came in is in force', async () => {
  const { model } = await start();
  await model.importPack('{}');
  expect(model.importing.value).toEqual({ is: 'done' });
});

test('a pack that could not be stored is no pack', async () => {
  const { model } = await start({ importPack: () => Promise.reject(new Error('disk full')) });
  await model.importPack('{}');
  expect([model.importing.value, model.problem.value]).toEqual([{ is: 'idle' }, 'unsaved']);
});
