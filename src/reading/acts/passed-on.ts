/** 转来的问题、问题清单: what was found by those above, or listed under a heading, is logged; 通报 and 清单 in its heading order no paper and no list. */
import { forwardIn, isForwarded } from '../forwarded.ts';
import { tellsWrong } from '../issues/wrong.ts';
import { listMarks } from '../list-marks.ts';
import type { ActRule } from './facts.ts';

/** 阳光新城问题清单:①…②…, 今天巡查问题汇总: */
const LIST_HEAD = /^[^:\n]{0,20}(?:问题|隐患|点位|情况)(?:清单|汇总|台账|明细|一览|统计|列表)?(?:如下)?\s*[:\n]/;
const ASKS = /[?]\s*$|吗[。\s]*$/;
const DONE =
  /(?:已经?|均已|都已)(?:全部|基本)?(?:整改|清理|处理|解决|修复)|整改(?:完毕|完成|到位了)|会议(?:强调|要求|指出)/;

export const logsPassedOn: ActRule = ({ text, location, category, hasOwnNumbers, speaker, heard, ...said }) => {
  if (speaker !== 'inspector' && speaker !== 'office' && speaker !== 'grid') return null;
  if (location === null || hasOwnNumbers || heard.quote !== null || ASKS.test(text) || DONE.test(text)) return null;
  const isOrdered =
    said.units.length + said.persons.length > 0 || said.deadline !== null || said.isUrgent || said.images > 0;
  if (!isOrdered) return null;
  const list = LIST_HEAD.exec(text)?.[0] ?? null;
  if (list !== null && listMarks(text).length > 0 && tellsWrong(text.slice(list.length))) return 'issue.log';
  const rest = text.slice(forwardIn(text).length);
  const isTold = tellsWrong(rest) || (said.units.length > 0 && said.deadline !== null);
  return isForwarded(text) && category !== null && isTold ? 'issue.log' : null;
};
