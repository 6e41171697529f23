/** 留言的去向: which order the office gives about a citizen's message, and which words are an answer to him (domain §11). */
import type { ActRule } from './facts.ts';
import { isQuestion } from './facts.ts';

/** 转城管局, 由住建局牵头, 请交警处理, 三天内办结: told to be done. 已转城管局 tells. */
const HANDS_ON =
  /(?<!已(?:经)?|刚(?:才|刚)?|早(?:就|已)?|昨[天日])(?:转(?![告达来述])|交(?![通警代管])|派|由|请(?!市民|居民|群众|您|放心)|让)[^,。;]{1,}/;
const IN_TIME =
  /(?:\d+|[一二两三四五六七八九十])个?(?:工作)?(?:[天日周]|小时)之?内|[前底](?:办结|答复|回复|处理|整改|完成)|限(?:时|期|\d)|尽快|抓紧|必须|务必/;
/** 已回复, 答复：, 已回访: whatever else is told, an answer has been given. */
const HAS_ANSWERED =
  /已(?:经)?[^,。;]{0,6}(?:回复|答复|回访|告知|办结|解决|联系)|(?:回复|答复|反馈|回应)(?:市民|来信人)?[:了]|满意/;

/** An order about a message: what it says is for a unit, never for the citizen. */
export const ordersMessage = (text: string): boolean =>
  !HAS_ANSWERED.test(text) && (HANDS_ON.test(text) || IN_TIME.test(text));

/** 留言12转城管局办理, 留言12对应#327, 留言12和11是同一件事: said by the office. */
export const linksMessages: ActRule = (facts) => {
  const { text, speaker, messageNos, issueNos, hasOwnNumbers, units, personUnits } = facts;
  if (speaker !== 'office' || messageNos.length === 0 || isQuestion(text)) return null;
  // Under its card: 转城管局，三天内办结.
  if (!hasOwnNumbers) return units.length > 0 && HANDS_ON.test(text) && ordersMessage(text) ? 'citizen.link' : null;
  if (/回复|答复|办结|满意|解决/.test(text) && !ordersMessage(text)) return null;
  if (issueNos.length === 1 && /对应|关联|并入|合并|转为|就是|挂到|同/.test(text)) return 'citizen.link';
  if (issueNos.length > 0) return null;
  if (messageNos.length >= 2 && /同一|合并|并入|重复|一样/.test(text)) return 'citizen.link';
  if (units.length + personUnits.length > 0) return /转|交|由|请|派|让/.test(text) ? 'citizen.link' : null;
  // 留言1转办，三天内办结: to whom is asked.
  return /(?<!已(?:经)?)(?:转(?:办|交|出去)|交办|派单|派下去)/.test(text) ? 'citizen.link' : null;
};
