/** 转来的问题、问题清单: what was found by those above, or listed under a heading, is logged; 通报 and 清单 in its heading order no paper and no list. */
import { forwardIn, isForwarded } from '../forwarded.ts';
import { tellsWrong } from '../issues/wrong.ts';
import { listMarks } from '../list-marks.ts';
import { type ActRule, isQuestion } from './facts.ts';

/** 阳光新城问题清单:①…②…, 今天巡查问题汇总: */
const LIST_HEAD =
  /^[^:\n]{0,20}(?:问题|隐患|点位|情况|汇总|清单|台账|[\d一二两三四五六七八九十几][个条处件点])(?:清单|汇总|台账|明细|一览|统计|列表)?(?:如下)?\s*[:\n]/;
/** 出一份专报, 清单发我, 有哪些: a paper or a list is wanted. */
const WANTS =
  /(?:出|写|做|生成|起草|(?<!模)拟|整理)(?:一?[份个期])?[^,。;]{0,4}(?:日报|周报|月报|专报|简报|通报)|发我|给我|列出|导出|查一?下|看一?下有|统计一?下|汇总一?下/;
const DONE =
  /(?:已经?|均已|都已)(?:全部|基本)?(?:整改|清理|处理|解决|修复)|整改(?:完毕|完成|到位了)|会议(?:强调|要求|指出)/;

export const logsPassedOn: ActRule = ({ text, location, category, hasOwnNumbers, speaker, heard, ...said }) => {
  if (speaker !== 'inspector' && speaker !== 'office' && speaker !== 'grid') return null;
  if (location === null || hasOwnNumbers || heard.quote !== null || WANTS.test(text) || DONE.test(text)) return null;
  const isOrdered =
    said.units.length + said.persons.length > 0 || said.deadline !== null || said.isUrgent || said.images > 0;
  if (!isOrdered) return null;
  const list = LIST_HEAD.exec(text)?.[0] ?? null;
  const rest = text.slice(list?.length ?? forwardIn(text).length);
  if (isQuestion(rest)) return null;
  if (list !== null && listMarks(text).length > 0 && tellsWrong(rest)) return 'issue.log';
  const isTold = tellsWrong(rest) || (said.units.length > 0 && said.deadline !== null);
  return isForwarded(text) && category !== null && isTold ? 'issue.log' : null;
};
