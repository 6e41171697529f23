/** A small HTTP server with the vendor's two manners: status 200 with an `errcode` on the old host, a telling status on the new one. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault, Faults, Part } from './faults.ts';

export interface HttpRequest {
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface HttpAnswer {
  readonly status?: number;
  readonly body: Buffer | object;
}

export interface Route {
  readonly path: string;
  readonly part: Part;
  readonly answer: (request: HttpRequest) => HttpAnswer;
}

export interface FakeHttp {
  readonly server: Server;
  readonly url: string;
  /** Calls per path, the refused ones too. */
  readonly calls: Map<string, number>;
  releaseLate(): void;
  stop(): Promise<void>;
}

export const OK = { errcode: 0, errmsg: 'ok' };

/** Old host: HTTP 200 all the same. */
export function oldFailure(errcode: number, errmsg: string): HttpAnswer {
  return { body: { errcode, errmsg, request_id: 'demo' } };
}

/** New host. */
export function openFailure(status: number, code: string): HttpAnswer {
  return { status, body: { code, requestid: '0A1B2C3D-DEMO', message: `${code} (test)`, accessdenieddetail: {} } };
}

const OLD_HOST: ReadonlySet<Part> = new Set(['session', 'webhook', 'upload']);

export async function startHttp(routes: readonly Route[], faults: Faults): Promise<FakeHttp> {
  const late: (() => void)[] = [];
  const calls = new Map<string, number>();

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
    const url = new URL(incoming.url ?? '/', 'http://fake');
    calls.set(url.pathname, (calls.get(url.pathname) ?? 0) + 1);
    const route = routes.find(
      ({ path }) => path === url.pathname || (path.endsWith('/') && url.pathname.startsWith(path)),
    );
    if (route === undefined)
      return void response.writeHead(404, { 'content-type': 'text/html' }).end('<html>404</html>');
    const fault = faults.take(route.part);
    if (fault?.kind === 'cut') return void incoming.socket.destroy();
    if (fault?.kind === 'status') return void response.writeHead(fault.status).end('<html>error</html>');
    if (fault?.kind === 'code') return write(response, failureOf(route.part, fault));
    finish(fault, incoming, response, route.answer({ url, headers: incoming.headers, body: Buffer.concat(chunks) }));
  }

  function finish(
    fault: Fault | undefined,
    incoming: IncomingMessage,
    response: ServerResponse,
    answer: HttpAnswer,
  ): void {
    if (fault?.kind === 'lost') incoming.socket.destroy();
    else if (fault?.kind === 'late') late.push(() => write(response, answer));
    else if (fault?.kind === 'wrong') write(response, { body: {} });
    else if (fault?.kind === 'truncated') cutShort(response, answer);
    else write(response, answer);
  }

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  return {
    server,
    url: `http://127.0.0.1:${port}`,
    calls,
    releaseLate() {
      for (const release of late.splice(0)) release();
    },
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}

function failureOf(part: Part, fault: Extract<Fault, { kind: 'code' }>): HttpAnswer {
  return OLD_HOST.has(part) ? oldFailure(Number(fault.code), 'by test') : openFailure(fault.status ?? 400, fault.code);
}

function bytesOf({ body }: HttpAnswer): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
}

function write(response: ServerResponse, answer: HttpAnswer): void {
  response.writeHead(answer.status ?? 200, Buffer.isBuffer(answer.body) ? {} : { 'content-type': 'application/json' });
  response.end(bytesOf(answer));
}

/** JSON ends in the middle though the transfer is whole; a picture breaks off before its announced length. */
function cutShort(response: ServerResponse, answer: HttpAnswer): void {
  const bytes = bytesOf(answer);
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  if (!Buffer.isBuffer(answer.body)) return void response.writeHead(200).end(half);
  response.writeHead(200, { 'content-length': bytes.length });
  response.write(half, () => response.destroy());
}
