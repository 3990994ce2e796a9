import { signal } from '@preact/signals';
import type { Settings } from '#lib/model/settings.ts';
import { readOrigin } from './read-origin.ts';
import type {
  KnownPreset,
  KnownSite,
  KnownTool,
  SettingsModel,
  SettingsPorts,
  SettingsProblem,
} from './settings-contract.ts';

/** What the person set, as a page sees it. The background writes; its answer is what is shown. */
export const createSettingsModel = (
  ports: SettingsPorts,
  {
    tools,
    ...known
  }: { sites: readonly KnownSite[]; presets: readonly KnownPreset[]; tools: readonly KnownTool[] },
): SettingsModel => {
  const settings = signal<Settings | undefined>(undefined);
  const problem = signal<SettingsProblem | undefined>(undefined);

  const adopt = async (answer: Promise<Settings | undefined>): Promise<void> => {
    try {
      const changed = await answer;
      if (changed) settings.value = changed;
      problem.value = changed ? undefined : { is: 'declined' };
    } catch {
      problem.value = { is: 'unsaved' };
      // Controls show what holds, not what was wished for.
      if (settings.value) settings.value = { ...settings.value };
    }
  };

  return {
    settings,
    problem,
    ...known,
    async load() {
      try {
        settings.value = await ports.readSettings();
        problem.value = undefined;
      } catch {
        problem.value = { is: 'unread' };
      }
    },
    saveIdentity({ id, ...rest }) {
      const isFirst = settings.value?.identities.length === 0;
      return adopt(ports.saveIdentity({ ...rest, id: id ?? ports.newId() }, isFirst));
    },
    removeIdentity: (id) => adopt(ports.removeIdentity(id)),
    async makeDefault(id) {
      const identity = settings.value?.identities.find((one) => one.id === id);
      if (identity) await adopt(ports.saveIdentity(identity, true));
    },
    choosePreset: (preset) => adopt(ports.choosePreset(preset)),
    chooseGateWhen: (when) => adopt(ports.chooseGateWhen(when)),
    keepText: (keep) => adopt(ports.keepText(keep)),
    keepTextDays: (days) => adopt(ports.keepTextDays(days)),
    async addSite(address) {
      const origin = readOrigin(address);
      const host = origin && new URL(origin).hostname;
      const tool = host && tools.find(({ hosts }) => hosts.includes(host));
      if (origin === undefined) problem.value = { is: 'not-an-address' };
      else if (tool) problem.value = { is: 'tool', name: tool.name };
      // No other `await` before this call: the browser asks only inside the press.
      else await adopt(ports.addSite(origin));
    },
    removeSite: (origin) => adopt(ports.removeSite(origin)),
  };
};
