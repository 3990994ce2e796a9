import type { FixtureHost } from '#tests/harness/internet.ts';
import { siteFixtures } from '#tests/sites/fixtures/index.ts';

/** One fake site at three addresses: with Candor, with an empty WXT content script, with no extension at all. */
export const HOSTS = { candor: 'x.com', empty: 'empty.example', bare: 'bare.example' } as const;

export type Kind = keyof typeof HOSTS;

const withHost = (request: Request, hostname: string): Request => {
  const url = new URL(request.url);
  url.hostname = hostname;
  const { method, headers, body } = request;
  return new Request(url, { method, headers, body, ...(body && { duplex: 'half' }) } as RequestInit);
};

/** The X fixture, also under host names that Candor does not watch. */
export async function serveMeasuredSite(): Promise<FixtureHost> {
  const fixture = (await siteFixtures()).find(({ site }) => site === 'x');
  if (!fixture) throw new Error('no X fixture');
  return {
    hosts: Object.values(HOSTS),
    handle: (request) => fixture.handle(withHost(request, HOSTS.candor)),
  };
}
