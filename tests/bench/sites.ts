import type { Measure } from './measure.ts';
import { measureMatching } from './site-matching.ts';
import { measureSitePages } from './site-pages.ts';

/** What many sites cost: each page of theirs, and each definition that is installed. */
export async function* benchSites(): AsyncGenerator<Measure> {
  yield* measureMatching();
  yield* measureSitePages();
}
