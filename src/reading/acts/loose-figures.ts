/** 随口问数: how it stands, who is ahead or behind, better or worse than before, how many are left. */
import { comparedIn } from '../comparing.ts';
import { type Facts, isQuestion } from './facts.ts';
import { END, HOW_MANY, restWithout, TELL_ME } from './loose-words.ts';

const HOW = '(?:怎么?样|咋(?:么)?样|咋的|怎样|如何|好不好|行不行)';
const WHAT =
  '(?:什么|啥)(?:情况|进展|进度|状况|程度|地步|样子?|水平|局面|形势)|到哪(?:一?步|儿)?|(?:到|处在?)?(?:什么|啥)阶段|(?:有没有|有)(?:什么|啥|点)?(?:新)?(?:进展|起色|变化|动静)(?:没有?|吗)?';
const HOW_IT_STANDS = new RegExp(`(?:${HOW}|${WHAT})${END}`);
/** 说说城管局的情况, 进展汇报一下. */
const TOLD_TO_TELL = new RegExp(
  `^(?=.*${TELL_ME}).*(?:情况|进度|进展|形势|状况|近况)(?:给?我?${TELL_ME}(?:听听)?)?${END}|(?:全[市区县]|整体|总体|[周月年日天])(?:的)?(?:整改)?(?:情况|进度|进展)${END}`,
);

const HOW_ALONE = new RegExp(`${HOW}|[\\s\\p{P}了啦呢啊呀]`, 'gu');
const besideHow = restWithout(`${HOW}|${WHAT}|几[个件条处]|听听|来[说看讲]|^\\s*[把将]`);
export function asksHowItStands(facts: Facts): boolean {
  const { text, units, hasUnitGroup } = facts;
  // 住建局把情况汇报一下: told to a unit.
  if (/汇报|报一?下/.test(text) && (units.length > 0 || hasUnitGroup) && !/的(?:情况|进度|进展)/.test(text))
    return false;
  if (!HOW_IT_STANDS.test(text) && !TOLD_TO_TELL.test(text)) return false;
  // 怎么样 alone is about what was said before.
  return text.replace(HOW_ALONE, '') !== '' && besideHow(facts).length <= mayBeOf(facts);
}

/** The words for a kind of problem or of site stay in the rest: 占道经营这块, 公厕的问题. */
const mayBeOf = ({ categories, siteTypes }: Facts): number => (categories.length + siteTypes.length > 0 ? 6 : 0);

// ---- 谁拖后腿, 谁最好 ----

const KIND = '(?:责任)?(?:单位|部门|街道|乡镇|镇|局|组|点位|小区|社区|市场|路段?|街|学校|公园)';
/** 哪里不行 asks what is wrong, and of nobody. */
const WHO = `(?:谁(?:家)?|哪(?:[个些家条]|一[个家]|几[个家])(?:${KIND})?|哪${KIND})`;
const LOW =
  '拖(?:了)?(?:全[市区县])?(?:的)?后腿|落(?:在)?后(?:面|头)?|垫底|掉队|倒数(?:第一)?|末位|靠后|跟不上|差劲|拉胯|[最比较很]?(?:差|慢|不行|不好|不力|靠后)|干不好';
const HIGH = '领先|靠前|强|[跑排走]?(?:在)?(?:最)?前(?:面|头|列)|突出|[最比较]?(?:好|快)|第一|冒尖|带头';
const PLACED = new RegExp(`(?:${LOW}|${HIGH})`);
const WHETHER = '是不是|是否|有没有|算不算|又|比';

const ASKS_WHO = new RegExp(WHO);
const ASKS_WHETHER = new RegExp(`${WHETHER}|(?:吗|没有?)${END}`);
const besideWho = restWithout(`${WHO}|${LOW}|${HIGH}|${WHETHER}|[最比较很]`);
export function asksWhoIsBest(facts: Facts): boolean {
  const { text, units, ownUnit } = facts;
  if (!PLACED.test(text) || !isQuestion(text)) return false;
  const hasWho = ASKS_WHO.test(text);
  const isOfOne = (units.length > 0 || ownUnit !== null) && ASKS_WHETHER.test(text);
  return (hasWho || isOfOne) && besideWho(facts) === '';
}

// ---- 比上周怎么样 ----

const CHANGED =
  '环比|同比|相比|对比|[比较]|[多少好差高低快慢强弱](?:[一]?[点些])?|还是|变化|进步|退步|提高|下降|提升|上升|起色';

const HOW_CHANGED = new RegExp(`(?:${HOW}|[好多少差]了?(?:没|吗))${END}`);
const besideChange = restWithout(`${HOW}|${CHANGED}|[上下这本](?:个|一)?(?:周|星期|礼拜|月)|昨[天日]|今[天日]`);
export const asksChange = (facts: Facts): boolean =>
  comparedIn(facts.text, facts.heard.sentAt) !== null &&
  (isQuestion(facts.text) || HOW_CHANGED.test(facts.text)) &&
  besideChange(facts).length <= mayBeOf(facts);

// ---- 还差几件, 总共多少 ----

const LEFT = '还?(?:剩(?:下|余)?|差|欠|缺|余下?)';
const UNDONE =
  '(?:没(?:有)?(?:人)?|未)(?:整改|完成|弄完?|做完?|干完?|整完|办完?|改完?|搞完?|搞定|处理完?|清完?|解决|动|过|销号?|落实|管)';
const WHAT_IS_LEFT = new RegExp(`(?:${LEFT}|还有)(?:的)?(?:${HOW_MANY})|(?:${HOW_MANY})[^,。]{0,3}${UNDONE}|还挂着`);
const besideRest = restWithout(`${LEFT}|${HOW_MANY}|${UNDONE}|挂着|还有`);
export const asksWhatIsLeft = (facts: Facts): boolean => WHAT_IS_LEFT.test(facts.text) && besideRest(facts) === '';

const TOTAL = '总共|一共|合计|总计|总数|总量|拢共|累计|新增|查出|发现|交办|登记|上报|派(?:出去?)?|受理';
const IN_TOTAL = new RegExp(TOTAL);
const ENDS_IN_COUNT = new RegExp(`(?:${HOW_MANY})${END}`);
const besideTotal = restWithout(`${TOTAL}|${HOW_MANY}`);
export const asksTotal = (facts: Facts): boolean =>
  IN_TOTAL.test(facts.text) &&
  ENDS_IN_COUNT.test(facts.text) &&
  !/什么|啥/.test(facts.text) &&
  besideTotal(facts) === '';

/** 完成了多少, 我们离100%还差多少: the rate says what is done and what is still to be. */
const HOW_FAR = new RegExp(
  `离(?:100%?|百分之百|目标)[^,。]{0,4}差(?:多少|几[个件])|(?:完成|整改|改|弄|办)(?:完|好)?了(?:多少|几成)|有多少(?:已经?)?(?:完成|整改|改|弄|办)(?:完|好)?了${END}`,
);
const besideHowFar = restWithout(`离|100%?|百分之百|目标|差|多少|几[个件成]|完成|[完好]`);
export const asksHowFar = (facts: Facts): boolean => HOW_FAR.test(facts.text) && besideHowFar(facts) === '';
