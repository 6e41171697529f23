/** A vendor's HTTP server for tests: routes, and the ways in which any call can go wrong. What is the vendor's own is given to it. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Faults } from './faults.ts';

/** What can happen to a call whoever the vendor is. */
export type HttpFault =
  /** The connection is cut before anything happened. */
  | { readonly kind: 'cut' }
  /** Done, but the answer never arrives. */
  | { readonly kind: 'lost' }
  /** Done, and the answer comes only when the test lets it (`releaseLate`). */
  | { readonly kind: 'late' }
  /** Nothing done, an HTTP status with a page. */
  | { readonly kind: 'status'; readonly status: number };

export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface HttpAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Buffer | object;
}

export interface Route<Part> {
  readonly path: string | RegExp;
  readonly part: Part;
  readonly answer: (request: HttpRequest) => HttpAnswer;
}

/** How a fault of the vendor's own looks. */
export interface Manners<Part, Own> {
  /** Instead of doing what was asked; null where the fault lets it be done. */
  refused(part: Part, fault: Own): HttpAnswer | null;
  /** After it was done: writes something else than the answer. */
  spoil(fault: Own, answer: HttpAnswer, response: ServerResponse): void;
}

export interface FakeHttp {
  readonly server: Server;
  readonly url: string;
  /** Calls per path, the refused ones too. */
  readonly calls: Map<string, number>;
  /** Lets the answers go that a `late` fault holds back. */
  releaseLate(): void;
  stop(): Promise<void>;
}

export async function startFakeHttp<Part, Own extends { readonly kind: string }>(
  routes: readonly Route<Part>[],
  faults: Faults<Part, HttpFault | Own>,
  manners: Manners<Part, Own>,
): Promise<FakeHttp> {
  const late: (() => void)[] = [];
  const calls = new Map<string, number>();

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await read(incoming);
    const { pathname } = request.url;
    calls.set(pathname, (calls.get(pathname) ?? 0) + 1);
    const route = routes.find(({ path }) => (typeof path === 'string' ? path === pathname : path.test(pathname)));
    if (route === undefined) return page(response, 404);
    const fault = faults.take(route.part);
    if (fault === undefined) return write(response, route.answer(request));
    if (isCommon(fault)) return common(fault, response, () => route.answer(request));
    const refusal = manners.refused(route.part, fault);
    if (refusal !== null) return write(response, refusal);
    manners.spoil(fault, route.answer(request), response);
  }

  function common(fault: HttpFault, response: ServerResponse, done: () => HttpAnswer): void {
    if (fault.kind === 'status') return page(response, fault.status);
    if (fault.kind === 'cut') return void response.destroy();
    const answer = done();
    if (fault.kind === 'lost') response.destroy();
    else late.push(() => write(response, answer));
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

const COMMON: readonly string[] = ['cut', 'lost', 'late', 'status'] satisfies HttpFault['kind'][];

function isCommon(fault: { readonly kind: string }): fault is HttpFault {
  return COMMON.includes(fault.kind);
}

async function read(incoming: IncomingMessage): Promise<HttpRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const url = new URL(incoming.url ?? '/', 'http://fake');
  return { method: incoming.method ?? '', url, headers: incoming.headers, body: Buffer.concat(chunks) };
}

/** What stands before a service answers in HTML, whatever was asked for. */
function page(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/html' }).end(`<html>${status}</html>`);
}

export function bytesOf({ body }: HttpAnswer): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
}

export function write(response: ServerResponse, answer: HttpAnswer): void {
  const type = Buffer.isBuffer(answer.body) ? {} : { 'content-type': 'application/json; charset=UTF-8' };
  response.writeHead(answer.status ?? 200, { ...type, ...answer.headers });
  response.end(bytesOf(answer));
}
