/** What the app's own interface can send: group messages, one-to-one notices, pictures and files (dingtalk §7). It notifies nobody. */
import { z } from 'zod';
import { DeliveryError } from '../../chat.ts';
import type { Pace } from '../pace.ts';
import type { WithToken } from '../token.ts';
import { at, harmless } from './api.ts';
import type { Api } from './api.ts';
import { DingtalkFailure, SERVER } from './error-codes.ts';
import type { Template } from './render.ts';

export interface OpenApi {
  /** To a group the robot is in. Throws DingtalkFailure. */
  sendToGroup(conversationId: string, template: Template): Promise<void>;
  /** To one person. Throws DeliveryError, `refused` where the vendor does not know the person. */
  sendToPerson(userId: string, template: Template): Promise<void>;
  /** A card into a group. The same `outTrackId` again makes no second card. Throws DingtalkFailure. */
  sendCard(body: object): Promise<void>;
  /** Where presses on cards go in HTTP mode. May be repeated without harm. */
  registerCardAddress(body: object): Promise<void>;
  /** Gives the media id. An upload may be repeated without harm. */
  upload(kind: 'picture' | 'file', name: string, bytes: Buffer): Promise<string>;
  /** Download code → a signed address for one picture. */
  addressOfPicture(downloadCode: string, robotCode: string): Promise<string>;
}

/** What tells that a message was taken; an answer without it may be anybody's (dingtalk §8.2). */
const taken = z.object({ processQueryKey: z.string().min(1) });
const batch = taken.extend({
  invalidStaffIdList: z.array(z.string()).nullish(),
  flowControlledStaffIdList: z.array(z.string()).nullish(),
  // Only the vendor's SDK names this one (alibabacloud dingtalk robot_1_0).
  filteredStaffIdList: z.array(z.string()).nullish(),
});
const delivered = z.object({ result: z.object({ deliverResults: z.array(z.object({ success: z.boolean() })) }) });
const media = z.object({ media_id: z.string().min(1) });
const download = z.object({ downloadUrl: z.string().min(1) });

const FLOW_CONTROLLED_MS = 60_000;

export function createOpenApi(parts: {
  readonly api: Api;
  readonly withToken: WithToken;
  readonly apiBase: string;
  readonly oapiBase: string;
  readonly robotCode: string;
  /** By path. */
  readonly pace: Pace;
  /** Called after each call that the month is charged for. */
  readonly charged: () => void;
}): OpenApi {
  const { api, withToken, robotCode } = parts;

  async function charged(path: string, make: (token: string) => Promise<unknown>): Promise<unknown> {
    const value = await parts.pace.send([path], () => withToken(make));
    parts.charged();
    return value;
  }

  function call(path: string, body: object): Promise<unknown> {
    return charged(path, (value) => api.open(at(parts.apiBase, path), body, value));
  }

  return {
    async sendToGroup(openConversationId, template) {
      const value = await call('/v1.0/robot/groupMessages/send', { robotCode, openConversationId, ...template });
      if (!taken.safeParse(value).success) throw new DingtalkFailure(SERVER, '');
    },

    /** A partial failure comes inside a 200 (dingtalk §7.3). */
    async sendToPerson(userId, template) {
      const value = await call('/v1.0/robot/oToMessages/batchSend', { robotCode, userIds: [userId], ...template });
      const result = batch.safeParse(value).data;
      if (result === undefined) throw new DingtalkFailure(SERVER, '');
      if (result.invalidStaffIdList?.includes(userId)) {
        throw new DeliveryError('refused', '接收人不在钉钉通讯录或应用可见范围内，请核对通讯录里的钉钉账号');
      }
      if (result.flowControlledStaffIdList?.includes(userId)) {
        throw new DeliveryError('later', '钉钉限制了向此人发送的频率，稍后自动重发', FLOW_CONTROLLED_MS);
      }
      if (result.filteredStaffIdList?.includes(userId)) {
        throw new DeliveryError('refused', '钉钉没有把消息送给此人（被过滤），请核对应用可见范围和此人账号是否停用');
      }
    },

    /** Whether it was delivered is said inside a 200 (dingtalk §7.7). */
    async sendCard(body) {
      const answer = delivered.safeParse(await call('/v1.0/card/instances/createAndDeliver', body)).data;
      if (answer === undefined) throw new DingtalkFailure(SERVER, '');
      if (answer.result.deliverResults.some(({ success }) => !success)) {
        throw new DeliveryError('refused', '卡片没有投放到群里，请检查机器人是否在群里、卡片模板是否已发布');
      }
    },

    async registerCardAddress(body) {
      await harmless(() => call('/v1.0/card/callbacks/register', body));
    },

    async upload(kind, name, bytes) {
      const type = kind === 'picture' ? 'image' : 'file';
      const answer = await charged('/media/upload', (value) => {
        const url = at(parts.oapiBase, '/media/upload');
        url.searchParams.set('access_token', value);
        url.searchParams.set('type', type);
        const form = new FormData();
        form.set('media', new Blob([new Uint8Array(bytes)]), name);
        return api.old(url, form);
      });
      return idIn(media.safeParse(answer).data?.media_id);
    },

    async addressOfPicture(downloadCode, ofRobot) {
      const value = await call('/v1.0/robot/messageFiles/download', { downloadCode, robotCode: ofRobot });
      return idIn(download.safeParse(value).data?.downloadUrl);
    },
  };
}

function idIn(found: string | undefined): string {
  if (found === undefined) throw new DingtalkFailure(SERVER, '');
  return found;
}
