/** 四查 (domain §1): 领导督导, 行业联查, 网格巡查, 属地排查, by the words of the message. */
import type { IssueOrigin } from '../domain/issue.ts';

const ORIGINS: readonly (readonly [IssueOrigin, RegExp])[] = [
  ['leaders', /领导(?:带队)?(?:督导|督查|检查|调研|暗访|巡查)|(?:市|区|县)领导(?:发现|指出)/],
  ['sector', /行业(?:部门)?(?:联查|联合检查|检查|自查)|联合(?:检查|督查)组?|部门联查/],
  ['grid', /网格(?:员|长|责任部门|部门)?(?:巡查|排查|发现|上报)/],
  ['territory', /属地(?:街道|社区|乡镇)?(?:排查|自查|巡查)|(?:街道|社区|乡镇)(?:自查|排查)/],
];

/** Undefined where none is said. */
export const originIn = (text: string): IssueOrigin | undefined =>
  ORIGINS.find(([, pattern]) => pattern.test(text))?.[0];
