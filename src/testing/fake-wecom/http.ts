/** A small HTTP server with the vendor's habits: status 200 with an `errcode`, and faults where a test asks for them. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault, Faults, Part } from './faults.ts';

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

export interface Route {
  readonly path: RegExp;
  readonly part: Part;
  readonly answer: (request: HttpRequest) => HttpAnswer;
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

export const failure = (errcode: number, errmsg: string): HttpAnswer => ({
  body: {
    errcode,
    errmsg: `${errmsg}, hint: [123456], from ip: 203.0.113.7, more info at https://open.work.weixin.qq.com/devtool/query?e=${errcode}`,
  },
});

export const OK = { errcode: 0, errmsg: 'ok' };

export async function startHttp(routes: readonly Route[], faults: Faults): Promise<FakeHttp> {
  const late: (() => void)[] = [];
  const calls = new Map<string, number>();

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
    const url = new URL(incoming.url ?? '/', 'http://fake');
    calls.set(url.pathname, (calls.get(url.pathname) ?? 0) + 1);
    const route = routes.find(({ path }) => path.test(url.pathname));
    if (route === undefined) return void response.writeHead(404).end();
    const fault = faults.take(route.part);
    if (fault?.kind === 'cut') return void incoming.socket.destroy();
    if (fault?.kind === 'status') return void response.writeHead(fault.status).end('<html>error</html>');
    if (fault?.kind === 'code') return write(response, failure(fault.errcode, fault.errmsg ?? 'refused by test'));
    const answer = route.answer({
      method: incoming.method ?? '',
      url,
      headers: incoming.headers,
      body: Buffer.concat(chunks),
    });
    finish(fault, incoming, response, answer);
  }

  function finish(
    fault: Fault | undefined,
    incoming: IncomingMessage,
    response: ServerResponse,
    answer: HttpAnswer,
  ): void {
    if (fault?.kind === 'lost' || fault?.kind === 'severed') incoming.socket.destroy();
    else if (fault?.kind === 'late') late.push(() => write(response, answer));
    else if (fault?.kind === 'wrong') write(response, { body: {} });
    else if (fault?.kind === 'garbage') response.writeHead(200).end('<html>welcome</html>');
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
      for (const let_go of late.splice(0)) let_go();
    },
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}

function write(response: ServerResponse, { status = 200, headers = {}, body }: HttpAnswer): void {
  const isBytes = Buffer.isBuffer(body);
  response.writeHead(status, { ...(isBytes ? {} : { 'content-type': 'application/json; charset=UTF-8' }), ...headers });
  response.end(isBytes ? body : JSON.stringify(body));
}
