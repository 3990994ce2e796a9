import { createClosedRoot } from './closed-root.ts';

export interface NoticeHost {
  root: ShadowRoot;
  close(): void;
}

/** Where the notice stands is its own business; nothing of the page shows through or takes its place. */
const HOST_STYLE = `:host {
  display: none !important;
  position: fixed !important;
  inset: auto 16px 16px auto !important;
  max-width: calc(100vw - 32px) !important;
  z-index: 2147483647 !important;
}
:host(:popover-open) {
  display: block !important;
}`;

/** A closed root above the page that takes nothing away from it: no dialog, no focus. */
export const openNoticeHost = (css: string, onClose: () => void): NoticeHost => {
  const { host, root } = createClosedRoot(`${HOST_STYLE}\n${css}`, (event) => {
    if (event.key === 'Escape' && event.isTrusted) close();
  });
  host.popover = 'manual';
  document.documentElement.append(host);
  host.showPopover();
  const close = (): void => {
    if (!host.isConnected) return;
    onClose();
    host.remove();
  };
  return { root, close };
};
