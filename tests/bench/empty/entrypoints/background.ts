import { defineBackground } from 'wxt/utils/define-background';

/** The harness waits for a background before it calls an extension loaded. */
export default defineBackground(() => undefined);
