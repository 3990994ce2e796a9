/**
 * What a hostile page does, each to be run in the page's own world (`tab.evaluate`): nothing here may refer to
 * anything outside of itself.
 */

export type Hiding = 'document' | 'open root' | 'closed root';

/** A popover over everything that lets clicks through to what lies below. */
export const coverWithPopover = (where: Hiding): void => {
  const popover = document.createElement('div');
  popover.popover = 'manual';
  popover.style.cssText =
    'position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:white;pointer-events:none';
  popover.textContent = 'Win a prize: click here!';
  if (where === 'document') {
    document.body.append(popover);
  } else {
    const host = document.createElement('section');
    host.attachShadow({ mode: where === 'open root' ? 'open' : 'closed' }).append(popover);
    document.body.append(host);
  }
  popover.showPopover();
};

/** Candor's own elements, dressed up and raised above the dialog. `outer`: the dialog's host, else the chip's. */
export const coverWithOwn = (outer: boolean): void => {
  const hosts = [...document.querySelectorAll<HTMLElement>('div')].filter((element) =>
    outer ? element.parentElement === document.documentElement : element.popover === 'manual',
  );
  for (const host of hosts) {
    host.removeAttribute('style');
    host.style.cssText =
      'all:initial !important;display:block !important;position:fixed !important;inset:0 !important;width:100vw !important;height:100vh !important;background:white !important;pointer-events:none !important';
    host.popover = 'manual';
    if (host.matches(':popover-open')) host.hidePopover();
    host.showPopover();
  }
};

export const coverWithDialog = (): void => {
  const dialog = document.createElement('dialog');
  dialog.textContent = 'Win a prize!';
  document.body.append(dialog);
  dialog.showModal();
};

/** Each time something of the page is found below, it comes up again. */
export const coverForEver = (): void => {
  const popover = document.createElement('div');
  popover.popover = 'manual';
  popover.style.cssText =
    'position:fixed;inset:0;width:100vw;height:100vh;background:white;pointer-events:none';
  document.body.append(popover);
  setInterval(() => {
    if (popover.matches(':popover-open')) popover.hidePopover();
    popover.showPopover();
  }, 100);
};

export const coverWithFullscreen = (): void => {
  const cover = document.createElement('div');
  cover.style.cssText = 'background:white;pointer-events:none';
  document.body.append(cover);
  window.addEventListener('pointerdown', () => void cover.requestFullscreen().catch(() => undefined), {
    capture: true,
    once: true,
  });
};

/** The pictures of a view transition lie above the top layer. */
export const coverWithTransition = (): void => {
  const style = document.createElement('style');
  style.textContent =
    '::view-transition{pointer-events:none;background:white}::view-transition-group(*){animation-duration:600s}';
  document.head.append(style);
  document.startViewTransition?.(() => undefined);
};

/** The newest child of the root element that is neither head nor body: Candor's host. */
export const removeHost = (): void => document.documentElement.lastElementChild?.remove();

/** Counts in `window.removals`. */
export const removeHostForEver = (): void => {
  const counts = window as unknown as { removals: number };
  counts.removals = 0;
  const remove = (): void => {
    for (const element of [...document.documentElement.children]) {
      if (element === document.head || element === document.body) continue;
      element.remove();
      counts.removals += 1;
    }
  };
  new MutationObserver(remove).observe(document.documentElement, { childList: true });
  remove();
};

export const moveHostOutOfSight = (): void => {
  const box = document.createElement('div');
  box.style.display = 'none';
  document.body.append(box);
  const host = document.documentElement.lastElementChild;
  if (host) box.append(host);
};

export const styleHost = (property: string, value: string): void => {
  const host = document.documentElement.lastElementChild as HTMLElement | null;
  host?.style.setProperty(property, value, 'important');
};

/** As `styleHost`, again and again. */
export const styleHostForEver = (property: string, value: string): void => {
  setInterval(() => {
    const host = document.documentElement.lastElementChild as HTMLElement | null;
    if (host && host !== document.body) host.style.setProperty(property, value, 'important');
  }, 50);
};

export const styleRoot = (property: string, value: string): void => {
  document.documentElement.style.setProperty(property, value, 'important');
};

/** Presses everything a script can press, on every element it can reach, again and again. */
export const pressEverything = (): void => {
  const press = (): void => {
    for (const element of [
      ...document.documentElement.children,
      ...document.querySelectorAll('form *, div'),
    ]) {
      if (!(element instanceof HTMLElement) || element.localName === 'head') continue;
      const init = { bubbles: true, composed: true, cancelable: true };
      const isOwn = element.parentElement === document.documentElement && element !== document.body;
      const isChip = element.popover === 'manual';
      if (!isOwn && !isChip) continue;
      element.click();
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
        element.dispatchEvent(new MouseEvent(type, init));
      for (const key of ['Enter', ' ', 'Escape', 'ArrowDown', 'Tab'])
        for (const type of ['keydown', 'keyup'])
          element.dispatchEvent(new KeyboardEvent(type, { ...init, key }));
    }
  };
  for (let times = 0; times < 5; times += 1) press();
};
