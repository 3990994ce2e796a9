import { appendSamples } from './append-samples.ts';
import type { Samples } from './measure.ts';

/** Entry of the page that tests/bench/append.ts puts into a copy of the extension. */

const SAMPLES = 41;
const WARM_UP = 5;

declare global {
  var candorBench: Promise<Samples>;
}

globalThis.candorBench = appendSamples('candor-bench', SAMPLES, WARM_UP);
