/** The vendor's error codes → what becomes of a delivery, and what an administrator can do about it (dingtalk §6.5, §7, §8.3). Pure. */
import { DeliveryError } from '../../chat.ts';
import type { Wait } from '../../chat.ts';
import { isServerFault } from '../left-open.ts';

/**
 * `auth`: the token is to be renewed. `session`: the session webhook is gone, another route may do. `parked`: this webhook rests.
 * `blocked`: our address is blocked. `quota`: the month is used up. `network`: nothing reached the vendor.
 */
export type FailureKind = 'auth' | 'session' | 'parked' | 'blocked' | 'quota' | 'network' | 'server' | 'other';

/** A delivery that failed, with the vendor's code; the message never holds a secret. */
export class DingtalkFailure extends DeliveryError {
  readonly kind: FailureKind;
  readonly code: string;

  constructor(meaning: Meaning, code: string) {
    const words = code === '' ? meaning.words : `${meaning.words}（错误码 ${code}）`;
    super(meaning.outcome, words, meaning.wait);
    this.name = 'DingtalkFailure';
    this.kind = meaning.kind ?? 'other';
    this.code = code;
  }
}

export interface Meaning {
  readonly outcome: 'refused' | 'later' | 'unknown';
  readonly wait?: Wait;
  readonly kind?: FailureKind;
  readonly words: string;
}

const SOON_MS = 2_000;
const PARK_MS = 10 * 60_000;
const BLOCK_MS = 5 * 60_000;
const TOKEN_MS = 60_000;

const CONTENT = '消息内容被钉钉拒收，请修改后另发';
const BUG = '消息格式不被钉钉接受，请把错误码告诉维护人员';

const soon = (words: string): Meaning => ({ outcome: 'later', wait: SOON_MS, words });
const refused = (words: string): Meaning => ({ outcome: 'refused', words });
const quota = (words: string): Meaning => ({ outcome: 'refused', kind: 'quota', words });
const auth: Meaning = {
  outcome: 'later',
  wait: TOKEN_MS,
  kind: 'auth',
  words: '钉钉访问令牌失效，稍后自动重试；若持续出现，请核对 DINGTALK_CLIENT_ID 和 DINGTALK_CLIENT_SECRET',
};
const parked: Meaning = {
  outcome: 'later',
  wait: { exactMs: PARK_MS },
  kind: 'parked',
  words: '群机器人发送过快，被钉钉限制，十分钟后自动继续',
};
export const BLOCKED: Meaning = {
  outcome: 'later',
  wait: { exactMs: BLOCK_MS },
  kind: 'blocked',
  words: '本机出口地址被钉钉暂时限制访问，五分钟后自动继续；若持续出现，请检查网络出口或代理',
};
export const SERVER: Meaning = {
  outcome: 'unknown',
  kind: 'server',
  words: '钉钉没有给出明确结果，不确定是否送达，请到群里核对',
};
export const NO_ROUTE: Meaning = {
  outcome: 'later',
  wait: 5_000,
  kind: 'network',
  words: '连不上钉钉，稍后自动重试；若持续出现，请检查本机网络和域名解析',
};
const session: Meaning = {
  outcome: 'refused',
  kind: 'session',
  words: '钉钉的会话地址或群机器人地址已失效；若是群机器人，请到群设置中重新复制 webhook 地址',
};

/** Flow control refuses before anything is done, so the message may go out again (dingtalk §8.3). */
const tooFast = soon('钉钉接口调用过快，稍后自动继续');
const tooFastThisMinute: Meaning = { ...soon('钉钉接口调用过快，一分钟后自动继续'), wait: 60_000 };
const busy = soon('钉钉接口繁忙，稍后自动继续');

const permission = refused('应用缺少权限，请在开放平台“权限管理”中开通机器人发消息权限');
const address = refused('本机出口地址不在应用的服务器出口 IP 名单中，请在开放平台后台添加');
const tooLong = refused('消息超过长度上限，请把错误码告诉维护人员');
const nobody = refused('接收人不在钉钉通讯录中，请核对通讯录里的钉钉账号');
const security = refused('群机器人安全设置不通过：请核对加签密钥、关键词、IP 白名单和本机时间');

/** Exact codes of both hosts. */
export const MEANINGS: Readonly<Record<string, Meaning>> = {
  '-1': SERVER,
  '15': SERVER,
  '88': SERVER,
  'system.error': SERVER,
  'unknown.send.result': SERVER,
  InvalidAuthentication: auth,
  '40001': auth,
  '40014': auth,
  '41001': auth,
  '42001': auth,
  'accesstoken.expired': auth,
  'invalidParameter.token.invalid': auth,
  'token.notExisted': session,
  '300001': session,
  '300005': session,
  '400101': session,
  '130101': parked,
  '410100': parked,
  '660026': parked,
  'send.byToken.tooFast': parked,
  '90001': BLOCKED,
  '90002': busy,
  // Of an enterprise, of an app and of an app's suite, for one interface or for all.
  ...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [String(90_003 + index), tooFast])),
  '90018': tooFast,
  'qps.exceed.limit': tooFast,
  'request.overlimit': tooFast,
  'oaplus.query.limit': tooFast,
  'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi': tooFast,
  'Forbidden.AccessDenied.QpmLimitForAppkeyAndApi': tooFastThisMinute,
  'Forbidden.AccessDenied.QpsLimitForApi': busy,
  'system.busy': soon('钉钉系统繁忙，稍后自动继续'),
  systemBusy: soon('钉钉系统繁忙，稍后自动继续'),
  'send.too.fast': soon('发送过快，稍后自动继续'),
  'too.many.group': soon('同时发送的群过多，稍后自动继续'),
  'too.many.people': soon('同时发送的人过多，稍后自动继续'),
  'Forbidden.AccessDenied.ApiCountLimitForOrg': quota('本月钉钉接口额度已用完，请购买加量包或等下月'),
  '90020': quota('本月钉钉接口额度已用完，请购买加量包或等下月'),
  '90030': quota('本月群机器人消息额度已用完，请购买加量包或等下月'),
  '310000': security,
  'keywords.not.match': security,
  'sign.not.match': security,
  'ip.not.match': security,
  '400013': refused('群已解散，请从通讯录中删去这个群'),
  'group.disbanded': refused('群已解散，请从通讯录中删去这个群'),
  '400102': refused('群机器人已被停用，请群管理员在群设置中启用'),
  'bot.stopped': refused('机器人已被停用，请在开放平台后台启用'),
  '400106': refused('机器人不在这个群里，请先把机器人加进群'),
  'resource.not.found': refused('群或机器人不存在，请在该群里 @ 机器人发一句话后重新绑定'),
  'resource.unavailable': refused('群或机器人不可用，请检查机器人是否还在群里'),
  'conversation.org.notMatch': refused('这个群不属于机器人所在的组织，请改用本组织的内部群'),
  'miss.openConversationId': refused('缺少群会话编号，请在该群里 @ 机器人发一句话后重新绑定'),
  'invalid.openConversationId': refused('群会话编号无效，请在该群里 @ 机器人发一句话后重新绑定'),
  'staffId.notExisted': nobody,
  '60121': nobody,
  'robot.oto.notExist': refused('机器人未开通单聊，请在开放平台后台检查机器人配置'),
  'chatbotId.notAllow.sendOTO': refused('机器人不允许发单聊消息，请在开放平台后台检查机器人配置'),
  'bot.forbidden.sendMessage': refused('机器人被禁止发言，请联系群管理员'),
  'send.forbidden': refused('群已禁言，请联系群管理员'),
  'only.groupAdmin.canAtAll': refused('本群只允许群主或管理员 @ 所有人'),
  'Forbidden.AccessDenied.AccessTokenPermissionDenied': permission,
  apiPermissionDenied: permission,
  '60011': permission,
  'Forbidden.AccessDenied.IpNotInWhiteList': address,
  '60020': address,
  'invalidParameter.robotCode.auth': refused('机器人编码与应用不符，请核对 DINGTALK_ROBOT_CODE'),
  'invalidParameter.robotCode.notExsit': refused('机器人编码不存在，请核对 DINGTALK_ROBOT_CODE'),
  'invalidParameter.robotCode.downloadCode': refused('图片已过期，请发送人重新发送'),
  'invalidParameter.robotCode.empty': refused('图片没有下载码，请发送人重新发送'),
  invalidClientIdOrSecret: refused('应用凭证不对，请核对 DINGTALK_CLIENT_ID 和 DINGTALK_CLIENT_SECRET 后重启'),
  '430101': refused(`${CONTENT}：含不安全链接`),
  '430102': refused(`${CONTENT}：含不当文字`),
  '430103': refused(`${CONTENT}：含不当图片`),
  '430104': refused(`${CONTENT}：含不当内容`),
  '460101': tooLong,
  'msgParam.tooLong': tooLong,
  'invalidParameter.msgParam.tooLong': tooLong,
  '40004': refused('附件没有上传成功，请检查文件是否完整'),
  '40035': refused(BUG),
  '43002': refused(BUG),
  '43004': refused(BUG),
  '400105': refused(BUG),
  'msg.unsupport': refused(BUG),
};

const PREFIXES: readonly (readonly [string, Meaning])[] = [
  ['invalidParameter.', refused(BUG)],
  ['miss.param', refused(BUG)],
  ['contain.', refused(CONTENT)],
  ['Throttling', tooFast],
  ['Forbidden.AccessDenied.Qps', tooFast],
  ['Forbidden.AccessDenied.Qpm', tooFastThisMinute],
  ['Forbidden.AccessDenied.', refused('钉钉拒绝访问，请在开放平台后台检查应用权限')],
];

/** `code` as the vendor gave it; `status` of HTTP where the host makes it mean something, else 200. */
export function failureOf(code: string, status: number): DingtalkFailure {
  const known = MEANINGS[code] ?? PREFIXES.find(([prefix]) => code.startsWith(prefix))?.[1];
  if (known !== undefined) return new DingtalkFailure(known, code);
  const shown = code === '' ? `HTTP ${status}` : code;
  if (isServerFault(status)) return new DingtalkFailure(SERVER, shown);
  if (status === 401) return new DingtalkFailure(auth, shown);
  if (status === 429) return new DingtalkFailure(tooFast, shown);
  return new DingtalkFailure(refused('钉钉没有接受这条消息，请按错误码查手册'), shown);
}
