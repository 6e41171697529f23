/** 登记: something wrong at a place, told to the bot. The last thing a message can be, and only on good evidence. */
import { isFixedOnSpot } from '../issues/fixed-on-spot.ts';
import { type ActRule, isIdle } from './facts.ts';

const SAYS_LOG =
  /^(?:请|帮忙?|帮我|麻烦|给我|我来?|再)*(?:登记|上报|录入|录一?下|记录|记一?下|报(?:一|个|下|:)|新增|新问题|问题上报|发现(?:一[处个])?问题|举报|反映)|(?:地点|位置|点位)\s*:.*(?:问题|情况)?/s;
/** Told as done, meant for later, or about what others do: no new problem. */
const NOT_NOW =
  /(?:已经?|都|全部?)(?:整改|清理|处理|修复|清|改|修|拆|换|解决|收拾)(?:完|好|到位|干净|掉|了)|(?:整改|清理|处理)(?:完了|好了|完毕|到位了)|明天(?:去|要|我)|准备|打算|计划(?:去|明)|记得|等会儿?去|改天|下次|听[说讲人]|别(?:再|把)|不要再|少了|没有了|不见了|比.{0,6}(?:好|少|强)|发机器人|你(?:去|来)?登记|会不会|应该|可能|估计/;

/** Done, meant for later, heard of, or guessed: whatever else is said. */
const ELSEWHEN =
  /(?:已经?|都已|全部?)(?:整改|清理|处理|修复|清|改|修|拆|换|解决|收拾)(?:完|好|到位|干净|掉|了)|(?:整改|清理|处理)(?:完了|好了|完毕|到位了)|明天(?:去|我)|准备|打算|计划(?:去|明)|等会儿?去|改天|下次|听[说讲人]|不见了|比.{0,6}(?:好|少|强)|发机器人|你(?:去|来)?登记/;

/** Something is wrong: said of no place, a thing alone (马甲到货了, 横幅做好了) is no problem. */
const WRONG =
  /没|不|无(?!障碍)|未|乱|破|坏|损|满|堆|脏|臭|占|停|倒|掉|塌|断|裂|缺|漏|堵|溢|挡|烂|脱|松|歪|翘|垂|裸|过期|褪|空|少|差|私|违|飞线|喷|漂|烧|抽烟|吸烟|遛|卖|摆|晾|晒|撒|扔|丢|坑|积|锈|灭|黑|污|垃圾|噪|扰|油烟|味|苍蝇|鼠|僵尸|旱厕|绳|睡|躺|逆行|闯|种菜|搭|小广告|牛皮癣|杂物|异味|狗|贴|吐/;
/** 交警抓了几个逆行的: what others have done. */
const TOLD_OF = /抓了|查了|罚了|处罚了|查处了|劝了|做好了|到货|印了|定在|改到|集合|演练|讲座|培训|发一下|发我/;

/** A question, not a polite order (能不能加个保洁) and not indignation (怎么还没人管). */
const ASKS =
  /[?]\s*$|吗\s*$|(?<!什)么\s*$|多少|哪[些个家里儿位]|谁(?:管|负责|的|来)|咋(?!还|又|都|老|这么|没)|啥(?:时候|情况)|(?:处理|解决|整改|修|弄|清|搞|换|拆)(?:好|完|掉)?了?没(?:有)?\s*$|怎么(?!还|又|都|老|这么|没)|是不是|(?<!看)有没有|什么时候|为什么/;

export const logs: ActRule = (facts) => {
  const { text, location, category, units, persons, isUrgent, images, hasUnitGroup, heard, explicitNo } = facts;
  if (text.startsWith('绑定')) return null;
  // 东湖街道整改率垫底: figures are no problems.
  if (facts.rates.length > 0 && images === 0) return null;
  const says = SAYS_LOG.test(text);
  const hasUnitsNamed = units.length > 0 || persons.length > 0;
  // Grumbling at the bot or at colleagues.
  if (location === null && /你们|凭什么|怎么又|怎么老/.test(text) && !says && !hasUnitsNamed) return null;
  const samePlace =
    heard.quote !== null &&
    /同一?个?(?:地方|位置|地点|点位|处|上|小区|路段)|再报|^(?:还有|另外)|这里头|这里面|单位(?:一样|同上|相同|照旧)/.test(
      text,
    );
  if (explicitNo || (facts.hasOwnNumbers && /^#?\d/.test(text)) || (facts.speaker === 'unit' && location === null))
    return null;
  // 看看谁管, with the units and the hurry said: told, not asked.
  const isAsked = ASKS.test(isUrgent && hasUnitsNamed ? text.replace(/(?:看看|看下|商量)?(?:归|是)?谁管/, '') : text);
  if (isAsked && !says) return null;
  if (isIdle(text) && !says) return null;
  // 把…全换了, with a unit: told to do, not done.
  const isTold = /把/.test(text) && (units.length > 0 || facts.deadline !== null);
  // 店招少了一个字，城管围起来: with a place and an order nothing got better by itself.
  const isOrdered = location !== null && (units.length > 0 || hasUnitGroup) && !ELSEWHEN.test(text);
  if (NOT_NOW.test(text) && !says && !isTold && !isOrdered && !isFixedOnSpot(text)) return null;
  const hasPlace = location !== null || samePlace;
  const hasOrders = units.length > 0 || persons.length > 0 || isUrgent || hasUnitGroup;
  if (TOLD_OF.test(text) && location === null && !says) return null;
  if (category !== null && !hasPlace && !says && !WRONG.test(text)) return null;
  if (category !== null) return hasPlace || hasOrders || images > 0 || (says && text.length > 5) ? 'issue.log' : null;
  return hasPlace && (says || (images > 0 && hasOrders) || (hasOrders && text.length >= 12)) && text.length > 6
    ? 'issue.log'
    : null;
};
