/** 回头看 and 老大难: what is looked at again. */
import { type ActRule, isHedged, isQuestion } from './facts.ts';

/** 回头看清单, 哪些要回头看: what is to be looked at again. */
export const asksRecheck: ActRule = ({ text, issueNos, hasOwnNumbers }) => {
  if (hasOwnNumbers && issueNos.length > 0) return null;
  if (!/回头看|复查抽查/.test(text) || text.length > 24) return null;
  return /清单|名单|抽查[?。\s]*$|任务[?。\s]*$/.test(text) ||
    (isQuestion(text) && !/怎么|如何|什么意思|什么是/.test(text))
    ? 'query.recheck'
    : null;
};

/** 327列为老大难, 取消327老大难. 327、330都是老大难 is said of them, not ordered. */
export const marksChronic: ActRule = ({ text, issueNos, hasOwnNumbers }) =>
  hasOwnNumbers &&
  issueNos.length > 0 &&
  !isQuestion(text) &&
  !isHedged(text) &&
  /(?:列[为入]|标[为记注成]|定为|纳入|作为|归[为入])[^,。]{0,4}老大难|(?:撤销|取消|移出|去掉|解除|不再)[^,。]{0,10}老大难|老大难(?:的?(?:标记|标签))?(?:撤销|取消|去掉|摘掉|解除)/.test(
    text,
  )
    ? 'issue.chronic'
    : null;
