import type { AddressPorts } from '#components/log/log-page-model.ts';

/** The part of this page's address after its name. */
export const pageAddress: AddressPorts = {
  read: () => location.hash,
  write(hash, how) {
    if (hash === location.hash) return;
    try {
      if (how === 'step') history.pushState(null, '', hash);
      else history.replaceState(null, '', hash);
    } catch {
      // Who types fast is refused by some browsers; the next letter says it all again.
    }
  },
};
