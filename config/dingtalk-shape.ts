/** 设置 of the DingTalk connection: card templates, and what stands in for facts the vendor does not state (docs/dingtalk.md §9, §10). */
import * as z from 'zod';

const text = z.string().trim().min(1);
const count = z.int().min(1).optional();
const ms = z.int().min(1).optional();

const cards = z.strictObject({
  oneButton: text.nullable().default(null).describe('一个按钮（认领）的卡片模板编号'),
  twoButtons: text.nullable().default(null).describe('两个按钮（通过、退回）的卡片模板编号'),
  callback: z
    .strictObject({
      url: z.url({ protocol: /^https?$/, error: '应为 https:// 开头的地址' }).describe('本机器人的回调地址'),
      secret: text.describe('自定的密钥，写成 ${DINGTALK_SECRET_CARD}'),
    })
    .nullable()
    .default(null)
    .describe('只在 HTTP 回调方式下要填'),
});

/** Names as in `Assumptions` of src/platforms/dingtalk/options.ts, where the defaults stand; times in ms. */
const assumptions = z.strictObject({
  sessionMarginMs: ms.describe('会话地址离到期多久就不再用'),
  sessionLifeMs: ms.describe('没有写明到期时间的会话地址能用多久'),
  partCharacters: count.describe('一条消息最多多少字'),
  webhookMost: count.describe('群机器人在一个周期里最多发几条'),
  webhookPeriodMs: ms.describe('上面的周期'),
  webhookRestMs: ms.describe('群机器人被限制后停多久'),
  apiPerSecond: count.describe('每个接口每秒最多几次'),
  blockedRestMs: ms.describe('出口地址被限制后停多久'),
  uncertainTries: count.describe('结果不明的发送最多试几次'),
  timeoutMs: ms.describe('一次请求最多等多久'),
  pictureTimeoutMs: ms.describe('下载一张图片最多等多久'),
  pictureHosts: z.array(text).nullable().optional().describe('只从这些域名下载图片；null 不限'),
  quotaApi: count.describe('每月接口额度'),
  quotaMessages: count.describe('每月消息额度'),
  quotaWarnAt: z.number().min(0).max(1).optional().describe('用到几成时提醒，0.8 为八成'),
  buttons: z
    .enum(['text', 'links', 'card'], { error: 'buttons 只能是 text、links 或 card' })
    .optional()
    .describe('没有卡片模板时按钮怎样出现'),
  pingEveryMs: ms.describe('Stream 每隔多久探测一次'),
  pongWithinMs: ms.describe('探测后多久没有回音就重连'),
  connectWithinMs: ms.describe('建立连接最多等多久'),
  backOffFirstMs: ms.describe('断线后第一次重连前等多久'),
  backOffMostMs: ms.describe('重连前最多等多久'),
  credentialsRetryMs: ms.describe('凭证被拒后至少等多久再试'),
  healthyAfterMs: ms.describe('连上多久算稳定'),
  drainMs: ms.describe('更换连接时旧连接留多久'),
});

/** Section of settings.yaml, spread into its shape. */
export const dingtalkShape = {
  dingtalk: z.strictObject({ cards: cards.prefault({}), assumptions: assumptions.prefault({}) }).prefault({}),
};
