/** The vendor's error codes → what becomes of the delivery and what an administrator can do about it (wecom §4.9, §6.1, §7). Pure. */
import { DeliveryError } from '../../chat.ts';
import type { Wait } from '../../chat.ts';

interface Meaning {
  readonly outcome: 'refused' | 'later';
  readonly wait?: Wait;
  readonly words: string;
}

const SOON_MS = 5_000;
/** The block of 45009 lasts about as long as the limit's own period (wecom §7); the shortest period is a minute. */
export const THROTTLED_MS = 60_000;

const BUG = '消息内容不被企业微信接受，请把错误码告诉维护人员，不再重发';
const GRANTS = '企业微信后台没有给本应用这项权限，请管理员在应用详情中开通';
const TARGET = '接收人不在企业微信通讯录或应用可见范围内，请核对通讯录中的账号';
const NOT_IN_GROUP = '机器人不在这个群里，请先把机器人加进群';
const CHAT_UNKNOWN = '会话标识无效，请在该群里 @ 机器人发一句话后重新绑定';
const CREDENTIAL = '请核对 .env 中的配置后重启';

/** By code; 60020 has words of its own. */
export const MEANINGS: Readonly<Record<number, Meaning>> = {
  [-1]: { outcome: 'later', wait: SOON_MS, words: '企业微信系统繁忙，稍后自动重发' },
  6000: { outcome: 'later', wait: SOON_MS, words: '企业微信数据写入冲突，稍后自动重发' },
  45009: { outcome: 'later', wait: { exactMs: THROTTLED_MS }, words: '企业微信限制了发送频率，稍后自动继续发送' },
  45033: { outcome: 'later', wait: SOON_MS, words: '同时调用过多，稍后自动重发' },
  40014: {
    outcome: 'later',
    wait: THROTTLED_MS,
    words: '访问令牌反复失效，稍后自动重试；若持续出现，请检查应用密钥',
  },
  42001: {
    outcome: 'later',
    wait: THROTTLED_MS,
    words: '访问令牌反复过期，稍后自动重试；若持续出现，请检查应用密钥',
  },
  846609: { outcome: 'later', wait: SOON_MS, words: '长连接尚未登录，登录后自动重发' },
  40001: { outcome: 'refused', words: `应用密钥（WECOM_APP_SECRET）不对。${CREDENTIAL}` },
  40013: { outcome: 'refused', words: `企业标识（WECOM_CORP_ID）不对。${CREDENTIAL}` },
  40056: { outcome: 'refused', words: `应用标识（WECOM_AGENT_ID）不对。${CREDENTIAL}` },
  41004: { outcome: 'refused', words: `缺少应用密钥（WECOM_APP_SECRET）。${CREDENTIAL}` },
  301002: { outcome: 'refused', words: `应用标识与密钥不属于同一个应用。${CREDENTIAL}` },
  853000: { outcome: 'refused', words: `机器人标识或密钥（WECOM_BOT_ID、WECOM_BOT_SECRET）不对。${CREDENTIAL}` },
  93019: { outcome: 'refused', words: `机器人标识（WECOM_BOT_ID）无效。${CREDENTIAL}` },
  48001: { outcome: 'refused', words: GRANTS },
  48002: { outcome: 'refused', words: GRANTS },
  48006: { outcome: 'refused', words: '接口权限因长期未用被收回，请管理员在企业微信后台重新开通' },
  50003: { outcome: 'refused', words: '应用已被停用，请管理员在企业微信后台启用' },
  81012: { outcome: 'refused', words: '应用的可见范围为空，请管理员在企业微信后台设置可见范围' },
  81013: { outcome: 'refused', words: TARGET },
  82001: { outcome: 'refused', words: '没有指定有效的接收人，请核对通讯录中的账号' },
  46004: { outcome: 'refused', words: '企业微信中没有这个成员，请核对账号或手机号' },
  60011: { outcome: 'refused', words: TARGET },
  60021: { outcome: 'refused', words: TARGET },
  60111: { outcome: 'refused', words: TARGET },
  93000: { outcome: 'refused', words: '群机器人地址无效，可能已被移除，请重新添加消息推送并更新地址' },
  93001: { outcome: 'refused', words: NOT_IN_GROUP },
  93004: { outcome: 'refused', words: '群机器人已被停用，请在群设置中启用' },
  93006: { outcome: 'refused', words: CHAT_UNKNOWN },
  93008: { outcome: 'refused', words: NOT_IN_GROUP },
  93017: { outcome: 'refused', words: '企业微信不允许向这个会话发送' },
  93018: { outcome: 'refused', words: '企业微信不允许向这个会话发送' },
  846605: { outcome: 'refused', words: '这条消息的回复凭据已失效' },
  846608: { outcome: 'refused', words: '这条回复已超过可更新的时间' },
  40004: { outcome: 'refused', words: '附件类型不被企业微信接受' },
  40007: { outcome: 'refused', words: '附件在企业微信一侧已失效' },
  40009: { outcome: 'refused', words: '图片超过企业微信允许的大小' },
  301019: { outcome: 'refused', words: BUG },
  40008: { outcome: 'refused', words: BUG },
  40058: { outcome: 'refused', words: BUG },
  40063: { outcome: 'refused', words: BUG },
  42017: { outcome: 'refused', words: BUG },
  44004: { outcome: 'refused', words: '内容为空，未发送' },
  45002: { outcome: 'refused', words: BUG },
};

/** A non-zero `errcode`. Only the code is stable, so `errmsg` is read for one thing alone: the address in 60020. */
export class VendorError extends DeliveryError {
  readonly errcode: number;

  constructor(errcode: number, errmsg: string) {
    const meaning: Meaning = MEANINGS[errcode] ?? {
      outcome: 'refused',
      words: errcode === 60020 ? ipWords(errmsg) : '企业微信拒绝了这次发送，请对照 docs/wecom.md 的错误码表',
    };
    super(meaning.outcome, `${meaning.words}（错误码 ${errcode}）。`, meaning.wait);
    this.name = 'VendorError';
    this.errcode = errcode;
  }
}

/** 60020: the server's egress address is not on the app's list. */
function ipWords(errmsg: string): string {
  const ip = /from ip:?\s*([0-9a-f.:]*[0-9a-f])/iu.exec(errmsg)?.[1];
  const named = ip === undefined ? '本服务器的出口地址' : `本服务器的出口地址 ${ip} `;
  return `${named}不在应用的企业可信 IP 中，请管理员在企业微信后台"应用管理 → 该应用 → 企业可信IP"中加入`;
}
