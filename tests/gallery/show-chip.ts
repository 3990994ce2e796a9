import { type ChipState, chipCss, createChip } from '#components/chip/chip.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { Role } from '#lib/model/role.ts';
import { drawSite, openRoot } from './fake-site.ts';

/** `chip/<state>` or `chip/open`. */
export const showChip = (state: string, locale: Locale): void => {
  const composer = drawSite();
  const root = openRoot(chipCss);
  const host = root.host as HTMLElement;
  composer.after(host);
  const chip = createChip({
    root,
    ...locale,
    onChoose: (role) => chip.update({ state: 'needs-review', role }),
  });
  root.addEventListener('keydown', (event) => chip.onKeydown(event as KeyboardEvent));
  const role: Role = state === 'mine' ? 'none' : 'generated-reviewed';
  chip.update({ state: state === 'open' ? 'needs-review' : (state as ChipState), role });
  if (state === 'open') chip.open();
};
