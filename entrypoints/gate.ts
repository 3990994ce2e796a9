import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createShell, shellCss } from '#components/review/shell.ts';
import { ask, isOrphaned } from '#lib/flow/background-link.ts';
import { startGate } from '#lib/flow/gate.ts';
import { pageSite } from '#lib/flow/page-site.ts';
import type { ReviewCallbacks } from '#lib/flow/review-ui.ts';
import { createReviewOpener } from '#lib/flow/review-view.ts';
import { browserLocale } from '#lib/i18n/browser-text.ts';
import { onGateMessage } from '#lib/messaging/gate-messages.ts';

/** The isolated world's own global: the page cannot see it. */
const gateGlobal = globalThis as typeof globalThis & { candorIsOrphaned?: () => boolean };

/**
 * The gate: runs at document start in every frame of a watched site. Not a WXT content script, because those stand
 * down when the page dispatches an event that any page can dispatch (`<id>:content-script-started`).
 */
export default defineUnlistedScript(() => {
  // Started by the manifest, by a registration and by the background: once is enough.
  if (gateGlobal.candorIsOrphaned?.() === false) return;
  gateGlobal.candorIsOrphaned = isOrphaned;
  /** Reviews that moved to a window, by post. */
  const elsewhere = new Map<string, ReviewCallbacks>();

  const gate = startGate({
    openReview: createReviewOpener({
      css: shellCss,
      // Asked for as late as this: the first sentence of a page keeps its main thread waiting for the browser.
      createShell: (siteName, onKeepEditing) =>
        createShell({ locale: browserLocale(), siteName, onKeepEditing }),
      openElsewhere(post, review, callbacks) {
        elsewhere.set(post, callbacks);
        ask('review-elsewhere', { post, review }).catch(callbacks.onKeepEditing);
      },
    }),
  });

  pageSite.candorFindSite = gate.findSite;

  onGateMessage((message) => {
    if (message.name === 'open-chip') return gate.openChip();
    if (message.name === 'profile-changed') return gate.wake();
    const callbacks = elsewhere.get(message.post);
    elsewhere.delete(message.post);
    if (message.choice) callbacks?.onApprove(message.choice);
    else callbacks?.onKeepEditing();
  });
});
