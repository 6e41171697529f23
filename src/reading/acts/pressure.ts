/** Pressure and manners: the score, the inspection period, check-ins that nobody may demand (domain §7, §8, §13). */
import { pointsIn } from '../points.ts';
import { type ActRule, isHedged, isQuestion } from './facts.ts';

const NO_SCORE = /测评|模拟|模考|得分率|满意度|问卷|失分|排名|怎么(?:算|扣|考|计)|规则|办法|标准/;

export const asksScore: ActRule = ({ text, speaker, hasOwnNumbers, issueNos }) => {
  if (speaker === 'citizen' || NO_SCORE.test(text) || text.length > 30) return null;
  if (hasOwnNumbers && issueNos.length > 0) return null;
  if (
    /(?:为(?:什么|啥|何)|凭什么|怎么(?:又|会|就)?|咋).{0,8}(?:扣|少)(?:了)?(?:我们?|咱们?|我局)?(?:\d+(?:\.\d+)?)?分/.test(
      text,
    )
  )
    return 'query.score';
  if (/(?:扣|加)(?:了)?(?:多少|几)分|(?:扣|加)分(?:明细|原因|情况|记录|依据|清单|项)|(?:扣|加)了哪些分/.test(text))
    return 'query.score';
  if (/考核(?:得?分数?|成绩|扣分|得了)|考核.{0,6}(?:多少|几)分|月度?考核(?:情况|结果)?[?。\s]*$/.test(text))
    return /影响|要|会|别|不|拉低/.test(text) && !isQuestion(text) ? null : 'query.score';
  return /(?:月|月份)得(?:了)?多少分/.test(text) ? 'query.score' : null;
};

export const notesScore: ActRule = ({ text, speaker, units, location, category }) => {
  // 人民路扣2分，路面破损: lost by a place, not by a unit.
  if (category !== null && location !== null && !units.includes(location) && losesPoints(text, location)) return null;
  if (speaker === 'citizen' || units.length === 0 || isQuestion(text) || isHedged(text)) return null;
  if (
    /每|凡|一律|将(?:被|会|扣)|会(?:被)?扣|要(?:被)?扣|别(?:再)?|再.{0,10}(?:就|要)|不(?:然|许|准|要)|已(?:经)?(?:被)?扣|满意度|测评/.test(
      text,
    )
  )
    return null;
  return pointsIn(text) !== null ? 'score.note' : null;
};

/** 人民路扣2分. */
const losesPoints = (text: string, place: string): boolean =>
  /^[^,。;]{0,2}[扣失丢]/.test(text.slice(text.indexOf(place) + place.length));

const PERIOD = '(?:创城|国检|省检)?迎检(?:期|模式|状态)';
const OPENS = new RegExp(
  `(?:开启|启动|打开|开始|启用|设置?(?:为|成)?|进入)(?:了)?${PERIOD}|${PERIOD}(?:开启|启动|打开|开始|从|自|延长|延到|改到|到|提前(?:到|开始)|改(?:成|为)|定(?:在|为)|\\d)`,
);
const CLOSES = new RegExp(
  `(?:结束|关闭|退出|停止|取消|撤销|终止|关掉|停用)(?:了)?${PERIOD}|${PERIOD}(?:现在|今天|提前)?(?:结束|关闭|取消|终止|停止)(?!于|时间|日期|后|前)`,
);

export const aboutPeriod: ActRule = ({ text, speaker }) => {
  if (speaker === 'citizen' || !/迎检(?:期|模式|状态)/.test(text) || text.length > 32) return null;
  if (isQuestion(text) || /几天|多久/.test(text)) return /怎么|如何|为什么/.test(text) ? null : 'inspection.show';
  if (isHedged(text) || /期间|以来|请各|大家|辛苦|注意|以后|后(?=[,。]|要|再)/.test(text)) return null;
  if (CLOSES.test(text)) return 'inspection.close';
  return OPENS.test(text) ? 'inspection.open' : null;
};

const EVERYBODY =
  '(?<!给)(?:大家|所有人|全体(?:人员|成员|同志)?|各单位|各位|每个?人|群里(?:的)?人?|全员|联络员们?|所有(?:单位|联络员|同志))';
const RECEIPT = '回(?:复|个|一下|一声)?(?:一?下|个)?["“「\']?(?:收到|已阅|已读|1(?!\\d))';
const ROLLCALL = [
  new RegExp(`${EVERYBODY}.{0,12}(?:接龙|${RECEIPT}|打卡|签到|报数|报平安|举手|转发|点赞)`),
  new RegExp(`(?:请|让|要求|必须|务必).{0,6}(?:在群里|群内)?.{0,6}${RECEIPT}`),
  /(?:发起?|搞|组织|来|开|建)(?:一?个|一下)?接龙|接龙(?:回复|签到|报名|统计)/,
  /(?:谁|哪些(?:人|单位)?|哪几个).{0,6}(?:没|未)(?:有)?(?:回复?|看|读|阅|冒泡)(?:复)?(?:收到|消息|群消息|通知)/,
  /(?:统计|通报|排名|晒).{0,8}(?:在线(?:时长)?|活跃|登录|发言|已读|回复速度|收到)|(?:@|艾特|圈)(?:一下)?(?:所有人|全体|全员)/,
];

/** Comes before duty: 签到 and 打卡 at a post in an inspection period are another thing. */
export const ordersRollcall: ActRule = ({ text, speaker, location, category }) =>
  speaker !== 'citizen' &&
  // A problem with @所有人 at its end is a problem.
  (location === null || category === null) &&
  !/执勤|到岗|在岗|值守|岗位|不(?:要|用|必|得|准|需)|无需|别(?:再)?|禁止|严禁|整治|杜绝|减轻/.test(text) &&
  !/已(?:经)?(?:接龙|签到|打卡|回复)/.test(text) &&
  ROLLCALL.some((pattern) => pattern.test(text))
    ? 'group.rollcall'
    : null;

/** 机器人月报, 机器人这个月发了多少消息: what the bot itself costs people. */
export const asksAboutBot: ActRule = ({ text, speaker }) =>
  speaker !== 'citizen' &&
  text.length <= 24 &&
  (/机器人.{0,4}(?:月报|自查报告)/.test(text) ||
    (/机器人.{0,6}(?:推送|发|点名|提醒|@|打扰)了?/.test(text) && isQuestion(text)))
    ? 'group.selfReport'
    : null;
