import { defineContentScript } from 'wxt/utils/define-content-script';

/** What every WXT extension costs a page before it does anything. */
export default defineContentScript({
  matches: ['https://empty.example/*'],
  runAt: 'document_start',
  allFrames: true,
  main: () => undefined,
});
