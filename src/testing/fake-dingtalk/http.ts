/** The vendor's two manners: status 200 with an `errcode` on the old host, a telling status on the new one (dingtalk §0, §8.2). */
import type { ServerResponse } from 'node:http';
import { bytesOf, startFakeHttp, write } from '../fake-http.ts';
import type { FakeHttp, HttpAnswer, Route as AnyRoute } from '../fake-http.ts';
import type { Faults, OwnFault, Part } from './faults.ts';

export type { FakeHttp, HttpAnswer, HttpRequest } from '../fake-http.ts';
export type Route = AnyRoute<Part>;

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

export function startHttp(routes: readonly Route[], faults: Faults): Promise<FakeHttp> {
  return startFakeHttp<Part, OwnFault>(routes, faults, { refused, spoil });
}

function refused(part: Part, fault: OwnFault): HttpAnswer | null {
  if (fault.kind !== 'code') return null;
  return OLD_HOST.has(part) ? oldFailure(Number(fault.code), 'by test') : openFailure(fault.status ?? 400, fault.code);
}

function spoil(fault: OwnFault, answer: HttpAnswer, response: ServerResponse): void {
  if (fault.kind === 'truncated') cutShort(response, answer);
  else write(response, { body: {} });
}

/** JSON ends in the middle though the transfer is whole; a picture breaks off before its announced length. */
function cutShort(response: ServerResponse, answer: HttpAnswer): void {
  const bytes = bytesOf(answer);
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  if (!Buffer.isBuffer(answer.body)) return void response.writeHead(200).end(half);
  response.writeHead(200, { 'content-length': bytes.length });
  response.write(half, () => response.destroy());
}
