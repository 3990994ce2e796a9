import { signal } from '@preact/signals';
import type { SourcesOverview } from '#lib/model/sources-overview.ts';
import type { RememberedModel, RememberedPorts } from './contract.ts';

export const createRememberedModel = (ports: RememberedPorts): RememberedModel => {
  const overview = signal<SourcesOverview | undefined>(undefined);
  const here = signal<string | undefined>(undefined);
  return {
    overview,
    here,
    async load() {
      // A background that does not answer is shown by the tab's card; without numbers there is nothing to say here.
      const [found, source] = await Promise.all([
        ports.readOverview().catch(() => undefined),
        ports.findSourceOfTab().catch(() => undefined),
      ]);
      here.value = source;
      overview.value = found;
    },
  };
};
