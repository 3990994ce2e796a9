import { browser } from '@wxt-dev/browser';
import { z } from 'zod';
import { type PackedSite, packedSiteSchema, type SitePack } from '../model/site-pack.ts';

/**
 * Imported site definitions in `storage.local`, one item each, so that a page costs one look-up however many there are:
 * `site-definition:<id>` a definition, `site-host:<host>` the id of the one for a host, `site-marked` the ids of those
 * that are recognised by their marks. `site-packs` lists the packs, for people. Written by the background only.
 */
const definitionKey = (id: string): string => `site-definition:${id}`;
const hostKey = (host: string): string => `site-host:${host}`;
const MARKED = 'site-marked';
const PACKS = 'site-packs';

/** Every page without a known host is compared with all of them. */
export const MOST_MARKED = 50;

const storedPackSchema = z.strictObject({
  title: z.string(),
  /** Milliseconds since 1970. */
  importedAt: z.number().int().nonnegative(),
  sites: z.array(z.strictObject({ id: z.string(), version: z.number().int() })),
});
export type StoredPack = z.infer<typeof storedPackSchema>;

const read = async (key: string): Promise<unknown> => (await browser.storage.local.get(key))[key];

const readIds = async (): Promise<string[]> =>
  z
    .array(z.string())
    .catch([])
    .parse(await read(MARKED));

/** What does not parse any more counts as not there: the definition that came with Candor stands behind it. */
export const readPacked = async (id: string): Promise<PackedSite | undefined> =>
  packedSiteSchema.safeParse(await read(definitionKey(id))).data;

/** The definition for a host, else those that the page's marks decide between. */
export const readPackedFor = async (host: string): Promise<PackedSite[]> => {
  const id = (await read(hostKey(host))) ?? (await read(hostKey(`*${host.slice(host.indexOf('.'))}`)));
  const ids = typeof id === 'string' ? [id] : await readIds();
  const found = await Promise.all(ids.map(readPacked));
  return found.filter((site) => site !== undefined);
};

export const readPacks = async (): Promise<StoredPack[]> =>
  z
    .array(storedPackSchema)
    .catch([])
    .parse(await read(PACKS));

/** Puts in the sites of a pack, each in the place of an older one of the same id. */
export const storePack = async ({ title, sites }: SitePack, importedAt: number): Promise<void> => {
  const [packs, marked] = await Promise.all([readPacks(), readIds()]);
  const old = await Promise.all(sites.map(({ id }) => readPacked(id)));
  const gone = old.flatMap((site) => site?.hosts.map(hostKey) ?? []);
  const ids = new Set(sites.map(({ id }) => id));
  const nowMarked = sites.filter(({ hosts, marks }) => hosts.length === 0 && marks.length > 0);
  const stored: StoredPack = { title, importedAt, sites: sites.map(({ id, version }) => ({ id, version })) };
  await browser.storage.local.remove(gone);
  await browser.storage.local.set({
    ...Object.fromEntries(sites.map((site) => [definitionKey(site.id), site])),
    ...Object.fromEntries(sites.flatMap(({ id, hosts }) => hosts.map((host) => [hostKey(host), id]))),
    [MARKED]: [...marked.filter((id) => !ids.has(id)), ...nowMarked.map(({ id }) => id)].slice(-MOST_MARKED),
    [PACKS]: [...packs.filter((pack) => pack.title !== title), stored],
  });
};

/** Takes a pack out again; sites that a later pack brought too stay. */
export const removePack = async (title: string): Promise<void> => {
  const packs = await readPacks();
  const pack = packs.find((one) => one.title === title);
  if (!pack) return;
  const others = packs.filter((one) => one !== pack);
  const kept = new Set(others.flatMap(({ sites }) => sites.map(({ id }) => id)));
  const ids = pack.sites.map(({ id }) => id).filter((id) => !kept.has(id));
  const sites = (await Promise.all(ids.map(readPacked))).filter((site) => site !== undefined);
  const marked = (await readIds()).filter((id) => !ids.includes(id));
  await browser.storage.local.remove([
    ...ids.map(definitionKey),
    ...sites.flatMap(({ hosts }) => hosts.map(hostKey)),
  ]);
  await browser.storage.local.set({ [PACKS]: others, [MARKED]: marked });
};
