import { measureCapture } from './capture.ts';
import type { Measure } from './measure.ts';
import { measureBuiltBackground } from './provenance-built.ts';
import { benchRecall } from './provenance-recall.ts';
import { measureProvenanceSpeed } from './provenance-speed.ts';

/** How well the origin of a text is known. `corpus`: folder with other texts than those of the tests. */
export async function* benchProvenance({ corpus }: { corpus?: string }): AsyncGenerator<Measure> {
  yield* benchRecall(corpus);
  yield* await measureCapture();
  yield* measureProvenanceSpeed('chromium');
  yield* measureProvenanceSpeed('firefox');
  yield* measureBuiltBackground();
}
