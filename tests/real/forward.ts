import { request } from 'node:http';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import type { FixtureHost } from '#tests/harness/internet.ts';

const BODILESS = new Set([204, 205, 304]);

/** One request to a server on loopback, under a host name of its own. Redirects are answers, not followed. */
export const ask = (port: number, asked: Request): Promise<Response> =>
  new Promise((resolve, reject) => {
    const { host, pathname, search, protocol } = new URL(asked.url);
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        path: pathname + search,
        method: asked.method,
        headers: {
          ...Object.fromEntries(asked.headers),
          host,
          'x-forwarded-proto': protocol.replace(':', ''),
          connection: 'close',
        },
      },
      (answer) => {
        const headers = new Headers();
        for (let at = 0; at < answer.rawHeaders.length; at += 2)
          headers.append(answer.rawHeaders[at] ?? '', answer.rawHeaders[at + 1] ?? '');
        const status = answer.statusCode ?? 502;
        const body = BODILESS.has(status) ? null : (Readable.toWeb(answer) as unknown as ReadableStream);
        resolve(new Response(body, { status, headers }));
      },
    );
    outgoing.on('error', reject);
    if (asked.body) Readable.fromWeb(asked.body as unknown as NodeReadableStream).pipe(outgoing);
    else outgoing.end();
  });

/**
 * A real server on loopback as a site of the fake internet: the browser speaks TLS with `https://host`, as with any
 * site, the server hears plain HTTP and that it was HTTPS in front.
 */
export const forwardTo = (host: string, port: number): FixtureHost => ({
  hosts: [host],
  handle: (asked) => ask(port, asked),
});

/** Hosts that the software's pages ask for and that nobody reaches from here. */
export const outOfReach = (...hosts: string[]): FixtureHost => ({
  hosts,
  handle: () => new Response('', { status: 404 }),
});
