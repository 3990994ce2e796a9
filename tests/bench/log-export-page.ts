import { fillLog } from './fill-log.ts';
import { exportSamples } from './log-export-samples.ts';
import type { Samples } from './measure.ts';

/** Entry of the page that tests/bench/log-export.ts puts into a copy of the extension. */

const ENTRIES = 100_000;
const SAMPLES = 7;
const WARM_UP = 1;
const NAME = 'candor-bench-export';

declare global {
  var candorBench: Promise<Samples>;
}

globalThis.candorBench = fillLog(NAME, ENTRIES).then(() => exportSamples(NAME, SAMPLES, WARM_UP));
