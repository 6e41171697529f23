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

/** 转省检反馈, 根据市里通报, 领导督导发现, 接群众电话说, 阳光新城问题清单: where it comes from is no order, no question and no problem. */
const COMES_FROM: readonly RegExp[] = [
  /^(?:转发?|根据|按照?|据|依据)[^,:。;]{0,14}?(?:反馈|通报|交办|转来|督查|暗访)(?:的?(?:问题|情况|清单))?[:,\s]*/,
  /^(?:[省市区县国](?:里|委|政府|级)?)?(?:[一-龥]?(?:领导|书记|市长|局长|主任)|来人|检查组|测评组|督导组|督查组|暗访组)[^,。;:]{0,4}?(?:督导|督查|检查|调研|视察|巡查|路过|暗访)*(?:时|中)?(?:发现|看到|看见|指出)[:,]?/,
  /^(?:刚才?|我们?|又)*(?:接到?|有)(?:个)?(?:群众|市民|居民|热线|业主)?(?:的)?(?:电话|来电)(?:说|称|反映|投诉|举报)[:,]?/,
  /^(?:网友|市民|群众)(?:拍|发)的?(?:视频|照片|图)[:,]?/,
];

export const withoutOrigin = (text: string): string =>
  COMES_FROM.reduce((rest, origin) => rest.replace(origin, ''), text).replace(
    /问题(?:清单|汇总|情况)?(?:如下)?:/g,
    ':',
  );
