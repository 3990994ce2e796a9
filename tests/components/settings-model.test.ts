import { describe, expect, it } from 'vitest';
import { readOrigin } from '#components/dashboard/read-origin.ts';
import type { SettingsPorts } from '#components/dashboard/settings-contract.ts';
import { createSettingsModel } from '#components/dashboard/settings-model.ts';
import { createTabModel } from '#components/popup/tab-model.ts';
import type { Settings } from '#lib/model/settings.ts';
import { DEFAULT_SETTINGS } from '#lib/storage/settings-store.ts';

const setUp = (extra: Partial<SettingsPorts> = {}) => {
  const said: unknown[][] = [];
  const answer =
    (name: string) =>
    async (...values: unknown[]): Promise<Settings> => {
      said.push([name, ...values]);
      return DEFAULT_SETTINGS;
    };
  const names = [
    'readSettings',
    'saveIdentity',
    'removeIdentity',
    'choosePreset',
    'chooseGateWhen',
    'keepText',
    'addSite',
    'removeSite',
  ] as const;
  const ports = Object.fromEntries(names.map((name) => [name, answer(name)])) as unknown as SettingsPorts;
  const model = createSettingsModel(
    { ...ports, newId: () => 'new', ...extra },
    { sites: [], presets: [], tools: [{ name: 'ChatGPT', hosts: ['chatgpt.com'] }] },
  );
  return { model, said };
};

describe('the settings model', () => {
  it('makes the first identity the one that is offered', async () => {
    const { model, said } = setUp();
    await model.load();
    await model.saveIdentity({ name: 'Ada', form: 'person' });
    expect(said.at(-1)).toEqual(['saveIdentity', { id: 'new', name: 'Ada', form: 'person' }, true]);
  });

  it('says what was not saved and keeps what holds', async () => {
    const { model } = setUp({ choosePreset: () => Promise.reject(new Error('silent')) });
    await model.load();
    await model.choosePreset('other');
    expect(model.problem.value).toEqual({ is: 'unsaved' });
    expect(model.settings.value).toEqual(DEFAULT_SETTINGS);
  });

  it.each([
    ['something that is no address', 'not an address', { is: 'not-an-address' }],
    ['an AI tool', 'https://chatgpt.com/c/1', { is: 'tool', name: 'ChatGPT' }],
  ])('asks nobody about %s', async (_, address, problem) => {
    const { model, said } = setUp();
    await model.addSite(address);
    expect([model.problem.value, said]).toEqual([problem, []]);
  });

  it('tells a permission that was declined', async () => {
    const { model } = setUp({ addSite: async () => undefined });
    await model.addSite('social.example');
    expect(model.problem.value).toEqual({ is: 'declined' });
  });
});

describe('readOrigin', () => {
  it.each([
    ['social.example', 'https://social.example'],
    [' https://social.example/@ada?x#y ', 'https://social.example'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['bücher.example', 'https://xn--bcher-kva.example'],
  ])('reads %s', (typed, origin) => {
    expect(readOrigin(typed)).toBe(origin);
  });

  it.each(['', 'hello', 'a b.example', 'javascript:alert(1)', 'ftp://files.example', 'chrome://settings'])(
    'refuses %j',
    (typed) => {
      expect(readOrigin(typed)).toBeUndefined();
    },
  );
});

describe('the tab model', () => {
  const tab = { is: 'known', protection: 'unwatched', siteName: 'a', origin: 'https://a.example' } as const;

  it('asks for the permission in the same turn as the press', async () => {
    let isAsked = false;
    const model = createTabModel({
      readTab: async () => tab,
      async switchOn() {
        isAsked = true;
        return true;
      },
    });
    await model.load();
    const done = model.switchOn();
    expect(isAsked).toBe(true);
    await done;
    expect(model.switching.value).toBe('reload');
  });

  it('does not claim protection when nobody answers', async () => {
    const model = createTabModel({
      readTab: () => Promise.reject(new Error('silent')),
      switchOn: async () => true,
    });
    await model.load();
    expect(model.tab.value).toEqual({ is: 'unknown' });
  });
});
