/** 没发现问题: a place that was looked at and is in order. It stands in a log beside the places that are not. */

import { tellsWrong } from './wrong.ts';

const NOW =
  '(?:经查|经核|检查|查看|复查|回头看|抽查|现场|暂时?|目前|基本|总体上?|整体|大体|都|均|全部?|全|也|还|倒|这次|本次|今天|,|、)*';
const NONE = new RegExp(
  `^${NOW}(?:没有?|未|无|暂无|零|0)(?:再?(?:有|发现|看到|见到?|查到|查出|检出|出现))*(?:什么|啥|任何|明显|大的?|新增?的?|突出)*(?:问题|异常|情况|毛病|隐患|反弹|回潮|违规|不妥|不足|差错|不文明(?:行为|现象))(?:了)?$`,
);
const IN_ORDER = new RegExp(
  `^${NOW}(?:一切|各项|各方面|整体|总体|环境|卫生|秩序|情况|设施|管理|状况|整改|保洁|面貌|落实|保持|运行|得|很|挺|比较|较|非常|蛮|都|均|也|还)*(?:正常|良好|完好|合格|达标|到位|整洁|干净|有序|规范|不错|还好|还行|可以|过关|无误|齐全|没得说|没的说|没毛病)(?:无损)?(?:的|了|啊)?$`,
);

/** 电梯困人问题已解决: put right before it was looked at again; what is put right on the spot is another matter. */
const WORKED =
  '(?:解决|整改|修复|修好|清理|清运|清|处理|恢复|更换|换|拆除|补齐|到位|落实|完成|收回|收起|收走|撤走|撤回|搬走|移走|劝离|拖走|取缔|规范)(?:完毕|完成|到位|干净|完|好|掉)?';
const SETTLED = new RegExp(
  `^[^,。;:]{0,16}(?:(?:已经?|均已|都已)(?:全部|基本|都)?${WORKED}了?|(?:全部|基本|都)${WORKED}了)$`,
);
const isSettled = (text: string): boolean =>
  SETTLED.test(text) && !/现场|当场|立行立改|没|不|未|把|将|请|务必/.test(text);

/** A text without the clauses that say that a place is in order, unless it says nothing else. */
export function withoutOrderly(text: string): string {
  const clauses = text.split(/(?<=[,。;!\n])/);
  const wrong = clauses.filter((clause) => !isOrderlyPlace(clause.replace(/[\s,。;!]+$/, '')));
  return wrong.length > 0 && wrong.length < clauses.length ? wrong.join('') : text;
}

/** 大部分不错 */
const MOSTLY_WELL =
  /^(?:大部分|大多数?|多数|总体|整体|其[他余它]|别的)[^,。;没不未]{0,6}(?:还|都|挺|比较)?(?:不错|可以|还好|还行|干净|整洁|规范|有序|到位|达标|合格|良好|没问题|挺好)(?:的|了)?$/;
const isOrderlyPlace = (clause: string): boolean => {
  if (MOSTLY_WELL.test(clause)) return true;
  const at = clause.search(/(?:经查|检查|复查|目前|暂时?|现场|基本|都|均|还)*(?:没|未|无|零|暂无|一切|秩序|合格|达标)/);
  return at >= 0 && at <= 24 && isInOrder(clause.slice(at));
};

/** 馆内一切正常, beside what is wrong elsewhere. */
export const isInOrderThere = (clause: string): boolean => {
  const at = clause.search(/一切|都|均|全|秩序|基本|目前|未见|没发现/);
  return at > 0 && at <= 6 && !tellsWrong(clause.slice(0, at)) && isInOrder(clause.slice(at));
};

/** 未见异常, 秩序良好, 整改到位: nothing is wrong there. */
export const isInOrder = (text: string): boolean =>
  MOSTLY_WELL.test(text) || NONE.test(text) || IN_ORDER.test(text) || isSettled(text);
