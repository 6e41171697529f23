/** 到岗: who is at his post, told by units and asked by the office. */
import { type ActRule, isQuestion } from './facts.ts';

const ABSENT =
  /(?:没|未|无|不|缺|空|脱|离|睡)(?:有)?(?:人|见人|见到人)?.{0,6}[在到上]?(?:岗|值守|值班|执勤)|(?:脱|缺|空|离|睡)岗|找不到人/;

export const aboutDuty: ActRule = ({ text, speaker, issueNos, hasOwnNumbers, location }) => {
  if (
    !/到岗|签到|执勤|在岗|缺岗|上岗|岗位?[^,。]{0,3}没(?:有)?(?:人|到|上)|值守|打卡|到位\d|值班|报到|[实应]到|人员?(?:已经?|全部|都|均)?到位|\d人(?:已经?|全部|都|均)?到位/.test(
      text,
    ) ||
    (hasOwnNumbers && issueNos.length > 0)
  )
    return null;
  // 3号窗口没人在岗，请说明情况: a problem at a place, told by those who look for it.
  if (
    location !== null &&
    ABSENT.test(text) &&
    speaker !== 'unit' &&
    !isQuestion(text) &&
    !/统计|名单|^查|汇总/.test(text)
  )
    return null;
  const asksAbsent = /(?:没|未|不)(?:有)?(?:到岗|在岗|上岗|签到|到位|打卡)|缺岗|缺勤/.test(text);
  const isAsked = isQuestion(text) || /情况|统计|名单|查|汇总|到岗率/.test(text);
  if (
    isAsked &&
    /岗位?[^,。]{0,3}没(?:有)?(?:人|到|上)|到岗|签到|执勤|[在缺]岗|上岗|打卡|值守|到位|报到|实到/.test(text) &&
    !/无人值守/.test(text)
  )
    return 'duty.query';
  if (asksAbsent || /无人|没人|脱岗|空岗/.test(text)) return null;
  if (
    /到岗|签到|打卡|报到|实到|(?:执勤|值守|值班).{0,10}到(?:了|齐|位)?\d|(?:执勤|值守|值班)(?:人员)?[,:\s]*(?:\d+|[一二两三四五六七八九十])(?:名|个)?人|(?:已|全部|均|人员?)(?:到位|上岗|在岗)|\d+(?:名|个)?人?已?(?:经)?到(?!期)|\d人.{0,4}(?:到位|在岗|上岗)|上岗\d/.test(
      text,
    ) &&
    speaker !== 'citizen'
  )
    return 'duty.checkin';
  return null;
};
