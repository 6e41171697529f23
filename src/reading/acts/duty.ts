/** 到岗: who is at his post, told by units and asked by the office. */
import { isBare } from './asking.ts';
import { type ActRule, type Facts, isHedged, isIdle, isQuestion } from './facts.ts';

const ABSENT =
  /(?:没|未|无|不|缺|空|脱|离|睡)(?:有)?(?:人|见人|见到人)?.{0,6}[在到上]?(?:岗|值守|值班|执勤)|(?:脱|缺|空|离|睡)岗|找不到人/;

/** Somebody, or so many, at his post. */
const POST = '(?:到岗|签到|在岗|上岗|打卡|报到|就位|到位|到齐)';
const PEOPLE = '(?:执勤|值守|值班|志愿|巡逻)?(?:人员|志愿者|同志|队员|干部|交警|协管员|工作人员|人)';
const PRESENT = new RegExp(
  [
    '到岗|签到|打卡|(?<![日周月专简通上])报到(?!处)|(?<!落)实到',
    '(?:执勤|值守|值班).{0,10}到(?:了|齐|位)?\\d',
    '(?:执勤|值守|值班)(?:人员)?[,:\\s]*(?:\\d+|[一二两三四五六七八九十])(?:名|个)?人',
    `${PEOPLE}(?:已经?|全部|都|均)?(?:到位|就位|上岗|在岗|到齐)`,
    '(?:已|全部|均)(?:经)?(?:到位|就位|上岗|在岗)',
    `(?:\\d+|[一二两三四五六七八九十]+)(?:名|个|位)?${PEOPLE}?[^,。;]{0,3}?(?:到(?!期)|${POST})`,
    '(?:上岗|在岗)[:\\s]*\\d',
  ].join('|'),
);
/** 明早7点到岗, 请按时到岗, 我不能到岗, 到岗时间: of a time to come or gone by, of a rule or a hindrance. */
const NOT_NOW =
  /明[天早晚日]|后天|昨[天日晚]|前天|上周|下周|请(?!查|核|看)|必须|务必|应(?:该|当)?|要(?!闻|求已)|不[能了会]|快(?:要)?到|准备|马上|即将|一会儿?|等下|待会|争取|纪律|制度|名单|表(?!示|扬|现)|时间|规定|[点时半](?:钟|整|\d+分?)?(?:准时|前|以前|之前)?(?:到岗|签到|上岗|打卡)/;
/** 8点已到岗3人. */
const ARRIVED = /已(?:经)?(?:全部|全员|都)?(?:到|在|上|签|就)|到岗(?:了)?\d|\d+(?:名|个)?人/;
const ASKS = /情况|统计|名单|查|汇总|到岗率|人数|列(?:一|出|个)|通报一下/;

export const aboutDuty: ActRule = (facts) => {
  const { text, speaker, issueNos, hasOwnNumbers, location } = facts;
  if (
    !/到岗|签到|执勤|在岗|缺岗|上岗|岗位?[^,。]{0,3}没(?:有)?(?:人|到|上)|值守|打卡|到位\d|值班|(?<![日周月专简通上])报到|(?<!落)实到|应到|人员?(?:已经?|全部|都|均)?到位|\d(?:名|个)?(?:志愿者|同志|队员|干部|人)(?:已经?|全部|都|均)?到位|就位|到齐/.test(
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
  const isAsked = isQuestion(text) || /几人/.test(text) || ((ASKS.test(text) || isBare(facts)) && !isSaid(facts));
  if (
    isAsked &&
    /岗位?[^,。]{0,3}没(?:有)?(?:人|到|上)|到岗|签到|执勤|[在缺]岗|上岗|打卡|值守|到位|(?<![日周月专简通上])报到|(?<!落)实到/.test(
      text,
    ) &&
    !/无人值守/.test(text)
  )
    return 'duty.query';
  if (asksAbsent || /无人|没人|脱岗|空岗/.test(text)) return null;
  if (speaker === 'citizen' || isHedged(text) || (isIdle(text) && !/\d/.test(text))) return null;
  if (NOT_NOW.test(text) && !(ARRIVED.test(text) && !/明|后天|昨|前天|请|必须|不[能了会]/.test(text))) return null;
  return PRESENT.test(text) ? 'duty.checkin' : null;
};

/** 已到岗 alone, and 到岗4人, are told by those who are there. */
const isSaid = ({ speaker, text }: Facts): boolean =>
  /(?:发|报|交)[^,。]{0,5}了[。!]*$/.test(text) ||
  (speaker !== 'office' && !ASKS.test(text) && (/已|\d|了[。!]*$/.test(text) || PRESENT.test(text)));
