/** HTTP to the vendor: success is what the body says, not the status line (wecom §7). Addresses hold keys and are never logged. */
import { DeliveryError } from '../../chat.ts';
import { isServerFault, wasNeverSent } from '../left-open.ts';
import { THROTTLED_MS, VendorError } from './error-codes.ts';

const TIMEOUT_MS = 10_000;
const SOON_MS = 5_000;

type About = Pick<Call, 'what' | 'repeatable' | 'expects'>;

export type Answer = Readonly<Record<string, unknown>>;

export interface Call {
  readonly url: string;
  /** What is being done, in Chinese, for the error text. */
  readonly what: string;
  /** Doing it twice does no harm: then a lost answer means `later`, otherwise `unknown`. */
  readonly repeatable: boolean;
  /** The text member that makes the answer worth anything. */
  readonly expects?: string;
  readonly json?: unknown;
  readonly form?: FormData;
}

export interface Api {
  /** One request → the answer's body with `errcode` 0 and the expected member. Throws DeliveryError, VendorError among them. */
  call(call: Call): Promise<Answer>;
  /** One GET → the response, status already judged. Throws DeliveryError. */
  open(url: string, what: string): Promise<Response>;
  /** Reads a response that holds JSON. Throws as `call` does. */
  judge(response: Response, about: About): Promise<Answer>;
}

/** `timeoutMs` bounds one request from its start to the end of its body. */
export function createApi(given: { readonly fetch: typeof fetch; readonly timeoutMs?: number }): Api {
  const timeoutMs = given.timeoutMs ?? TIMEOUT_MS;

  async function request(url: string, init: RequestInit, about: About): Promise<Response> {
    let response: Response;
    try {
      response = await given.fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    } catch (error) {
      throw transportError(error, about);
    }
    if (response.ok) return response;
    await response.body?.cancel();
    throw statusError(response.status, about);
  }

  return {
    async call({ url, json, form, ...about }) {
      const init: RequestInit =
        form !== undefined
          ? { method: 'POST', body: form }
          : json !== undefined
            ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) }
            : {};
      const response = await request(url, init, about);
      return judge(response, about);
    },

    judge,

    open: (url, what) => request(url, {}, { what, repeatable: true }),
  };
}

async function judge(response: Response, about: About): Promise<Answer> {
  const answer = await readAnswer(response, about);
  const { errcode, errmsg } = answer;
  const promised = about.expects === undefined ? errcode : answer[about.expects];
  if (Number(errcode ?? 0) !== 0) throw new VendorError(Number(errcode), typeof errmsg === 'string' ? errmsg : '');
  // JSON that says nothing of what was asked is no better than none.
  if (promised === undefined || promised === null || promised === '') throw unreadable(about);
  return answer;
}

async function readAnswer(response: Response, about: About): Promise<Answer> {
  try {
    const answer: unknown = JSON.parse(await response.text());
    if (typeof answer === 'object' && answer !== null) return { ...answer };
  } catch {
    // Falls through: a body that broke off or is no JSON says nothing about what happened.
  }
  throw unreadable(about);
}

const unreadable = (about: About): DeliveryError => lost(about, `${about.what}：企业微信的答复无法识别`);

function transportError(error: unknown, about: About): DeliveryError {
  if (wasNeverSent(error)) {
    return new DeliveryError('later', `${about.what}：连不上企业微信，请检查服务器外网。稍后自动重试。`, SOON_MS);
  }
  return lost(about, `${about.what}：与企业微信的连接中断或超时`);
}

function lost(about: About, words: string): DeliveryError {
  return about.repeatable
    ? new DeliveryError('later', `${words}，稍后自动重试。`, SOON_MS)
    : new DeliveryError('unknown', `${words}，是否送达不明。`);
}

function statusError(status: number, about: About): DeliveryError {
  const { what } = about;
  if (status === 429) return new DeliveryError('later', `${what}：企业微信限制了频率，稍后自动重试。`, THROTTLED_MS);
  if (isServerFault(status)) return lost(about, `${what}：企业微信暂时出错（${status}）`);
  return new DeliveryError('refused', `${what}：企业微信拒绝了请求（${status}），请检查接口地址。`);
}
