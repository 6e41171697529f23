/** A fault is answered with a short number that the log holds too (style §3.7). */
import { randomInt } from 'node:crypto';

/** Six digits: short enough to read over the telephone. */
export const faultNo = (): string => String(randomInt(100_000, 1_000_000));

export const faultSentence = (no: string): string =>
  `系统出了点问题，这条消息没有作任何登记或改动，请稍后再发一次。（故障编号 ${no}，可报给系统管理员）`;
