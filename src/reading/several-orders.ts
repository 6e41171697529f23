/** 一条消息几道指令: how the orders of one message hang together. */
import type { Facts } from './acts/facts.ts';

/** Said of several numbers one after the other, they are one order. */
export const JOINABLE = new Set([
  'issue.claim',
  'issue.verify',
  'issue.rectify',
  'issue.urge',
  'issue.show',
  'issue.withdraw',
  'issue.merge',
  'task.claim',
  'import.settle',
]);

const RULED: Readonly<Record<string, string>> = { extend: '延期', appeal: '申诉', suspend: '挂账' };
/** What is ruled on, by the act before; undefined: nothing. */
export const ruledOn = (before: string | null): string | undefined => RULED[before?.split('.')[0] ?? ''];
/** The act where it is a ruling. */
export const ruling = (act: string | null): string | null =>
  act !== null && /\.(?:approve|reject)$/.test(act) ? act : null;

/** What is done with several numbers together; cut apart it would be another thing. */
export const OF_SEVERAL = new Set(['issue.merge', 'citizen.link']);
/** 327门口的垃圾，328墙上的广告都清了: said at the last of the numbers, of all of them. */
export const spansBack = (stretch: string, { issueNos }: Facts): boolean =>
  issueNos.length === 1 && /都|全部|一并|一起|一块|统一|均/.test(stretch);
export const hasSpanning = (decided: readonly { stretch: string; facts: Facts }[]): boolean =>
  decided.some(({ stretch, facts }) => spansBack(stretch, facts));
