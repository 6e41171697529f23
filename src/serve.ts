/** The listening socket and its end. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Koa from 'koa';

/** Resolves with the address once it listens; PORT=0 takes a free one. Rejects where the port is taken. */
export function listen(
  app: Koa,
  { host, port: wanted }: { host: string; port: number },
): Promise<{ server: Server; url: string }> {
  return new Promise((resolve, reject) => {
    const server = app.listen(wanted, host, () => {
      const { port } = server.address() as AddressInfo; // listening on a TCP port
      resolve({ server, url: `http://${host}:${port}` });
    });
    server.once('error', reject);
  });
}

/** Connections that are idle are closed at once, the others get some seconds to end. */
export function closeServer(server: Server | undefined): Promise<void> {
  if (!server) return Promise.resolve();
  return new Promise((resolve) => {
    const hurry = setTimeout(() => server.closeAllConnections(), 3_000);
    server.close(() => {
      clearTimeout(hurry);
      resolve();
    });
    server.closeIdleConnections();
  });
}
