/** HTTP to the vendor: success is what the body says, not the status line (wecom §7). Addresses hold keys and are never logged. */
import { DeliveryError } from '../../chat.ts';
import { THROTTLED_MS, VendorError } from './error-codes.ts';

const TIMEOUT_MS = 10_000;
const SOON_MS = 5_000;

export type Answer = Readonly<Record<string, unknown>>;

export interface Call {
  readonly url: string;
  /** What is being done, in Chinese, for the error text. */
  readonly what: string;
  /** Doing it twice does no harm: then a lost answer means `later`, otherwise `unknown`. */
  readonly repeatable: boolean;
  readonly json?: unknown;
  readonly form?: FormData;
}

export interface Api {
  /** One request → the answer's body with `errcode` 0. Throws DeliveryError, VendorError among them. */
  call(call: Call): Promise<Answer>;
  /** One GET → the response, status already judged. Throws DeliveryError. */
  open(url: string, what: string): Promise<Response>;
  /** Reads a response that holds JSON. Throws as `call` does. */
  judge(response: Response, about: { readonly what: string; readonly repeatable: boolean }): Promise<Answer>;
}

/** `timeoutMs` bounds one request from its start to the end of its body. */
export function createApi(given: { readonly fetch: typeof fetch; readonly timeoutMs?: number }): Api {
  const timeoutMs = given.timeoutMs ?? TIMEOUT_MS;

  async function request(
    url: string,
    init: RequestInit,
    about: { what: string; repeatable: boolean },
  ): Promise<Response> {
    let response: Response;
    try {
      response = await given.fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    } catch (error) {
      throw transportError(error, about);
    }
    if (response.ok) return response;
    await response.body?.cancel();
    throw statusError(response.status, about.what);
  }

  return {
    async call({ url, what, repeatable, json, form }) {
      const init: RequestInit =
        form !== undefined
          ? { method: 'POST', body: form }
          : json !== undefined
            ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) }
            : {};
      const response = await request(url, init, { what, repeatable });
      return judge(response, { what, repeatable });
    },

    judge,

    open: (url, what) => request(url, {}, { what, repeatable: true }),
  };
}

async function judge(response: Response, about: { what: string; repeatable: boolean }): Promise<Answer> {
  const answer = await readAnswer(response, about);
  const errcode = Number(answer['errcode'] ?? 0);
  const { errmsg } = answer;
  if (errcode !== 0) throw new VendorError(errcode, typeof errmsg === 'string' ? errmsg : '');
  return answer;
}

async function readAnswer(response: Response, about: { what: string; repeatable: boolean }): Promise<Answer> {
  try {
    const answer: unknown = JSON.parse(await response.text());
    if (typeof answer === 'object' && answer !== null) return { ...answer };
  } catch {
    // Falls through: a body that broke off or is no JSON says nothing about what happened.
  }
  throw lost(about, `${about.what}：企业微信的答复无法识别`);
}

/** Nothing was sent when the connection never came about; anything later leaves the outcome open. */
function transportError(error: unknown, about: { what: string; repeatable: boolean }): DeliveryError {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  const neverSent = [
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ENETUNREACH',
    'EHOSTUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
  ];
  if (neverSent.includes(code)) {
    return new DeliveryError('later', `${about.what}：连不上企业微信，请检查服务器外网。稍后自动重试。`, SOON_MS);
  }
  return lost(about, `${about.what}：与企业微信的连接中断或超时`);
}

function lost(about: { repeatable: boolean }, words: string): DeliveryError {
  return about.repeatable
    ? new DeliveryError('later', `${words}，稍后自动重试。`, SOON_MS)
    : new DeliveryError('unknown', `${words}，是否送达不明。`);
}

function statusError(status: number, what: string): DeliveryError {
  if (status === 429) return new DeliveryError('later', `${what}：企业微信限制了频率，稍后自动重试。`, THROTTLED_MS);
  if (status >= 500)
    return new DeliveryError('later', `${what}：企业微信暂时出错（${status}），稍后自动重试。`, SOON_MS);
  return new DeliveryError('refused', `${what}：企业微信拒绝了请求（${status}），请检查接口地址。`);
}
