/** 外出代班: who is away names who stands in for him, and says when he is back. Told by the person himself only. */
import { type ActRule, isQuestion } from './facts.ts';

const AWAY =
  /出差|请假|休假|年假|外出|学习|培训|开会|住院|生病|病假|产假|婚假|丧假|事假|调休|轮休|不在(?:岗|单位|家|市里)?|离岗|脱产|下乡|抽调/;
/** 由王磊代, 王磊替我, 交给王磊代管, 王磊顶班. */
const STANDS_IN =
  /代(?:班|我|管|理|办|为办理|为处理|为负责)?(?=$|[\s,。!;]|一下|几天|处理|工作|办理|负责)|替我|替班|顶班|顶一?下|顶替|接替|暂代/;
/** 代我开会, 代领: an errand, not a standing in. */
const ERRAND =
  /代(?:我)?(?:开会|参会|参加|出席|去|领|签|买|交|送|发言|汇报|转|写|填|喝|问好|表)|代表|代码|时代|代替品|替换|下一代|现代|代价/;
const SELF = /我|本人/;
const BACK =
  /^(?:大家好)?[,\s]*我?(?:已经?|今天)?(?:回来了?|返岗了?|销假了?|回单位了?|上班了|到岗了)(?:[,。!\s].{0,16})?$|^(?:请)?(?:取消|结束|终止|不用|撤销)(?:我的)?代班(?:了)?[。!\s]*$/;

/** Back again, or the standing in is called off. */
export const isFinished = (text: string): boolean => BACK.test(text);

export const standsIn: ActRule = ({ text, issueNos, hasOwnNumbers, persons, speaker, heard }) => {
  if (speaker === 'citizen' || (hasOwnNumbers && issueNos.length > 0) || isQuestion(text)) return null;
  if (isFinished(text)) return /代班|回来|返岗|销假|回单位/.test(text) ? 'person.absence' : null;
  const others = persons.filter((name) => name !== heard.sender?.name);
  if (others.length !== 1 || ERRAND.test(text) || !STANDS_IN.test(text)) return null;
  const says = AWAY.test(text) || /代我|替我/.test(text);
  return says && (SELF.test(text) || AWAY.test(text)) && text.length <= 60 ? 'person.absence' : null;
};
