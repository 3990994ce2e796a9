import { signal } from '@preact/signals';
import type { ProvenanceSettings, Settings } from '#lib/model/settings.ts';
import type { SourcesOverview } from '#lib/model/sources-overview.ts';
import type {
  ForgetState,
  KnownSource,
  PostingSite,
  SourcesModel,
  SourcesPorts,
  SourcesProblem,
} from './contract.ts';
import { readToolOrigin } from './read-tool-origin.ts';

/** What is remembered of AI tools, as a page sees it. The background writes; what it answers is what is shown. */
export const createSourcesModel = (
  ports: SourcesPorts,
  { sources, sites }: { sources: readonly KnownSource[]; sites: readonly PostingSite[] },
): SourcesModel => {
  const overview = signal<SourcesOverview | undefined>(undefined);
  const memory = signal<ProvenanceSettings | undefined>(undefined);
  const problem = signal<SourcesProblem | undefined>(undefined);
  const forgetting = signal<ForgetState>({ is: 'idle' });
  /** Answers to an older question than the last one are dropped. */
  let question = 0;

  const read = async (): Promise<void> => {
    question += 1;
    const mine = question;
    try {
      const found = await ports.readOverview();
      if (mine === question) overview.value = found;
    } catch {
      if (mine === question) problem.value = { is: 'silent' };
    }
  };

  const failToSave = (): void => {
    problem.value = { is: 'unsaved' };
    // Controls show what holds, not what was wished for.
    if (overview.value) overview.value = { ...overview.value };
    if (memory.value) memory.value = { ...memory.value };
  };

  /** Whether it was done. */
  const adopt = async (answer: Promise<Settings | undefined>): Promise<boolean> => {
    try {
      const settings = await answer;
      if (settings) memory.value = settings.provenance;
      problem.value = settings ? undefined : { is: 'declined' };
      if (settings) await read();
      return settings !== undefined;
    } catch {
      failToSave();
      return false;
    }
  };

  return {
    overview,
    memory,
    problem,
    forgetting,
    known: sources,
    async load() {
      if (problem.value?.is === 'silent') problem.value = undefined;
      const readMemory = async (): Promise<void> => {
        memory.value = (await ports.readSettings()).provenance;
      };
      await Promise.all([
        read(),
        readMemory().catch(() => {
          problem.value = { is: 'silent' };
        }),
      ]);
    },
    async switchSource(source, isOn) {
      await adopt(ports.switchSource(source, isOn));
    },
    async addSource(address, answers) {
      const origin = readToolOrigin(address);
      const host = origin && new URL(origin).hostname;
      const isThere = ({ hosts }: PostingSite): boolean => host !== undefined && hosts.includes(host);
      const [tool, site] = [sources.find(isThere), sites.find(isThere)];
      if (origin === undefined) problem.value = { is: 'not-an-address' };
      else if (tool) problem.value = { is: 'known', name: tool.name };
      else if (site) problem.value = { is: 'site', name: site.name };
      // No `await` before this call: the browser asks only inside the press.
      else return adopt(ports.addSource(origin, answers));
      return false;
    },
    async removeSource(origin) {
      await adopt(ports.removeSource(origin));
    },
    async changeMemory(change) {
      if (memory.value) await adopt(ports.changeMemory({ ...memory.value, ...change }));
    },
    async acceptLoss() {
      try {
        await ports.acceptLoss();
        problem.value = undefined;
        await read();
      } catch {
        failToSave();
      }
    },
    askToForget(source) {
      if (forgetting.value.is !== 'running')
        forgetting.value = { is: 'asking', ...(source !== undefined && { source }) };
    },
    keep() {
      if (forgetting.value.is === 'asking') forgetting.value = { is: 'idle' };
    },
    async forget() {
      if (forgetting.value.is !== 'asking') return;
      const { source } = forgetting.value;
      forgetting.value = { ...forgetting.value, is: 'running' };
      try {
        const count = await ports.forget(source);
        await read();
        forgetting.value = { is: 'done', count };
      } catch {
        forgetting.value = { is: 'failed' };
      }
    },
  };
};
