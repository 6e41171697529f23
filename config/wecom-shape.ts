/** 设置 of the WeCom connection: what stands in for facts the vendor does not state, or states in two ways (docs/wecom.md §10). */
import * as z from 'zod';

const ms = z.int().min(1).optional();
const host = z
  .string()
  .trim()
  .regex(/^[a-z0-9.-]+$/i, { error: '应为域名，如 myqcloud.com，不带 https:// 和路径' });

/** Names as in `Assumptions` of src/platforms/wecom/options.ts, where the defaults stand; times in ms. */
const assumptions = z.strictObject({
  webhookFormat: z
    .enum(['text', 'markdown'], { error: 'webhookFormat 只能是 text 或 markdown' })
    .optional()
    .describe('消息推送的格式'),
  pictureHosts: z.array(host).min(1).optional().describe('只从这些域名（含下级域名）下载图片'),
  staleAfterMs: z.int().min(1).nullable().optional().describe('回调的时间戳与本机最多相差多久；null 不限'),
  throttledMs: ms.describe('被限频后停多久'),
  kickedMs: ms.describe('长连接被另一处挤下线后等多久再争取'),
  countsCardUpdates: z.boolean().optional().describe('点按钮后改卡片是否计入发送频率'),
  socketPictureBytes: z.int().min(1).optional().describe('长连接发图片的上限，更大的按文件发'),
});

/** Section of settings.yaml, spread into its shape. */
export const wecomShape = { wecom: z.strictObject({ assumptions: assumptions.prefault({}) }).prefault({}) };
