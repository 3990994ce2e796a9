import type { Locale } from '#lib/i18n/locale.ts';
import type { MessageKey } from '#lib/i18n/text.ts';
import type { Role } from '#lib/model/role.ts';
import tokens from '../../assets/tokens.css?inline';
import tones from '../../assets/tones.css?inline';
import { ROLE_ORDER, ROLE_WORDS } from '../roles.ts';
import { ALERT, CHECK, CHEVRON, OFF, PENCIL } from '../ui/icon-paths.ts';
import { createIcon } from '../ui/svg-element.ts';
import css from './chip.css?inline';
import { placeMenu } from './place-menu.ts';

/** For the shadow root that holds the chip. */
export const chipCss = `${tokens}\n${tones}\n${css}`;

export type ChipState = 'mine' | 'needs-review' | 'approved' | 'press-again' | 'not-protected';

const STATES: Record<ChipState, { words: MessageKey; icon: readonly string[] }> = {
  mine: { words: 'chipMine', icon: PENCIL },
  'needs-review': { words: 'chipNeedsReview', icon: ALERT },
  approved: { words: 'chipApproved', icon: CHECK },
  'press-again': { words: 'chipPressAgain', icon: CHECK },
  'not-protected': { words: 'chipNotProtected', icon: OFF },
};

interface ChipOptions extends Locale {
  /** Carries `chipCss`. */
  root: ShadowRoot;
  /** Light or dark as the site is, where it can be told. Missing: as the system is. */
  scheme?: 'light' | 'dark';
  /** The person chose, by a trusted press or key. */
  onChoose(role: Role): void;
}

export interface Chip {
  update(to: { state: ChipState; role: Role }): void;
  /** Opens the menu and puts the focus on the present role. */
  open(): void;
  /** Keys pressed inside, which the page must not see: the owner of the root stops them and hands them on. */
  onKeydown(event: KeyboardEvent): void;
  destroy(): void;
}

const create = (
  name: 'button' | 'div' | 'p' | 'small' | 'span',
  className: string,
  words = '',
): HTMLElement => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = words;
  if (made instanceof HTMLButtonElement) made.type = 'button';
  return made;
};

/** The button beside the composer: says whose text it is, and lets the person say how AI was involved. */
export const createChip = ({ root, text, language, dir, scheme, onChoose }: ChipOptions): Chip => {
  const chip = create('div', 'candor chip');
  chip.lang = language;
  chip.dir = dir;
  if (scheme) chip.style.colorScheme = scheme;

  const button = create('button', 'chip-button');
  button.setAttribute('aria-haspopup', 'menu');
  const words = create('span', 'chip-words');
  const menu = create('div', 'chip-menu');
  menu.popover = 'manual';
  menu.setAttribute('role', 'menu');
  menu.setAttribute('aria-label', text('roleQuestion'));
  const title = create('p', 'chip-title', text('roleQuestion'));
  title.setAttribute('role', 'presentation');
  menu.append(title);

  const items = ROLE_ORDER.map((role) => {
    const item = create('button', 'chip-item');
    item.setAttribute('role', 'menuitemradio');
    item.tabIndex = -1;
    item.append(
      createIcon(CHECK),
      create('span', '', text(ROLE_WORDS[role].name)),
      create('small', '', text(ROLE_WORDS[role].explains)),
    );
    item.addEventListener('click', (event) => {
      if (!event.isTrusted) return;
      close(true);
      onChoose(role);
    });
    menu.append(item);
    return item;
  });
  chip.append(button, menu);
  root.append(chip);

  let chosen = 0;
  const isOpen = (): boolean => menu.matches(':popover-open');

  const close = (givesFocusBack: boolean): void => {
    if (!isOpen()) return;
    menu.hidePopover();
    button.setAttribute('aria-expanded', 'false');
    if (givesFocusBack) button.focus();
  };

  const open = (): void => {
    if (!chip.isConnected || isOpen()) return;
    menu.showPopover();
    placeMenu(menu, button.getBoundingClientRect(), dir);
    button.setAttribute('aria-expanded', 'true');
    items[chosen]?.focus();
  };

  const onPress = (event: Event): void => {
    if (!event.isTrusted) return;
    if (isOpen()) close(true);
    else open();
  };

  const onKeydown = (event: KeyboardEvent): void => {
    const { key, isTrusted } = event;
    if (!isTrusted) return;
    const at = items.indexOf(root.activeElement as HTMLElement);
    const last = items.length - 1;
    const next = {
      ArrowDown: at === last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      Home: 0,
      End: last,
    }[key];
    if (!isOpen()) {
      if (key === 'ArrowDown' || key === 'ArrowUp') open();
      else return;
    } else if (key === 'Escape') close(true);
    else if (next !== undefined) items[next]?.focus();
    else {
      if (key === 'Tab') close(true);
      return;
    }
    event.preventDefault();
  };

  const onOutside = (event: Event): void => {
    if (!event.composedPath().includes(root.host)) close(false);
  };
  const onLeave = (event: FocusEvent): void => {
    if (event.relatedTarget && !chip.contains(event.relatedTarget as Node)) close(false);
  };

  button.addEventListener('click', onPress);
  chip.addEventListener('focusout', onLeave);
  window.addEventListener('pointerdown', onOutside, true);

  const update: Chip['update'] = ({ state, role }) => {
    chip.dataset.state = state;
    // Read by the next gate, should the extension be updated under this chip.
    chip.dataset.role = role;
    chosen = Math.max(0, ROLE_ORDER.indexOf(role));
    for (const [index, item] of items.entries()) item.setAttribute('aria-checked', String(index === chosen));
    words.textContent = text(STATES[state].words);
    const roleName = text(ROLE_WORDS[role].name);
    button.title = text('chipTitle', roleName);
    button.setAttribute('aria-label', text('chipName', words.textContent, roleName));
    button.replaceChildren(createIcon(STATES[state].icon), words, createIcon(CHEVRON));
  };
  update({ state: 'mine', role: 'none' });
  button.setAttribute('aria-expanded', 'false');

  return {
    update,
    open,
    onKeydown,
    destroy() {
      window.removeEventListener('pointerdown', onOutside, true);
      chip.remove();
    },
  };
};
