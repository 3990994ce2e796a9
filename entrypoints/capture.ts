import { browser } from '@wxt-dev/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startCapture } from '#lib/capture/start-capture.ts';
import { ask, isOrphaned } from '#lib/flow/background-link.ts';

/** The isolated world's own global: the page cannot see it. */
const captureGlobal = globalThis as typeof globalThis & { candorCaptureIsOrphaned?: () => boolean };

/**
 * The capture: runs in pages of AI tools. Not a WXT content script, for the reason that the gate is none: those stand
 * down when the page dispatches an event that any page can dispatch.
 */
export default defineUnlistedScript(() => {
  // Started by the manifest, by a registration and by the background: once is enough.
  if (captureGlobal.candorCaptureIsOrphaned?.() === false) return;
  captureGlobal.candorCaptureIsOrphaned = isOrphaned;
  // Of a private window nothing is kept, so nothing is read.
  if (browser.extension?.inIncognitoContext) return;
  startCapture({
    remember: (generation) => ask('remember-generation', generation),
    rememberPicture: (picture) => ask('remember-picture', picture),
    readSettings: () => ask('capture-settings', {}),
    isOrphaned,
  });
});
