/** 一条消息几道指令: how the orders of one message hang together. */
import type { Facts } from './acts/facts.ts';
import { OF_ALL } from './ruled-beside.ts';

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

/** What is done with several numbers together; cut apart it would be another thing. */
export const OF_SEVERAL = new Set(['issue.merge', 'citizen.link']);
/** 327门口的垃圾，328墙上的广告都清了: said at the last of the numbers, of all of them. */
export const spansBack = (stretch: string, { issueNos }: Facts): boolean =>
  issueNos.length === 1 && /都|全部|一并|一起|一块|统一|均/.test(stretch.replace(OF_ALL, ''));
export const hasSpanning = (decided: readonly { stretch: string; facts: Facts }[]): boolean =>
  decided.some(({ stretch, facts }) => spansBack(stretch, facts));
