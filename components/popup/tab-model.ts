import { signal } from '@preact/signals';
import type { TabModel, TabPorts, TabState } from './contract.ts';

export const createTabModel = (ports: TabPorts): TabModel => {
  const tab = signal<TabState>({ is: 'loading' });
  const switching = signal<'no' | 'asking' | 'declined' | 'failed' | 'reload'>('no');
  return {
    tab,
    switching,
    async load() {
      try {
        tab.value = await ports.readTab();
      } catch {
        // A background that does not answer protects nothing.
        tab.value = { is: 'unknown' };
      }
    },
    async switchOn() {
      const { value } = tab;
      if (value.is !== 'known' || value.origin === undefined) return;
      // No `await` before this call: the browser asks only inside the press.
      const granted = ports.switchOn(value.origin);
      switching.value = 'asking';
      try {
        switching.value = (await granted) ? 'reload' : 'declined';
      } catch {
        switching.value = 'failed';
      }
    },
  };
};
