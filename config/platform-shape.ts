/** 设置 of what the platforms' vendors do not state (docs/wecom.md §10). Every key has the default of the platform. */
import * as z from 'zod';

const atLeastOne = z.int().min(1);
const host = z
  .string()
  .trim()
  .regex(/^[a-z0-9.-]+$/i, { error: '应为域名，如 myqcloud.com，不带 https:// 和路径' });

const wecom = z.strictObject({
  pictureHosts: z.array(host).min(1).default(['myqcloud.com', 'qq.com', 'qpic.cn']).describe('图片下载域名'),
  webhookFormat: z
    .enum(['text', 'markdown'], { error: '消息推送的格式只能是 text 或 markdown' })
    .default('text')
    .describe('消息推送的格式'),
  staleMinutes: atLeastOne.nullable().default(null).describe('回调的时间戳最多相差几分钟；null 不限'),
  throttledSeconds: atLeastOne.default(60).describe('被限频后停多少秒'),
  kickedSeconds: atLeastOne.default(120).describe('长连接被另一实例挤下线后等多少秒'),
  countCardUpdates: z.boolean().default(true).describe('点按钮后改卡片是否计入发送频率'),
  pictureMegabytes: atLeastOne.max(10).default(10).describe('长连接发图片的上限'),
});

/** A section of settings.yaml, spread into its shape. */
export const platformShape = { platforms: z.strictObject({ wecom: wecom.prefault({}) }).prefault({}) };
