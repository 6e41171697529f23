/** 随口问事: what is for the asker to do or to look at, whether something has been done, taken or sent out. */
import { type Facts, isQuestion } from './facts.ts';
import { END, HOW_MANY, isAtPlace, restWithout } from './loose-words.ts';

// ---- 要我办的, 该核哪几个 ----

const MINE =
  '(?:派|交办?|分|转|发给|安排|指派|下派|派发)(?:给|到)?(?:了)?(?:几[个件条])?(?:给)?(?:我(?:们)?|咱们?|俺们?)|有没有(?:我|咱)们?的|(?:派|交办|分|转)(?:下|过)来的|给(?:我(?:们)?|咱们?)(?:新)?(?:派|交办|分|转)|(?:要|该|得|待|等着?|轮到|需要?)(?:我(?:们)?|咱们?|俺们?)|我(?:们)?(?:今天|现在|还)?(?:要|该|得|需要|应该)';
const WORK = '(?:干|办|做|弄|处理|整改|认领|签收?|派活|活儿?|新|任务|派单?|派的|来的)';
const FOR_ME = new RegExp(
  `${MINE}|新(?:派|来|任务|活)|(?:什么|啥|哪些)(?:事|活)?(?:还)?要(?:办|做|弄|处理|干)|今[天日](?:我|我们)?(?:要|该|得)(?:干|做|办)`,
);
const LOOK = '(?:核查|复核|核|看|验收?|去看|检查|跑)';
const LOOKS = new RegExp(
  `(?:[要该得去待]|等着?)(?:我|我们)?(?:去|来)?${LOOK}|报(?:上)?来的?[^,。]{0,3}核(?:查)?(?:完)?了?(?:没|吗)|没核(?:查)?的`,
);

/** What the asker is to look at. Read from the text alone, so that the command narrows its list by the same words. */
export const asksToLook = (text: string): boolean => LOOKS.test(text);

const besideMine = restWithout(`${MINE}|${WORK}|${LOOK}|${HOW_MANY}|有没有|[要该得等着待今天上来新吗没去完]`);
export const asksForMine = (facts: Facts): boolean => {
  const { text, speaker } = facts;
  if (!FOR_ME.test(text) && !(LOOKS.test(text) && speaker !== 'unit')) return false;
  const isAsked = isQuestion(text) || /(?:没|的)[?。\s]*$/.test(text);
  return isAsked && besideMine(facts) === '';
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

const besideDue = restWithout(`${DONE_WORDS}|到期`);
const besideDeed = restWithout(DONE_WORDS);
const besideThing = restWithout(`${DONE_WORDS}|结果`);
export function asksWhetherDone(facts: Facts): string | null {
  const { text, units, speaker } = facts;
  const isResult = MY_LOG.test(text) && RESULT.test(text);
  if (!WHETHER_DONE.test(text) && !isResult) return null;
  if (/到期/.test(text)) return besideDue(facts) === '' ? 'query.due' : null;
  const isOwn = MY_LOG.test(text) && speaker !== 'unit';
  if (isAtPlace(facts) || isOwn) return besideThing(facts).length <= LONGEST_THING ? 'query.list' : null;
  const isOfUnits = units.length > 0 || facts.ownUnit !== null || facts.period !== null;
  return isOfUnits && besideDeed(facts) === '' ? 'query.rate' : null;
}

const TAKEN =
  '(?:认领|签收|接单?|接手|领走?|领取|领)(?:完|走)?(?:了)?(?:没有?|吗|么)|有(?:没有)?人(?:来)?(?:认领|接|领|管)(?:了)?(?:吗|没有?)?';
const GIVEN = '派|交办|发|下|登记?|报|分|出去?|下去';
const ENDS_IN_TAKEN = new RegExp(`(?:${TAKEN})${END}`);
const besideTaken = restWithout(`${TAKEN}|${GIVEN}|有人|没人`);
export const asksWhetherTaken = (facts: Facts): boolean => ENDS_IN_TAKEN.test(facts.text) && besideTaken(facts) === '';

// ---- 通报发了吗, 谁在值班 ----

export const PAPER_OUT =
  /(?:日报|周报|月报|专报|简报|通报)(?:都|已经?)?(?:发|出|写|做|弄|起草|签发?)(?:好|完|出)?(?:来|去)?(?:了)?(?:没有?|吗|么)[?。\s]*$/;
export const ON_DUTY =
  /^[^,。]{0,6}(?:谁|哪些人|哪位)(?:今天|现在)?(?:在)?值(?:班|守|勤)(?:的)?(?:呢|啊|人)?[?。\s]*$|值班(?:的)?(?:是)?谁[?。\s]*$/;
