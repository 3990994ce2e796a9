import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';

/** Headers that speak of this connection only, or that `Response` has already undone. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'proxy-connection']);

/** Turns what Node received into a web `Request`; the body is streamed. */
export function toRequest(message: IncomingMessage, url: string): Request {
  const method = message.method ?? 'GET';
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    if (HOP_BY_HOP.has(name) || value === undefined) continue;
    for (const item of Array.isArray(value) ? value : [value]) headers.append(name, item);
  }
  const hasBody = method !== 'GET' && method !== 'HEAD';
  if (!hasBody) return new Request(url, { method, headers });
  const body = Readable.toWeb(message) as unknown as ReadableStream;
  return new Request(url, { method, headers, body, duplex: 'half' } as RequestInit);
}

/** Sends a web `Response`. `Response.error()` closes the connection, as a network fault would. */
export async function sendResponse(response: Response, to: ServerResponse): Promise<void> {
  if (response.type === 'error') {
    to.destroy();
    return;
  }
  to.statusCode = response.status;
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie' && !HOP_BY_HOP.has(name)) to.setHeader(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) to.setHeader('set-cookie', cookies);
  if (!response.body) {
    to.end();
    return;
  }
  const body = Readable.fromWeb(response.body as unknown as NodeReadableStream);
  await new Promise<void>((resolve) => {
    body.on('error', () => to.destroy());
    to.on('close', () => {
      body.destroy();
      resolve();
    });
    body.pipe(to);
  });
}
