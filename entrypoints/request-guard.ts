import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startGuard } from '#lib/guard/start-guard.ts';

/** The second gate: runs in the world of the page, before the page's first script. */
export default defineUnlistedScript(startGuard);
