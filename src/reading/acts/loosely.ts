/**
 * 随口问: officials learn no syntax. Whom or where or when, and one word that asks: 怎么样, 拖后腿, 还差几件, 要我办, 弄好了没. Asked last, where
 * no other rule has understood the message, and only where every word is one such questions are made of: they change nothing, yet an
 * answer that nobody asked for is worse than none.
 */
import { comparedIn } from '../comparing.ts';
import { type ActRule, type Facts, isQuestion } from './facts.ts';
import { isPlainlyAsked, leftOf, TELL_ME } from './loose-words.ts';

const END = '(?:了|啦|呢|啊|呀|吧|哦|的)*[?。!\\s]*$';

// ---- 怎么样 ----

const HOW = '(?:怎么?样|咋(?:么)?样|咋的|怎样|如何|好不好|行不行)';
const WHAT =
  '(?:什么|啥)(?:情况|进展|进度|状况|程度|地步|样子?|水平|局面|形势)|到哪(?:一?步|儿)?|(?:到|处在?)?(?:什么|啥)阶段|(?:有没有|有)(?:什么|啥|点)?(?:新)?(?:进展|起色|变化|动静)(?:没有?|吗)?';
const HOW_IT_STANDS = new RegExp(`(?:${HOW}|${WHAT})${END}`);
/** 说说城管局的情况, 进展汇报一下. */
const TOLD_TO_TELL = new RegExp(
  `^(?=.*${TELL_ME}).*(?:情况|进度|进展|形势|状况|近况)(?:给?我?${TELL_ME}(?:听听)?)?${END}|(?:全[市区县]|整体|总体|[周月年日天])(?:的)?(?:整改)?(?:情况|进度|进展)${END}`,
);

function asksHowItStands(facts: Facts): boolean {
  const { text, units, hasUnitGroup } = facts;
  // 住建局把情况汇报一下: told to a unit.
  if (/汇报|报一?下/.test(text) && (units.length > 0 || hasUnitGroup) && !/的(?:情况|进度|进展)/.test(text))
    return false;
  if (!HOW_IT_STANDS.test(text) && !TOLD_TO_TELL.test(text)) return false;
  // 怎么样 alone is about what was said before.
  const rest = text.replace(new RegExp(`${HOW}|[\\s\\p{P}了啦呢啊呀]`, 'gu'), '');
  return rest !== '' && leftOf(facts, `${HOW}|${WHAT}|几[个件条处]|听听|来[说看讲]`).length <= mayBeOf(facts);
}

/** The words for a kind of problem or of site stay in the rest: 占道经营这块, 公厕的问题. */
const mayBeOf = ({ categories, siteTypes }: Facts): number => (categories.length + siteTypes.length > 0 ? 6 : 0);

// ---- 谁拖后腿, 谁最好 ----

const WHO =
  '(?:谁(?:家)?|哪(?:[个些家条]|一[个家]|几[个家])?(?:责任)?(?:单位|部门|街道|乡镇|镇|局|组|点位|小区|社区|市场|路段?|街|学校|公园)?)';
const LOW =
  '拖(?:了)?(?:全[市区县])?(?:的)?后腿|落(?:在)?后(?:面|头)?|垫底|掉队|倒数(?:第一)?|末位|靠后|跟不上|差劲|拉胯|[最比较很]?(?:差|慢|不行|不好|不力|靠后)|干不好';
const HIGH = '领先|靠前|强|跑?(?:在)?(?:最)?前(?:面|头|列)|突出|[最比较]?(?:好|快)|第一|冒尖|带头';
const PLACED = new RegExp(`(?:${LOW}|${HIGH})`);
const WHETHER = '是不是|是否|有没有|算不算|又|比';

function asksWhoIsBest(facts: Facts): boolean {
  const { text, units, ownUnit } = facts;
  if (!PLACED.test(text) || !isQuestion(text)) return false;
  const hasWho = new RegExp(WHO).test(text);
  const isOfOne = (units.length > 0 || ownUnit !== null) && new RegExp(`${WHETHER}|(?:吗|没有?)${END}`).test(text);
  return (hasWho || isOfOne) && leftOf(facts, `${WHO}|${LOW}|${HIGH}|${WHETHER}|[最比较很]`) === '';
}

// ---- 比上周怎么样 ----

const CHANGED =
  '环比|同比|相比|对比|[比较]|[多少好差高低快慢强弱](?:[一]?[点些])?|还是|变化|进步|退步|提高|下降|提升|上升|起色';

const asksChange = (facts: Facts): boolean =>
  comparedIn(facts.text, facts.heard.sentAt) !== null &&
  (isQuestion(facts.text) || new RegExp(`(?:${HOW}|[好多少差]了?(?:没|吗))${END}`).test(facts.text)) &&
  leftOf(facts, `${HOW}|${CHANGED}|[上下这本](?:个|一)?(?:周|星期|礼拜|月)|昨[天日]|今[天日]`).length <= mayBeOf(facts);

// ---- 还差几件, 总共多少 ----

const HOW_MANY = '多少(?:[个件条处项])?|几[个件条处项]|(?:什么|啥)|哪(?:些|几[个件条处项])';
const LEFT = '还?(?:剩(?:下|余)?|差|欠|缺|余下?)';
const UNDONE =
  '(?:没(?:有)?(?:人)?|未)(?:整改|完成|弄完?|做完?|干完?|办完?|改完?|搞完?|搞定|处理完?|清完?|解决|动|过|销号?|落实|管)';
const WHAT_IS_LEFT = new RegExp(`(?:${LEFT}|还有)(?:的)?(?:${HOW_MANY})|(?:${HOW_MANY})[^,。]{0,3}${UNDONE}|还挂着`);
const asksWhatIsLeft = (facts: Facts): boolean =>
  WHAT_IS_LEFT.test(facts.text) && leftOf(facts, `${LEFT}|${HOW_MANY}|${UNDONE}|挂着|还有`) === '';

const TOTAL = '总共|一共|合计|总计|总数|总量|拢共|累计|新增|查出|发现|交办|登记|上报|派(?:出去?)?|受理';
const asksTotal = (facts: Facts): boolean =>
  new RegExp(TOTAL).test(facts.text) &&
  new RegExp(`(?:${HOW_MANY})${END}`).test(facts.text) &&
  !/什么|啥/.test(facts.text) &&
  leftOf(facts, `${TOTAL}|${HOW_MANY}`) === '';

// ---- 要我办的, 派给我们的, 该核哪几个 ----

const MINE =
  '(?:派|交办?|分|转|发给|安排|指派|下派|派发)(?:给|到)?(?:了)?(?:几[个件条])?(?:给)?(?:我(?:们)?|咱们?|俺们?)|有没有(?:我|咱)们?的|(?:派|交办|分|转)(?:下|过)来的|给(?:我(?:们)?|咱们?)(?:新)?(?:派|交办|分|转)|(?:要|该|得|待|等着?|轮到|需要?)(?:我(?:们)?|咱们?|俺们?)|我(?:们)?(?:今天|现在|还)?(?:要|该|得|需要|应该)';
const WORK = '(?:干|办|做|弄|处理|整改|认领|签收?|派活|活儿?|新|任务|派单?|派的|来的)';
const FOR_ME = new RegExp(`${MINE}|新(?:派|来|任务|活)|今[天日](?:我|我们)?(?:要|该|得)(?:干|做|办)`);
const LOOK = '(?:核查|复核|核|看|验收?|去看|检查|跑)';
const LOOKS = new RegExp(
  `(?:要|该|得|等着?|待)(?:我|我们)?(?:去|来)?${LOOK}|报(?:上)?来的?[^,。]{0,3}核(?:查)?(?:完)?了?(?:没|吗)|没核(?:查)?的`,
);

/** What the asker is to look at. Read from the text alone, so that the command narrows its list by the same words. */
export const asksToLook = (text: string): boolean => LOOKS.test(text);

const asksForMine = (facts: Facts): boolean => {
  const { text, speaker } = facts;
  if (!FOR_ME.test(text) && !(LOOKS.test(text) && speaker !== 'unit')) return false;
  const isAsked = isQuestion(text) || /(?:没|的)[?。\s]*$/.test(text);
  return isAsked && leftOf(facts, `${MINE}|${WORK}|${LOOK}|${HOW_MANY}|有没有|[要该得等着待今天上来新吗没去完]`) === '';
};

// ---- 弄好了没, 认领了吗 ----

const DEED =
  '(?:整改|整治|处理|解决|清理|清掉?|清运|收拾|打扫|改|弄|搞|修|换|拆|补|搬|挪|拖|撤|动|办|做|落实|完成|恢复|销号?|搞定|了结|管|擦|扫|铺|装)';
const WHETHER_DONE = new RegExp(`${DEED}(?:好|完|掉|定|干净|到位|走|动)?(?:了|过)?(?:没有?|吗|么|不)${END}`);
const DONE_WORDS = `${DEED}|[好完掉定净走位动]|干净|到位`;
/** After a place, the thing there may be anything: 长椅修好了吗. */
const LONGEST_THING = 8;
const RESULT = new RegExp(`有(?:没有)?(?:结果|回音|下文|消息)了?(?:吗|没有?)?${END}`);
/** 我报的, 我昨天登的. */
const MY_LOG = /^我(?!们)[^,。]{0,4}(?:报|登|录|发现|查)(?:记|到|上报)?的/;

function asksWhetherDone(facts: Facts): string | null {
  const { text, units, speaker } = facts;
  const isResult = MY_LOG.test(text) && RESULT.test(text);
  if (!WHETHER_DONE.test(text) && !isResult) return null;
  if (/到期/.test(text)) return leftOf(facts, `${DONE_WORDS}|到期`) === '' ? 'query.due' : null;
  const isOwn = MY_LOG.test(text) && speaker !== 'unit';
  if (isAtPlace(facts) || isOwn)
    return leftOf(facts, `${DONE_WORDS}|结果`).length <= LONGEST_THING ? 'query.list' : null;
  const isOfUnits = units.length > 0 || facts.ownUnit !== null || facts.period !== null;
  return isOfUnits && leftOf(facts, DONE_WORDS) === '' ? 'query.rate' : null;
}

/** A unit is no place, though its name may be one. */
const isAtPlace = ({ units, sites, siteTypes, location }: Facts): boolean =>
  sites.length > 0 || (location !== null && units.length === 0 && siteTypes.length === 0);

/** 完成了多少, 我们离100%还差多少: the rate says what is done and what is still to be. */
const HOW_FAR = new RegExp(
  `离(?:100%?|百分之百|目标)[^,。]{0,4}差(?:多少|几[个件])|(?:完成|整改|改|弄|办)(?:完|好)?了(?:多少|几成)|有多少(?:已经?)?(?:完成|整改|改|弄|办)(?:完|好)?了${END}`,
);
const asksHowFar = (facts: Facts): boolean =>
  HOW_FAR.test(facts.text) && leftOf(facts, `离|100%?|百分之百|目标|差|多少|几[个件成]|完成|[完好]`) === '';

const TAKEN =
  '(?:认领|签收|接单?|接手|领走?|领取|领)(?:完|走)?(?:了)?(?:没有?|吗|么)|有(?:没有)?人(?:来)?(?:认领|接|领|管)(?:了)?(?:吗|没有?)?';
const GIVEN = '派|交办|发|下|登记?|报|分|出去?|下去';
const asksWhetherTaken = (facts: Facts): boolean =>
  new RegExp(`(?:${TAKEN})${END}`).test(facts.text) && leftOf(facts, `${TAKEN}|${GIVEN}|有人|没人`) === '';

// ---- 通报发了吗, 谁在值班 ----

const PAPER_OUT =
  /(?:日报|周报|月报|专报|简报|通报)(?:都|已经?)?(?:发|出|写|做|弄|起草|签发?)(?:好|完|出)?(?:来|去)?(?:了)?(?:没有?|吗|么)[?。\s]*$/;
const ON_DUTY =
  /^[^,。]{0,6}(?:谁|哪些人|哪位)(?:今天|现在)?(?:在)?值(?:班|守|勤)(?:的)?(?:呢|啊|人)?[?。\s]*$|值班(?:的)?(?:是)?谁[?。\s]*$/;

/** One state, one place or one unit asked after in words of every day. */
export const asksLoosely: ActRule = (facts) => {
  if (!isPlainlyAsked(facts)) return null;
  const { text, speaker } = facts;
  if (PAPER_OUT.test(text) && facts.units.length === 0) return 'help';
  if (ON_DUTY.test(text)) return 'duty.query';
  if (asksChange(facts)) return 'query.rate';
  if (asksWhoIsBest(facts)) return 'query.ranking';
  if (asksForMine(facts)) return 'query.todo';
  if (asksWhetherTaken(facts)) return 'query.list';
  if (asksHowFar(facts)) return 'query.rate';
  if (asksTotal(facts)) return 'query.stats';
  if (asksWhatIsLeft(facts)) return speaker === 'unit' && isOfAsker(facts) ? 'query.todo' : 'query.list';
  if (asksHowItStands(facts)) return subjectOf(facts);
  return asksWhetherDone(facts);
};

/** Of nobody else than the asker: 还剩几件 said by a unit. */
export const isOfAsker = ({ text, units, sites, location, period, persons, heard }: Facts): boolean =>
  !/全?[市区县]/.test(text) &&
  units.every((unit) => unit === heard.sender?.unit) &&
  sites.length === 0 &&
  location === null &&
  period === null &&
  persons.length === 0;

function subjectOf(facts: Facts): string {
  if (isAtPlace(facts) || facts.persons.length > 0) return 'query.list';
  return facts.team === null ? 'query.rate' : 'query.stats';
}

/** 进度如何, 搞得怎样: after the state, not after how something is done. */
export const asksState = (facts: Facts): boolean => isPlainlyAsked(facts) && asksHowItStands(facts);
/** 那几个问题都改了吗: after deeds, no figure. */
export const asksDeed = (facts: Facts): boolean => isPlainlyAsked(facts) && asksWhetherDone(facts) !== null;
/** 还剩几件: of a unit’s own. */
export const asksOwnRest = (facts: Facts): boolean =>
  facts.speaker === 'unit' && isPlainlyAsked(facts) && asksWhatIsLeft(facts) && isOfAsker(facts);
