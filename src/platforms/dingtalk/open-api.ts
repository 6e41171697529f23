/** What the app's own interface can send: group messages, one-to-one notices, pictures and files (dingtalk §7). It notifies nobody. */
import { z } from 'zod';
import { DeliveryError } from '../../chat.ts';
import { at } from './api.ts';
import type { Api } from './api.ts';
import { DingtalkFailure, SERVER } from './error-codes.ts';
import type { Template } from './render.ts';
import type { Token } from './token.ts';

export interface OpenApi {
  /** To a group the robot is in. Throws DingtalkFailure. */
  sendToGroup(conversationId: string, template: Template): Promise<void>;
  /** To one person. Throws DeliveryError, `refused` where the vendor does not know the person. */
  sendToPerson(userId: string, template: Template): Promise<void>;
  /** Gives the media id. An upload may be repeated without harm. */
  upload(kind: 'picture' | 'file', name: string, bytes: Buffer): Promise<string>;
  /** Download code → a signed address for one picture. */
  addressOfPicture(downloadCode: string, robotCode: string): Promise<string>;
}

const batch = z.object({
  invalidStaffIdList: z.array(z.string()).nullish(),
  flowControlledStaffIdList: z.array(z.string()).nullish(),
});
const media = z.object({ media_id: z.string().min(1) });
const download = z.object({ downloadUrl: z.string().min(1) });

const FLOW_CONTROLLED_MS = 60_000;

export function createOpenApi(parts: {
  readonly api: Api;
  readonly token: Token;
  readonly apiBase: string;
  readonly oapiBase: string;
  readonly robotCode: string;
  /** Called before each call; throws `later` where the pace is exceeded. */
  readonly before: (path: string) => void;
  /** Called after each call that the month is charged for. */
  readonly charged: () => void;
}): OpenApi {
  const { api, token, robotCode } = parts;

  async function charged(path: string, make: (token: string) => Promise<unknown>): Promise<unknown> {
    parts.before(path);
    const value = await token.use(make);
    parts.charged();
    return value;
  }

  function call(path: string, body: object): Promise<unknown> {
    return charged(path, (value) => api.open(at(parts.apiBase, path), body, value));
  }

  return {
    async sendToGroup(openConversationId, template) {
      await call('/v1.0/robot/groupMessages/send', { robotCode, openConversationId, ...template });
    },

    /** A partial failure comes inside a 200 (dingtalk §7.3). */
    async sendToPerson(userId, template) {
      const value = await call('/v1.0/robot/oToMessages/batchSend', { robotCode, userIds: [userId], ...template });
      const result = batch.safeParse(value).data;
      if (result?.invalidStaffIdList?.includes(userId)) {
        throw new DeliveryError('refused', '接收人不在钉钉通讯录或应用可见范围内，请核对通讯录里的钉钉账号');
      }
      if (result?.flowControlledStaffIdList?.includes(userId)) {
        throw new DeliveryError('later', '钉钉限制了向此人发送的频率，稍后自动重发', FLOW_CONTROLLED_MS);
      }
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
