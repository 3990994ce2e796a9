import { signal } from '@preact/signals';
import type { ImportState, ShownSites, SitesModel, SitesPorts, SitesProblem } from './contract.ts';

/** The sites and their definitions, as a page sees them. The background writes; what it answers is what is shown. */
export const createSitesModel = (ports: SitesPorts): SitesModel => {
  const overview = signal<ShownSites | undefined>(undefined);
  const problem = signal<SitesProblem | undefined>(undefined);
  const importing = signal<ImportState>({ is: 'idle' });

  const load = async (): Promise<void> => {
    try {
      overview.value = await ports.readOverview();
      if (problem.value === 'silent') problem.value = undefined;
    } catch {
      problem.value = 'silent';
    }
  };

  /** A switch shows what holds, not what was wished for. */
  const adopt = async (change: Promise<unknown>): Promise<void> => {
    try {
      problem.value = (await change) === false ? 'declined' : undefined;
    } catch {
      problem.value = 'unsaved';
    }
    if (overview.value) overview.value = { ...overview.value };
    await load();
  };

  return {
    overview,
    problem,
    importing,
    load,
    // No `await` before the port: the browser asks only inside the press.
    switchSite: (site, isOn) => adopt(isOn ? ports.switchOn(site) : ports.switchOff(site)),
    async importPack(text) {
      importing.value = { is: 'running' };
      try {
        const problems = await ports.importPack(text);
        importing.value = problems.length > 0 ? { is: 'refused', problems } : { is: 'done' };
      } catch {
        importing.value = { is: 'idle' };
        problem.value = 'unsaved';
      }
      await load();
    },
    removePack: (title) => adopt(ports.removePack(title)),
    report: ports.report,
  };
};
