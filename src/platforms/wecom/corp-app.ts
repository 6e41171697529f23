/** 自建应用: one-to-one notices, media, and what ids belong to whom (wecom §6.2–6.7, §3.10). */
import { DeliveryError } from '../../chat.ts';
import type { Answer, Api, Call } from './api.ts';
import { VendorError } from './error-codes.ts';
import type { AppOptions } from './options.ts';
import type { Pace } from '../pace.ts';
import { readBounded } from './pictures.ts';
import { createToken } from '../token.ts';
import type { Token } from '../token.ts';
import { isTokenRefused } from './token.ts';
import { fileForm } from './webhook.ts';
import type { File } from './webhook.ts';

const PICTURE_BYTES = 10 * 1024 * 1024;
const FILE_BYTES = 20 * 1024 * 1024;
const MOST_IDS = 1000;
const BELIEVED_INVALID_MS = 10 * 60_000;
/** A push repeated within this time with the same content is dropped by the vendor, so a lost answer may be tried again. */
const DUPLICATE_CHECK_SECONDS = 1800;

/** Asking for numbers of nobody too often blocks the question for a day (wecom §6.7). */
const BELIEVED_MISSING_MS = 6 * 3_600_000;

const NOBODY: ReadonlySet<number> = new Set([46004, 60011, 60111]);

type ByMobile =
  | { readonly userId: string }
  | { readonly userId?: undefined; readonly refusal: DeliveryError; readonly until: number };

export interface AppMessage {
  readonly userIds: readonly string[];
  /** `{msgtype, <msgtype>: …}`. */
  readonly body: Readonly<Record<string, unknown>>;
  /** True for notices; answers may rightly be the same twice in half an hour. */
  readonly dropRepeated: boolean;
}

export interface App {
  /** Throws DeliveryError; receivers the vendor does not know are `refused`, named in the text. */
  send(message: AppMessage): Promise<void>;
  upload(kind: 'image' | 'file', file: File): Promise<string>;
  download(mediaId: string, maxBytes: number): Promise<Buffer>;
  /** Encrypted ids (`wo…`) → plain ones, remembered for good. What the vendor does not know stays out of the map. */
  plainIds(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Throws DeliveryError `refused` where no member has the number. */
  userIdByMobile(mobile: string): Promise<string>;
}

export function createApp(given: {
  readonly api: Api;
  readonly apiBase: string;
  readonly options: AppOptions;
  /** Per member. */
  readonly pace: Pace;
  readonly now: () => Date;
}): App {
  const { api, options } = given;
  const known = new Map<string, string>();
  /** Ids the vendor called invalid, and until when that is believed: someone may come into the visible range. */
  const invalid = new Map<string, number>();
  const byMobile = new Map<string, ByMobile>();

  function address(path: string, query: Readonly<Record<string, string>>): string {
    const url = new URL(path, given.apiBase);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return url.href;
  }

  async function fetchToken(): Promise<Token> {
    const url = address('/cgi-bin/gettoken', { corpid: options.corpId, corpsecret: options.secret });
    const answer = await api.call({ url, what: '获取访问令牌', repeatable: true, expects: 'access_token' });
    return { text: String(answer['access_token']), lastsMs: Number(answer['expires_in'] ?? 7200) * 1000 };
  }

  const withToken = createToken({ fetchToken, isRefused: isTokenRefused, now: given.now });

  function post(path: string, json: unknown, about: Pick<Call, 'what' | 'repeatable' | 'expects'>): Promise<Answer> {
    return withToken((token) => api.call({ ...about, url: address(path, { access_token: token }), json }));
  }

  return {
    async send({ userIds, body, dropRepeated }) {
      const json = {
        touser: userIds.join('|'),
        agentid: options.agentId,
        ...body,
        ...(dropRepeated && { enable_duplicate_check: 1, duplicate_check_interval: DUPLICATE_CHECK_SECONDS }),
      };
      const about = { what: '发送单聊消息', repeatable: dropRepeated };
      // Beyond the quota of a member the vendor drops in silence (wecom §6.3).
      const answer = await given.pace.send(userIds, () => post('/cgi-bin/message/send', json, about));
      // Partial failure comes with errcode 0 (wecom §6.3).
      const missing = [answer['invaliduser'], answer['unlicenseduser']]
        .filter(isFilled)
        .join('|')
        .replaceAll('|', '、');
      if (missing !== '') {
        throw new DeliveryError(
          'refused',
          `以下成员收不到单聊消息：${missing}。请核对账号，并确认其在应用可见范围内。`,
        );
      }
    },

    async upload(kind, file) {
      const answer = await withToken((token) =>
        api.call({
          url: address('/cgi-bin/media/upload', { access_token: token, type: kind }),
          what: '上传附件',
          repeatable: true,
          expects: 'media_id',
          form: fileForm(file, kind === 'image' ? PICTURE_BYTES : FILE_BYTES),
        }),
      );
      return String(answer['media_id']);
    },

    download: (mediaId, maxBytes) =>
      withToken(async (token) => {
        const url = address('/cgi-bin/media/get', { access_token: token, media_id: mediaId });
        const response = await api.open(url, '下载图片');
        // A refusal comes as JSON with status 200 (wecom §6.5).
        if (response.headers.get('content-type')?.includes('json') === true) {
          await api.judge(response, { what: '下载图片', repeatable: true });
        }
        return readBounded(response, maxBytes);
      }),

    async plainIds(ids) {
      const at = given.now().getTime();
      const unknown = [...new Set(ids)]
        .filter((id) => !known.has(id) && (invalid.get(id) ?? 0) <= at)
        .slice(0, MOST_IDS);
      if (unknown.length > 0) {
        const about = { what: '转换成员账号', repeatable: true };
        const answer = await post('/cgi-bin/batch/openuserid_to_userid', { open_userid_list: unknown }, about);
        for (const [open, plain] of idPairs(answer['userid_list'])) known.set(open, plain);
        for (const id of unknown) if (!known.has(id)) invalid.set(id, at + BELIEVED_INVALID_MS);
      }
      return new Map(ids.flatMap((id): [string, string][] => (known.has(id) ? [[id, known.get(id) ?? id]] : [])));
    },

    async userIdByMobile(mobile) {
      const held = byMobile.get(mobile);
      if (held?.userId !== undefined) return held.userId;
      if (held !== undefined && given.now().getTime() < held.until) throw held.refusal;
      const about = { what: '按手机号查成员', repeatable: true, expects: 'userid' };
      try {
        const answer = await post('/cgi-bin/user/getuserid', { mobile }, about);
        const userId = String(answer['userid']);
        byMobile.set(mobile, { userId });
        return userId;
      } catch (error) {
        const until = given.now().getTime() + BELIEVED_MISSING_MS;
        if (error instanceof VendorError && NOBODY.has(error.errcode)) byMobile.set(mobile, { refusal: error, until });
        throw error;
      }
    },
  };
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function idPairs(list: unknown): [string, string][] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((pair: unknown): [string, string][] =>
    typeof pair === 'object' && pair !== null && 'open_userid' in pair && 'userid' in pair
      ? [[String(pair.open_userid), String(pair.userid)]]
      : [],
  );
}
