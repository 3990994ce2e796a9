import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { makeCertificate } from './certificate.ts';
import { sendResponse, toRequest } from './http-exchange.ts';

/** A site of the fake internet. `Response.error()` as answer closes the connection like a network fault. */
export interface FixtureHost {
  /** Host names without port; `*.example.org` stands for every subdomain. */
  hosts: string[];
  handle(request: Request): Response | Promise<Response>;
}

/** One request as the proxy saw it. */
export interface SeenRequest {
  method: string;
  url: string;
  host: string;
  /** Milliseconds since the epoch. */
  time: number;
  /** The `Origin` header, or else the origin of the `Referer`; absent where the browser sent neither. */
  from?: string;
}

export interface Internet {
  /** `http://127.0.0.1:PORT`, the only proxy that the browsers get. */
  proxy: string;
  /** What fixtures were asked for, oldest first. */
  requests: SeenRequest[];
  /** What nobody claims; the connection was closed. For TLS only host and port are known. */
  refused: SeenRequest[];
  /** Faults thrown by fixtures; the browser got status 500. */
  faults: Error[];
  /** Adds a site while the internet runs. The newest claim of a host wins. Returns the undo. */
  serve(host: FixtureHost): () => void;
  /** Empties `requests`, `refused` and `faults`. */
  forget(): void;
  close(): Promise<void>;
}

function claims(fixture: FixtureHost, host: string): boolean {
  return fixture.hosts.some((name) => (name.startsWith('*.') ? host.endsWith(name.slice(1)) : name === host));
}

function readSender(message: IncomingMessage): string | undefined {
  if (message.headers.origin) return message.headers.origin;
  const { referer } = message.headers;
  return referer && URL.canParse(referer) ? new URL(referer).origin : undefined;
}

function toSeen(method: string, url: string, host: string, from?: string): SeenRequest {
  return { method, url, host, time: Date.now(), ...(from && { from }) };
}

/** Starts the fake internet on a random port of 127.0.0.1. Nothing it serves ever leaves the machine. */
export async function startInternet(hosts: FixtureHost[] = []): Promise<Internet> {
  const fixtures = [...hosts];
  const requests: SeenRequest[] = [];
  const refused: SeenRequest[] = [];
  const faults: Error[] = [];
  const sockets = new Set<Socket>();

  const findFixture = (host: string) => fixtures.findLast((fixture) => claims(fixture, host));

  async function answer(message: IncomingMessage, response: ServerResponse, url: string): Promise<void> {
    const { hostname } = new URL(url);
    const fixture = findFixture(hostname);
    const seen = toSeen(message.method ?? 'GET', url, hostname, readSender(message));
    (fixture ? requests : refused).push(seen);
    if (!fixture) {
      response.destroy();
      return;
    }
    let answered: Response;
    try {
      answered = await fixture.handle(toRequest(message, url));
    } catch (error) {
      faults.push(error instanceof Error ? error : new Error(String(error)));
      answered = new Response(`fixture failed: ${error}`, { status: 500 });
    }
    await sendResponse(answered, response);
  }

  /** Requests inside a tunnel name their host in the Host header only. */
  const inTunnel = (scheme: string) => (message: IncomingMessage, response: ServerResponse) =>
    answer(message, response, `${scheme}://${message.headers.host}${message.url}`);

  const secure = createTlsServer(makeCertificate('fixtures.example'), inTunnel('https'));
  const plain = createServer(inTunnel('http'));
  const proxy = createServer((message, response) => answer(message, response, message.url ?? ''));

  // A tunnel carries TLS, or plain HTTP for ws: addresses.
  proxy.on('connect', (message: IncomingMessage, socket: Socket) => {
    const [, port] = (message.url ?? '').split(/:(?=\d+$)/);
    const { hostname, host } = new URL(`https://${message.url}`);
    socket.on('error', () => socket.destroy());
    if (!findFixture(hostname)) {
      refused.push(toSeen('CONNECT', `https://${host}`, hostname));
      socket.destroy();
      return;
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    (port === '80' ? plain : secure).emit('connection', socket);
  });
  for (const server of [proxy, secure, plain]) server.on('clientError', (_, socket) => socket.destroy());
  proxy.on('connection', (socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('close', () => sockets.delete(socket));
  });

  await new Promise<void>((resolve, reject) => {
    proxy.once('error', reject);
    proxy.listen(0, '127.0.0.1', resolve);
  });

  return {
    proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    requests,
    refused,
    faults,
    serve(host) {
      fixtures.push(host);
      return () => {
        const place = fixtures.indexOf(host);
        if (place >= 0) fixtures.splice(place, 1);
      };
    },
    forget() {
      for (const list of [requests, refused, faults]) list.length = 0;
    },
    async close() {
      const closed = new Promise((resolve) => proxy.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
