import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export const STAMP_REPLY = 'application/timestamp-reply';

/** A server on this machine while the test looks at it. */
export async function withServer(
  listener: RequestListener,
  use: (address: string) => Promise<void>,
): Promise<void> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/tsr`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
