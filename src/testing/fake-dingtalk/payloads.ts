/** What a person says, as the vendor words it for the robot (dingtalk §3). */
import type { FakePerson, Office } from './office.ts';

export type Payload = Readonly<Record<string, unknown>>;

export interface Spoken {
  readonly from: FakePerson;
  /** Conversation id of the group; absent: one-to-one. */
  readonly group?: string;
  readonly text?: string;
  /** Download codes. With text: 图文; without: a picture alone. */
  readonly pictures?: readonly string[];
  /** Others who are mentioned, by user id. */
  readonly mentions?: readonly string[];
  /** The message that is replied to, as `repliedMsg` has it; `content` absent for old clients and cards. */
  readonly quote?: { readonly msgId: string; readonly msgType?: string; readonly content?: object };
}

export interface PayloadContext {
  readonly office: Office;
  readonly botName: string;
  /** Gives the session webhook for a conversation. */
  readonly session: (to: string) => { readonly url: string; readonly until: number };
}

export function messagePayload(said: Spoken, { office, botName, session }: PayloadContext): Payload {
  const { from, group, quote } = said;
  const { robotCode } = office.credentials;
  const { url, until } = session(group ?? from.staffId);
  const mentioned = (said.mentions ?? []).map((id) => office.person(id));
  const bot = `$:LWCP_v1:$${robotCode}`;
  const msgId = office.id('msg');
  return {
    conversationId: group ?? office.id('cid'),
    conversationType: group === undefined ? '1' : '2',
    ...(group === undefined ? {} : { conversationTitle: office.group(group).title, isInAtList: true }),
    chatbotCorpId: 'dingcorp01',
    chatbotUserId: bot,
    robotCode,
    msgId,
    senderNick: from.name,
    ...(from.staffId === '' ? {} : { senderStaffId: from.staffId }),
    senderId: from.dingtalkId,
    isAdmin: false,
    ...(group === undefined
      ? {}
      : {
          atUsers: [
            { dingtalkId: bot },
            ...mentioned.map(({ dingtalkId, staffId }) => ({ dingtalkId, ...(staffId === '' ? {} : { staffId }) })),
          ],
        }),
    createAt: office.now().getTime(),
    sessionWebhook: url,
    sessionWebhookExpiredTime: until,
    ...(quote === undefined ? {} : { originalMsgId: quote.msgId }),
    ...bodyOf(said, botName),
  };
}

/** In `text` the robot's name is gone and leaves a blank; in `richText` it stays, glued to a narrow blank. */
function bodyOf({ group, text = '', pictures = [], quote }: Spoken, botName: string): Payload {
  const reply = quote === undefined ? {} : { isReplyMsg: true, repliedMsg: quote };
  if (pictures.length === 0)
    return { msgtype: 'text', text: { content: group === undefined ? text : ` ${text}`, ...reply } };
  const [first = ''] = pictures;
  if (text === '' && group === undefined) return { msgtype: 'picture', content: { downloadCode: first, ...reply } };
  const words = group === undefined ? text : `@${botName}\u2005${text}`;
  const shown = pictures.map((downloadCode) => ({
    type: 'picture',
    downloadCode,
    pictureDownloadCode: `P${downloadCode}`,
  }));
  return { msgtype: 'richText', content: { richText: [{ text: words }, ...shown], ...reply } };
}
