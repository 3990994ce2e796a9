import { type FixtureHost, type Internet, startInternet } from '#tests/harness/internet.ts';
import { siteFixtures } from '#tests/sites/fixtures/index.ts';
import { DEMO_SITES, TOOL } from './demo-sites.ts';
import { serveStandIn } from './stand-in.ts';
import { startPage } from './start-page.ts';
import type { StepId } from './steps.ts';

/** A post as it arrived at the stand-in of a site. */
export interface ReceivedPost {
  site: string;
  text: string;
}

/** What happened so far, as the guide on each page shows it. */
export interface Progress {
  done: Set<StepId>;
  /** Oldest first. */
  posts: ReceivedPost[];
  /** The visitor asked for the log and did not get it yet. */
  wantsLog: boolean;
}

export interface DemoWorld {
  internet: Internet;
  progress: Progress;
}

export const startProgress = (): Progress => ({ done: new Set(), posts: [], wantsLog: false });

/** Three social sites, an AI tool and the page to start from; what happens on them shows in `progress`. */
export async function dressedSites(progress: Progress): Promise<FixtureHost[]> {
  const fixtures = await siteFixtures();
  const standIns = [TOOL, ...DEMO_SITES].map((site) => {
    const fixture = fixtures.find((one) => one.site === site.id);
    if (!fixture) throw new Error(`there is no fake site ${site.id}`);
    return serveStandIn(fixture, `Local stand-in for ${site.name}. Nothing leaves this machine.`, progress);
  });
  return [...standIns, serveStandIn(startPage, 'Candor demo. Nothing leaves this machine.', progress)];
}

/** The fake internet of the demo. */
export async function startDemoWorld(): Promise<DemoWorld> {
  const progress = startProgress();
  return { internet: await startInternet(await dressedSites(progress)), progress };
}
