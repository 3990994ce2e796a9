import { browser } from '@wxt-dev/browser';
import { DEFAULT_PROVENANCE, type Settings, settingsSchema } from '../model/settings.ts';

/**
 * The stored item `settings` in `storage.local`, format version 1.
 * Written by the background only. What does not parse is kept as it is until the person decides.
 */
const KEY = 'settings';

export const DEFAULT_SETTINGS: Settings = {
  identities: [],
  preset: 'creator',
  addedSites: [],
  sitesOff: [],
  keepText: true,
  keepTextDays: 0,
  provenance: DEFAULT_PROVENANCE,
  sourcesOff: [],
  addedSources: [],
};

/**
 * What is stored, as far as it can be read. Where the whole does not parse, `settings` holds what still does, part
 * by part, and `problem` says what is wrong: nobody then acts as if the rest had never been set.
 */
export interface StoredSettings {
  settings: Settings;
  problem?: string;
}

const salvage = (stored: unknown): Settings => {
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  if (typeof stored !== 'object' || stored === null) return DEFAULT_SETTINGS;
  for (const [name, schema] of Object.entries(settingsSchema.shape)) {
    const parsed = schema.safeParse((stored as Record<string, unknown>)[name]);
    if (parsed.success && parsed.data !== undefined) settings[name] = parsed.data;
  }
  return settings as Settings;
};

export const readSettings = async (): Promise<StoredSettings> => {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  if (stored === undefined) return { settings: DEFAULT_SETTINGS };
  const parsed = settingsSchema.safeParse(stored);
  if (parsed.success) return { settings: parsed.data };
  return { settings: salvage(stored), problem: parsed.error.message };
};

/** Calls for each change of the settings, whoever made it. Must be called in the first turn of the background. */
export const onSettingsChanged = (handle: () => void): void => {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && KEY in changes) handle();
  });
};

export const writeSettings = async (settings: Settings): Promise<void> => {
  await browser.storage.local.set({ [KEY]: settingsSchema.parse(settings) });
};
