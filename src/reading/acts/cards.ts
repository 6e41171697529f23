/** 引用的卡片: what the message that is replied to is, so that a short answer is understood by it. */

/** What a card of the bot tells or asks. */
export type Card =
  | 'dispatched'
  | 'reported'
  | 'extension'
  | 'appeal'
  | 'suspension'
  | 'logged'
  | 'closed'
  | 'reminder'
  | 'material'
  | 'task';

const CARDS: readonly (readonly [Card, RegExp])[] = [
  ['material', /^\s*(?:✅)?【资料|资料待审|待审资料|(?:网上申报|申报)(?:资料|材料)/u],
  ['task', /^\s*(?:✅)?【任务|^\s*任务\d/u],
  ['reported', /^\s*【待核查|已?报整改|请核查/],
  ['closed', /^\s*【已销号|已销号/],
  ['logged', /^\s*✅|已登记/u],
  ['extension', /延期申请|申请延[期至到]|^\s*【延期/],
  ['appeal', /^\s*【申诉|提出申诉|申诉待裁定/],
  ['suspension', /挂账申请|申请挂账|^\s*【挂账/],
  ['dispatched', /^\s*【(?:[^】]*交办|反弹重办|转办)/],
  ['reminder', /^\s*(?:⏰|【(?:提醒|催办|超期|黄灯|红灯))/u],
];

/** Null where nothing is quoted, or words of a person. */
export const cardOf = (quote: string | null): Card | null =>
  quote === null ? null : (CARDS.find(([, pattern]) => pattern.test(quote))?.[0] ?? null);
