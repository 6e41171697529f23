/** HTTP to both hosts: what counts as success, and every way it can go wrong (dingtalk §0, §8.2). Logs nothing, so no secret can leak. */
import { z } from 'zod';
import { isServerFault, wasNeverSent } from '../left-open.ts';
import { BLOCKED, DingtalkFailure, failureOf, NO_ROUTE, SERVER } from './error-codes.ts';
import type { Timers } from './options.ts';

export interface Api {
  /** New host: the HTTP status decides. Gives the body. Throws DingtalkFailure. */
  readonly open: (url: URL, body: object, token?: string) => Promise<unknown>;
  /** Old host: `errcode` decides, the status is 200 either way. Gives the body. Throws DingtalkFailure. */
  readonly old: (url: URL, body: object | FormData) => Promise<unknown>;
}

const openError = z.object({ code: z.coerce.string(), message: z.string().optional() });
const word = z.coerce.string().optional().catch(undefined);
const oldAnswer = z.object({ errcode: z.coerce.string(), sub_code: word, subcode: word, errmsg: word });
const blockNotice = z.object({ status: z.literal(1111) });

export function createApi(parts: {
  readonly fetch: typeof fetch;
  readonly timers: Timers;
  readonly now: () => Date;
  readonly timeoutMs: number;
  /** While our address is blocked, every further call would only prolong it. */
  readonly blockedRestMs: number;
}): Api {
  let blockedUntil = 0;

  /** Makes the call unless we are blocked, and takes note where it tells that we are. */
  async function unlessBlocked<T>(call: () => Promise<T>): Promise<T> {
    const waitMs = blockedUntil - parts.now().getTime();
    if (waitMs > 0) throw new DingtalkFailure({ ...BLOCKED, wait: { exactMs: waitMs } }, '');
    try {
      return await call();
    } catch (error) {
      if (error instanceof DingtalkFailure && error.kind === 'blocked') {
        blockedUntil = parts.now().getTime() + parts.blockedRestMs;
        throw new DingtalkFailure({ ...BLOCKED, wait: { exactMs: parts.blockedRestMs } }, error.code);
      }
      throw error;
    }
  }

  async function post(url: URL, body: object | FormData, token?: string): Promise<{ status: number; text: string }> {
    const isForm = body instanceof FormData;
    const headers = {
      // Without it the gateway may answer in XML (dingtalk §4.1).
      accept: 'application/json',
      ...(isForm ? {} : { 'content-type': 'application/json; charset=utf-8' }),
      ...(token === undefined ? {} : { 'x-acs-dingtalk-access-token': token }),
    };
    const abort = new AbortController();
    const timer = parts.timers.set(() => abort.abort(), parts.timeoutMs);
    try {
      const response = await parts.fetch(url, {
        method: 'POST',
        headers,
        body: isForm ? body : JSON.stringify(body),
        // A redirect would carry the body, and with it perhaps a secret, to a host nobody checked.
        redirect: 'manual',
        signal: abort.signal,
      });
      return { status: response.status, text: await response.text() };
    } catch (error) {
      throw new DingtalkFailure(wasNeverSent(error) ? NO_ROUTE : SERVER, '');
    } finally {
      parts.timers.clear(timer);
    }
  }

  async function open(url: URL, body: object, token?: string): Promise<unknown> {
    const { status, text } = await post(url, body, token);
    const value = jsonOf(text, status);
    if (status >= 200 && status < 300) {
      // An unknown path is refused inside a 200, in the manner of the old host (dingtalk §8.2).
      const { errcode } = oldAnswer.safeParse(value).data ?? { errcode: '0' };
      if (Number(errcode) === 0) return value;
      throw failureOf(errcode, status);
    }
    throw failureOf(openError.safeParse(value).data?.code ?? '', status);
  }

  async function old(url: URL, body: object | FormData): Promise<unknown> {
    const { status, text } = await post(url, body);
    const value = jsonOf(text, status);
    const answer = oldAnswer.safeParse(value).data;
    if (answer === undefined) throw failureOf('', status === 200 ? 500 : status);
    if (Number(answer.errcode) === 0 && status < 400) return value;
    throw failureOf(codeIn(answer), status);
  }

  return {
    open: (url, body, token) => unlessBlocked(() => open(url, body, token)),
    old: (url, body) => unlessBlocked(() => old(url, body)),
  };
}

/** 88 is a wrapper; what happened is in the sub code, which at times stands in the words alone (dingtalk §7.1). */
function codeIn({ errcode, sub_code, subcode, errmsg }: z.infer<typeof oldAnswer>): string {
  const inWords = /\[subcode=([^,\]]+)/u.exec(errmsg ?? '')?.[1];
  return errcode === '88' ? sub_code || subcode || inWords || errcode : errcode;
}

/** Parses an answer. HTML with 200 or 403 comes from the gate before the service: nothing was done (dingtalk §8.1). */
function jsonOf(text: string, status: number): unknown {
  if (status >= 300 && status < 400) throw failureOf('', status);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    if (isServerFault(status)) throw failureOf('', status);
    if (/^\s*</u.test(text) && (status === 200 || status === 403)) throw new DingtalkFailure(BLOCKED, '');
    throw status < 300 ? new DingtalkFailure(SERVER, '') : failureOf('', status);
  }
  if (blockNotice.safeParse(value).success) throw new DingtalkFailure(BLOCKED, '1111');
  return value;
}

/** For calls that change nothing: an uncertain outcome may simply be tried again. */
export async function harmless<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof DingtalkFailure && error.outcome === 'unknown')
      throw new DingtalkFailure(NO_ROUTE, error.code);
    throw error;
  }
}

/** A path on a host; the base may have a path of its own. */
export function at(base: string, path: string): URL {
  return new URL(`${base.replace(/\/+$/u, '')}${path}`);
}
