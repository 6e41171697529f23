/** 列问题: lists by place, unit, category, person, and by how the problems stand. */
import { standsIn } from '../stands.ts';
import { asksFor, isBare } from './asking.ts';
import { type ActRule, type Facts, isHedged, isQuestion } from './facts.ts';

/** 问题清单, 未认领的问题, 城管局挂账: a list by its bare name. */
const SHORT_LIST =
  /^(?!.*(?:申请|同意|批准|驳回|要|能))(?:查|列|看)?(?:一下|出|看)?(?:所有|全部)?\S{0,8}?(?:(?:未整改|没整改|未销号|[未没待]认领|待核查|挂账|老大难)的?(?:问题)?(?:清单|有哪些)?|问题清单|问题台账)[\s。?]*$/;

/** 调出来, 翻出来看看, 发我: told to show. */
const SHOWN =
  /^(?:请|帮我|麻烦|给我|把)?(?:查|列|看|找|搜|调|导出|翻)(?:一?下|看|询|出|找|一查|一看)?\s*(?!我)\S|(?:列|调|翻|找|搜|查|导|捞|拉)(?:一下|一列|一遍|出来?|给我|个单子)|(?:发|给)(?:我|来|过来)(?:看|瞧)?(?:一?下|看)?[\s。]*$|(?:出来?|给我|发我|的)看看[\s。]*$/;
const ASKS_WHICH = /哪|谁|几[个件条处]|多少|有(?:什么|没有|啥)|什么|吗|没有?\s*[?]?$/;
/** 人民路那个井盖咋样了: after what was logged there. */
const ASKS_AFTER =
  /(?:怎么?样|咋样|啥情况|什么情况)了?[?。\s]*$|(?:处理|解决|整改|修|弄|清|搞|换|拆)(?:好|完|掉)?了?没(?:有)?[?。\s]*$/;
const IN_HAND = /[这那](?:儿|里|边)[^,。]{0,4}有|手[上里头]|名下|负责的?|在办|经手|跟(?:进)?的/;
const HAS_LOGGED = /报|登|查了|发现|录|跑了|巡/;
const LISTED = /问题|隐患|清单|台账|登记|上报|新增|发现/;
/** 我今天登的有哪些 */
const OWN_LOGGED = /^我(?!们)[^,。]{0,6}(?:登|报|录|发现|查)(?:记|到)?(?:了|的)[^,。]{0,4}(?:哪[些几]|什么)/;
const OTHER_MATTER = /任务|资料|材料|留言|工单|到岗|申请|申诉|延期|排名|率/;

export const asksList: ActRule = (facts) => {
  const {
    text,
    issueNos,
    hasOwnNumbers,
    location,
    units,
    categories,
    sites,
    team,
    hasUnitGroup,
    period,
    source,
    origin,
    siteTypes,
  } = facts;
  if (hasOwnNumbers && issueNos.length > 0) return null;
  const hasFilter =
    location !== null ||
    units.length > 0 ||
    hasUnitGroup ||
    categories.length > 0 ||
    sites.length > 0 ||
    siteTypes.length > 0 ||
    team !== null ||
    period !== null ||
    source !== undefined ||
    origin !== undefined;
  if (!asksFor(facts) && !SHOWN.test(text)) return null;
  if (asksOfPerson(facts) || asksByStand(facts)) return 'query.list';
  if (OTHER_MATTER.test(text) || /^先?别/.test(text)) return null;
  if (!hasFilter) return SHORT_LIST.test(text) ? 'query.list' : null;
  // 北门街道，本月，没整改的，清单; 昨天登记的都有哪些.
  if (isBare(facts) && (LISTED.test(text) || standsIn(text) !== null) && !/多少|几/.test(text)) return 'query.list';
  const listed =
    SHOWN.test(text) && /问题|清单|台账|明细|记录|情况|隐患|没|未|的\s*(?:$|[列调翻找发给拉捞导])/.test(text);
  const asksAfter = location !== null && categories.length > 0 && ASKS_AFTER.test(text);
  const asked =
    asksAfter ||
    /(?:有(?:哪些|什么|没有|啥)|还有哪些|哪些(?:是)?).{0,8}(?:问题|隐患|没|未)|问题(?:有哪些|清单|列表|明细|台账|有没有|都有)|(?:没|未)(?:整?改|销号|办结|处理|认领)的?(?:问题)?(?:有)?(?:哪些|清单|列)|(?:哪些|哪几个?).{0,10}(?:没|未|待|还)|的问题[?。\s]*$|问题清单|还[有剩](?:几|哪|多少).{0,10}(?:没|未)|列(?:出|一)/.test(
      text,
    );
  // 油坊巷近一周的问题
  if (period !== null && categories.length === 0 && /^[^,。;!]{2,20}的问题[?。\s]*$/.test(text)) return 'query.list';
  if (SHORT_LIST.test(text)) return 'query.list';
  // 上级督查问题, 网格巡查的问题: a list by where its problems come from.
  if ((source !== undefined || origin !== undefined) && /^\S{2,12}(?:的)?问题[\s。]*$/.test(text)) return 'query.list';
  return listed || (asked && !/责任|谁/.test(text) && (isQuestion(text) || /清单|列|查|明细|台账/.test(text)))
    ? 'query.list'
    : null;
};

/** 王磊手上有几件, 刘志强今天查了哪些地方: what somebody has in hand, or has found. */
function asksOfPerson({ text, persons, speaker }: Facts): boolean {
  if (speaker !== 'unit' && speaker !== 'citizen' && text.length <= 24 && OWN_LOGGED.test(text)) return true;
  if (persons.length === 0 || speaker === 'citizen' || text.length > 24 || OTHER_MATTER.test(text)) return false;
  return ASKS_WHICH.test(text) && (IN_HAND.test(text) || (HAS_LOGGED.test(text) && /哪/.test(text)));
}

/** 哪些还没人认领, 反弹的有哪些, 挂账的有几件: the state is all that narrows it. */
function asksByStand({ text, speaker }: Facts): boolean {
  const stands = standsIn(text);
  if (stands === null || stands === 'open' || speaker === 'citizen' || text.length > 20) return false;
  if (OTHER_MATTER.test(text) || /[,;!]/.test(text) || isHedged(text)) return false;
  // 反弹几件 is a figure.
  if (stands === 'rebound' && /几|多少/.test(text)) return false;
  return (isQuestion(text) && ASKS_WHICH.test(text) && !/为什么|怎么|什么时候/.test(text)) || SHOWN.test(text);
}
