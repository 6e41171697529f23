/** Tokens, group messages, one-to-one messages, uploads and downloads as the vendor runs them (dingtalk §7). */
import { parse, textAt, textsAt } from '../read.ts';
import { oldFailure, OK, openFailure } from './http.ts';
import type { HttpAnswer, HttpRequest, Route } from './http.ts';
import type { Office } from './office.ts';

const PARAM_BYTES = 15_000;
const MOST_USERS = 20;

/** msgKey → the member that holds what people see. */
const TEMPLATES: Readonly<Record<string, string>> = {
  sampleText: 'content',
  sampleMarkdown: 'text',
  sampleImageMsg: 'photoURL',
  sampleFile: 'mediaId',
};

export interface OpenApiSide {
  readonly routes: Route[];
  /** An interface that only answers to a valid token. */
  readonly guarded: (answer: (body: unknown) => HttpAnswer) => Route['answer'];
  /** The present token stops being valid before its time. */
  revokeToken(): void;
  /** How long tokens live from now on; else two hours. */
  setTokenLife(seconds: number): void;
  readonly tokensGiven: () => number;
  /** A picture that somebody sends; gives its download code. `expire` makes the code useless. */
  putPicture(bytes: Buffer): string;
  expirePictures(): void;
  /** Bytes by media id. */
  readonly uploads: Map<string, Buffer>;
}

export function createOpenApiSide(office: Office, base: () => string): OpenApiSide {
  const { clientId, clientSecret, robotCode } = office.credentials;
  const pictures = new Map<string, Buffer>();
  const uploads = new Map<string, Buffer>();
  let token: { readonly text: string; readonly until: number } | undefined;
  let given = 0;
  let lifeS = 7_200;

  function giveToken({ body }: HttpRequest): HttpAnswer {
    const asked = parse(body.toString());
    if (textAt(asked, 'appKey') !== clientId || textAt(asked, 'appSecret') !== clientSecret) {
      return openFailure(400, 'invalidClientIdOrSecret');
    }
    const now = office.now().getTime();
    given += 1;
    token = {
      text: token !== undefined && token.until > now ? token.text : office.id('AT'),
      until: now + lifeS * 1000,
    };
    return { body: { accessToken: token.text, expireIn: lifeS } };
  }

  function isValid(text: unknown): boolean {
    return token !== undefined && token.text === text && token.until > office.now().getTime();
  }

  function guarded(answer: (body: unknown) => HttpAnswer): Route['answer'] {
    return ({ headers, body }) => {
      const shown = headers['x-acs-dingtalk-access-token'];
      if (shown === undefined) return openFailure(400, 'AuthenticationFailed.MissingParameter');
      return isValid(shown) ? answer(parse(body.toString())) : openFailure(400, 'InvalidAuthentication');
    };
  }

  /** Why the message is refused, or null. */
  function wrongMessage(body: unknown): HttpAnswer | null {
    const param = textAt(body, 'msgParam');
    if (textAt(body, 'robotCode') !== robotCode) return openFailure(400, 'invalidParameter.robotCode.auth');
    if (TEMPLATES[textAt(body, 'msgKey')] === undefined) return openFailure(400, 'invalidParameter.msgKey.invalid');
    if (parse(param) === undefined) return openFailure(400, 'invalidParameter.msgParam.invalid');
    return Buffer.byteLength(param) > PARAM_BYTES ? openFailure(400, 'msgParam.tooLong') : null;
  }

  /** `@` stays plain text here: this channel notifies nobody. */
  function show(via: 'group' | 'batch', to: string, body: unknown): void {
    const msgtype = textAt(body, 'msgKey');
    const text = textAt(parse(textAt(body, 'msgParam')), TEMPLATES[msgtype] ?? '');
    office.sent.push({ via, to, msgtype, text, tagged: [], body });
  }

  function sendToGroup(body: unknown): HttpAnswer {
    const wrong = wrongMessage(body);
    if (wrong !== null) return wrong;
    const group = office.groups.get(textAt(body, 'openConversationId'));
    if (group === undefined) return openFailure(400, 'invalid.openConversationId');
    if (group.isDisbanded) return openFailure(400, 'group.disbanded');
    if (!group.hasRobot) return openFailure(400, 'resource.not.found');
    show('group', group.conversationId, body);
    return { body: { processQueryKey: office.id('pqk') } };
  }

  function sendToPeople(body: unknown): HttpAnswer {
    const wrong = wrongMessage(body);
    if (wrong !== null) return wrong;
    const ids = textsAt(body, 'userIds');
    if (ids.length > MOST_USERS) return openFailure(400, 'invalidParameter.userIds.overMax');
    const isKnown = (id: string): boolean => office.people.get(id)?.isVisible === true;
    const held = ids.filter((id) => isKnown(id) && office.people.get(id)?.isFlowControlled === true);
    const filtered = ids.filter((id) => isKnown(id) && office.people.get(id)?.isFiltered === true);
    for (const id of ids.filter((one) => isKnown(one) && ![...held, ...filtered].includes(one)))
      show('batch', id, body);
    const lists = {
      invalidStaffIdList: ids.filter((id) => !isKnown(id)),
      flowControlledStaffIdList: held,
      filteredStaffIdList: filtered,
    };
    return { body: { processQueryKey: office.id('pqk'), ...lists } };
  }

  function downloadUrl(body: unknown): HttpAnswer {
    const code = textAt(body, 'downloadCode');
    if (textAt(body, 'robotCode') !== robotCode) return openFailure(400, 'invalidParameter.robotCode.auth');
    if (!pictures.has(code)) return openFailure(400, 'invalidParameter.robotCode.downloadCode');
    return { body: { downloadUrl: `${base()}/oss/x.file?code=${encodeURIComponent(code)}&Expires=1` } };
  }

  function picture({ url, headers }: HttpRequest): HttpAnswer {
    const bytes = pictures.get(url.searchParams.get('code') ?? '');
    // A signed address bears no other credentials.
    const isClean = headers['x-acs-dingtalk-access-token'] === undefined && headers.authorization === undefined;
    return bytes !== undefined && isClean ? { body: bytes } : { status: 403, body: Buffer.from('<Error/>') };
  }

  function upload({ url, body }: HttpRequest): HttpAnswer {
    if (!isValid(url.searchParams.get('access_token'))) {
      return { body: { errcode: 88, errmsg: 'ding talk error', sub_code: '40014', sub_msg: '不合法的access_token' } };
    }
    if (!body.includes('name="media"')) return oldFailure(40004, 'invalid media');
    const media_id = `@lAD${office.id('media')}`;
    const start = body.indexOf('\r\n\r\n') + 4;
    uploads.set(media_id, body.subarray(start, body.lastIndexOf('\r\n--')));
    return { body: { ...OK, type: url.searchParams.get('type'), media_id, created_at: office.now().getTime() } };
  }

  return {
    routes: [
      { path: '/v1.0/oauth2/accessToken', part: 'token', answer: giveToken },
      { path: '/v1.0/robot/groupMessages/send', part: 'group', answer: guarded(sendToGroup) },
      { path: '/v1.0/robot/oToMessages/batchSend', part: 'batch', answer: guarded(sendToPeople) },
      { path: '/v1.0/robot/messageFiles/download', part: 'download', answer: guarded(downloadUrl) },
      { path: '/media/upload', part: 'upload', answer: upload },
      { path: '/oss/x.file', part: 'picture', answer: picture },
    ],
    guarded,
    revokeToken() {
      token = undefined;
    },
    setTokenLife(seconds) {
      lifeS = seconds;
    },
    tokensGiven: () => given,
    putPicture(bytes) {
      const code = office.id('DL');
      pictures.set(code, bytes);
      return code;
    },
    expirePictures: () => pictures.clear(),
    uploads,
  };
}
