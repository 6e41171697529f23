/** 登记: something wrong at a place, told to the bot. The last thing a message can be, and only on good evidence. */
import { withoutOrderly } from '../issues/nothing-wrong.ts';
import { isFixedOnSpot } from '../issues/fixed-on-spot.ts';
import { tellsWrong } from '../issues/wrong.ts';
import { assertsDefect } from './asserted.ts';
import { type ActRule, type Facts, isIdle } from './facts.ts';
import { asksLoosely } from './loosely.ts';
import { isGone, isNotWrongNow, withoutPlaints } from './no-report.ts';
import { withoutOrigin } from '../origins.ts';
import { AT_SAME_PLACE } from './same-place.ts';
import { withoutThanks } from './tails.ts';

const SAYS_LOG =
  /^(?:请|帮忙?|帮我|麻烦|给我|我来?|再)*(?:登记|上报|录入|录一?下|记录|记一?下|报(?:一|个|下|:)|新增|新问题|问题上报|发现(?:一[处个])?问题|举报|反映)|(?:地点|位置|点位)\s*:.*(?:问题|情况)?/s;
/** Told as done, meant for later, or about what others do: no new problem. */
const NOT_NOW =
  /(?:已经?|都|全部?)(?:整改|清理|处理|修复|清|改|修|拆|换|解决|收拾)(?:完|好|到位|干净|掉|了)|(?<!(?:前|内|底|必|须|限|请|把)[^,。;]{0,3})(?:整改|清理|处理)(?:完了|好了|完毕|到位了)|明天(?:去|要|我|有)|来检查|准备|打算|计划(?:去|明)|记得|等会儿?去|改天|下次|听[说讲人](?!(?:是|都)?[被让给])|别(?:再|把)|不要再|少了(?!(?:[\d一二两三四五六七八九十几半好]+|[块个根截段片盏只条颗扇张把])[块个根截段片盏只条颗扇张把字半]?)|没有了|(?<![看桶箱盖牌灯椅凳栏墩板砖杆器架镜锁柱罩把门篦链])不见了|比.{0,6}(?:好|少|强)|发机器人|你(?:去|来)?登记|会不会|应该|可能|估计/;

/** Done, meant for later, heard of, or guessed: whatever else is said. */
const ELSEWHEN =
  /(?:已经?|都已|全部?)(?:整改|清理|处理|修复|清|改|修|拆|换|解决|收拾)(?:完|好|到位|干净|掉|了)|(?<!(?:前|内|底|必|须|限|请|把)[^,。;]{0,3})(?:整改|清理|处理)(?:完了|好了|完毕|到位了)|明天(?:我|有)|来检查|准备|打算|计划(?:去|明)|等会儿?去|改天|下次|听[说讲人](?!(?:是|都)?[被让给])|(?<![看桶箱盖牌灯椅凳栏墩板砖杆器架镜锁柱罩把门篦链])不见了|比.{0,6}(?:好|少|强)|发机器人|你(?:去|来)?登记|(?:清|搬|腾|拆)空了/;

/** 交警抓了几个逆行的: what others have done. */
const TOLD_OF = /抓了|查了|罚了|处罚了|查处了|劝了|做好了|到货|印了|定在|改到|集合|演练|讲座|培训|发一下|发我/;

/** 城管局昨天清理了人民路小广告200张: a deed told, unless it did not last. */
const DEED_TOLD =
  /(?:清理|整治|查处|劝离|拆除|处理|修复|修好|更换|清运|取缔|纠正|处罚|暂扣|拖走|拆|清掉|换|铲除|劝导|整改|(?:擦|扫|洗|冲|打扫|收拾|摆|码|归置|弄|搞|清)(?:干净|整齐|好|完))了(?!又|还|没|不|几次|好几|一半|半天|但|仍|吗)(?![^,。]{0,8}(?:又|还|没))/;

/** A question, not a polite order (能不能加个保洁) and not indignation (怎么还没人管). */
const ASKS =
  /[?]\s*$|吗\s*$|(?<!什)么\s*$|多少|哪[些个家里儿位]|谁(?:管|负责|的|来)|咋(?!还|又|都|老|这么|没)|啥(?:时候|情况)|(?:处理|解决|整改|修|弄|清|搞|换|拆)(?:好|完|掉)?了?没(?:有)?\s*$|[了来到好完]没有?\s*$|怎么(?!还|又|都|老|这么|没)|是不是|(?<!看)有没有|什么时候|为什么|(?<much>[多大高严])(?:重)?不\k<much>/;

/** Asked after, counted, listed: words of queries that may stand beside a place and a kind of problem. */
const LOOKS_UP =
  /超期|逾期|到期|[改结期复号]率|排名|排行|哪些|哪几|多少|几[个件条处](?!坑|洞)|统计|汇总|列(?:出|一)|清单|待办|名单|留言|工单|任务|资料(?!.{0,4}(?:缺|不全|没))|周报|日报|专报|销号|延期|申诉|挂账|认领|撤销|合并|退回/;

/** A place, what is wrong there, and somebody told or a picture taken: a problem, whatever other words occur (灭火器过期, 你看这个). */
export const logsPlainly: ActRule = (facts) => {
  const { text, location, category, units, persons, deadline, isUrgent, images, hasOwnNumbers, speaker, heard } = facts;
  if (location === null || category === null || hasOwnNumbers || speaker === 'unit') return null;
  const plain = withoutPlaints(withoutOrigin(withoutOrderly(text)));
  if (
    heard.quote !== null ||
    LOOKS_UP.test(plain) ||
    ASKS.test(plain) ||
    isIdle(withoutSigns(withoutThanks(plain))) ||
    !tellsWrong(text)
  )
    return null;
  if (isForAll(facts)) return null;
  const isOrdered = units.length + persons.length > 0 || deadline !== null || isUrgent || images > 0;
  return isOrdered ? logs(facts) : null;
};

/** 各街道注意: a call to everybody, about no place. */
const isForAll = ({ text, sites }: Facts): boolean =>
  /(?:^|[,。!\s])(?:请)?(?:各|所有)(?:单位|街道|乡镇|镇|部门|局|组|责任|社区|位|成员)/.test(text) && sites.length === 0;

/** Everyday talk that has the words of a problem in it. */
/** Plans, advice and rules: nothing that is wrong now. */
const MEANT =
  /下周|重点查|自查|来检查|检查组|建议|以后|排查|(?<!好)几天|多久|时限|怎么|标准|方案|培训|活动|提醒|请?注意(?!安全)|方面|这类|统计|数量|严查|要求|报告|专题|总结|通报批评/;
const OUR_OWN =
  /迟到|来晚|晚到|食堂|会议室|投影|电脑|手机|快递|我的?车|孩子|作业|办公室|机器人|系统|群里|开会|领导说|路上堵|堵车|堵在/;

/** 路灯坏了好几天了, said to the bot: the place is missing, and asked for. */
const tellsOnly = ({ text, category, speaker, heard, hasOwnNumbers }: Facts): boolean =>
  category !== null &&
  !hasOwnNumbers &&
  (speaker === 'inspector' || speaker === 'office' || speaker === 'grid') &&
  heard.quote === null &&
  text.length >= 5 &&
  assertsDefect(text) &&
  !OUR_OWN.test(text) &&
  !MEANT.test(withoutPlaints(text)) &&
  !isNotWrongNow(text) &&
  !LOOKS_UP.test(text);

/** 怎么回事，管一下 is anger, not a question; 看看谁管 with the unit and the hurry said is an order. */
function plainlyTold(said: string, isHurried: boolean): string {
  const text = withoutPlaints(said);
  const told = /管一?下|处理|赶紧|快|谁管谁|立刻|立即|马上/.test(text)
    ? text.replace(/(?:怎么|咋)(?:回事|搞的|办|得了)|谁管谁\S{1,3}|(?<=一下)[吗嘛]$|嘛$/, '')
    : text;
  return isHurried ? told.replace(/(?:看看|看下|商量)?(?:归|是)?谁管/, '') : told;
}

/** 旁边还有禁止钓鱼的牌子, 听说是被人偷了: what a sign says forbids nothing here, and hearsay of why leaves it gone. */
const withoutSigns = (text: string): string =>
  text.replace(
    /(?:禁止|严禁)[^,。;]{0,8}的?(?:牌|标[识志]|告示|提示)|[,。](?:听[说讲人]|据说)(?:是|都)?[被让给叫][^,。;]*/g,
    '',
  );

/** 比上次好点了，但还有烟头: what counts comes behind the 但. */
const afterBut = (text: string): string => text.replace(/^.*[,。](?:但是?|不过|可是|就是)/s, '');

export const logs: ActRule = (facts) => {
  const { text, location, category, units, persons, isUrgent, images, hasUnitGroup, heard, explicitNo } = facts;
  if (text.startsWith('绑定') || isForAll(facts) || asksLoosely(facts) !== null) return null;
  // 东湖街道整改率垫底: figures are no problems.
  if (facts.rates.length > 0 && images === 0) return null;
  const says = SAYS_LOG.test(text);
  const hasUnitsNamed = units.length > 0 || persons.length > 0;
  // Grumbling at the bot or at colleagues.
  if (location === null && /你们|凭什么|怎么又|怎么老/.test(text) && !says && !hasUnitsNamed) return null;
  const samePlace = heard.quote !== null && AT_SAME_PLACE.test(text);
  if (explicitNo || (facts.hasOwnNumbers && /^#?\d/.test(text)) || (facts.speaker === 'unit' && location === null))
    return null;
  // 会上定了635归城投: told of what was settled.
  if (facts.hasOwnNumbers && /会上|纪要/.test(text)) return null;
  // 看看谁管, with the units and the hurry said: told, not asked.
  const isAsked = ASKS.test(plainlyTold(withoutOrigin(text), isUrgent && hasUnitsNamed));
  if (isAsked && !says) return null;
  if (isIdle(withoutSigns(withoutThanks(withoutOrigin(withoutOrderly(text))))) && !says) return null;
  // 把…全换了, with a unit: told to do, not done.
  const isTold =
    /把/.test(text) && !/(?:全|都|已)[^,。]{0,3}空了/.test(text) && (units.length > 0 || facts.deadline !== null);
  // 河西街道买了洗地机: the unit is the place, and nobody is told.
  const isOfUnit = units.length === 1 && units[0] === location && !hasUnitGroup;
  // 店招少了一个字，城管围起来: with a place and an order nothing got better by itself.
  const isOrdered =
    location !== null && !isOfUnit && (units.length > 0 || hasUnitGroup) && !ELSEWHEN.test(afterBut(text));
  // (已劝，答应明天清): said beside it.
  const told = withoutOrderly(text.replace(/\([^()]*(?:已|答应|承诺)[^()]*\)/g, ''));
  const isUnreal = NOT_NOW.test(told) || isNotWrongNow(told) || (told !== text && !assertsDefect(told));
  if (isUnreal && !says && !isTold && !isOrdered && !isFixedOnSpot(text)) return null;
  if (isGone(text, facts.outline) && facts.deadline === null && !says && !isFixedOnSpot(text)) return null;
  const hasPlace = location !== null || samePlace;
  const hasOrders = units.length > 0 || persons.length > 0 || isUrgent || hasUnitGroup;
  const isDeed = DEED_TOLD.test(text) && !isTold;
  if (!says && (isDeed || (location === null && TOLD_OF.test(text)))) return null;
  if (category !== null && !hasPlace && !says && !tellsWrong(text)) return null;
  // Unless it is shown or ordered, the words themselves must say that it is wrong.
  const rest = text.replace(location ?? ' ', ' ');
  const isBacked = location !== null && !isOfUnit && (hasUnitGroup || hasUnitsNamed);
  if (!says && images === 0 && !samePlace && !isBacked && !assertsDefect(rest)) return null;
  if (category !== null)
    return hasPlace || hasOrders || images > 0 || (says && text.length > 5) || tellsOnly(facts) ? 'issue.log' : null;
  // 护学岗标志牌朝墙, with a picture: a thing of the trade, and something wrong with it.
  const isShown = location !== null && images > 0 && facts.thing !== null && !hasOrders;
  if (isShown && assertsDefect(rest) && tellsWrong(rest) && rest.length > 4) return 'issue.log';
  return hasPlace && (says || (images > 0 && hasOrders) || (hasOrders && text.length >= 12)) && text.length > 6
    ? 'issue.log'
    : null;
};
