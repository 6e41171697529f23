/** The vendor's habits over HTTP: status 200 with an `errcode`. */
import type { ServerResponse } from 'node:http';
import { startFakeHttp, write } from '../fake-http.ts';
import type { FakeHttp, HttpAnswer, Route as AnyRoute } from '../fake-http.ts';
import type { Faults, OwnFault, Part } from './faults.ts';

export type { FakeHttp, HttpAnswer, HttpRequest } from '../fake-http.ts';
export type Route = AnyRoute<Part>;

export const failure = (errcode: number, errmsg: string): HttpAnswer => ({
  body: {
    errcode,
    errmsg: `${errmsg}, hint: [123456], from ip: 203.0.113.7, more info at https://open.work.weixin.qq.com/devtool/query?e=${errcode}`,
  },
});

export const OK = { errcode: 0, errmsg: 'ok' };

function spoil(fault: OwnFault, _answer: HttpAnswer, response: ServerResponse): void {
  if (fault.kind === 'severed') response.destroy();
  else if (fault.kind === 'wrong') write(response, { body: {} });
  else response.writeHead(200).end('<html>welcome</html>');
}

export function startHttp(routes: readonly Route[], faults: Faults): Promise<FakeHttp> {
  return startFakeHttp<Part, OwnFault>(routes, faults, {
    refused: (_part, fault) =>
      fault.kind === 'code' ? failure(fault.errcode, fault.errmsg ?? 'refused by test') : null,
    spoil,
  });
}
