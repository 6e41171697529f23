/** Questions after figures and lists. They change nothing. */
import { dayOf } from '../../domain/shanghai.ts';
import { comparedIn } from '../comparing.ts';
import { asksFor, isBare } from './asking.ts';
import { asksDeed, asksOwnRest } from './loosely.ts';
import { type ActRule, type Facts, isIdle, isQuestion } from './facts.ts';

const LISTS =
  /哪些|哪几|[发给]我|列|清单|名单|明细|有没有|(?<![检督核巡抽])查|看|多少|几[个件条]|盘点|梳理|汇总|情况|导出/;
const RANKS =
  /排(?:个|一下)?(?:名|行|序|队|列)|排一排|最(?:久|长|扎堆|集中|突出|厉害|严重|拖拉|差劲)|老几|前[\d一二三四五六七八九十]+后[\d一二三四五六七八九十]+|[从由][高低多少大好差快慢][到至往][高低多少小好差快慢]|名次|[红黑]榜|光荣榜|最[多少高低差好慢快后前](?!近)|垫底|末位|倒数|(?<![之以目提])前(?:\d+|[一二三四五六七八九十]+)(?:名|位|类|家|个|$|的(?!问题))|(?<![之以今最然过往背])后(?:\d+|[一二三四五六七八九十]+)(?:名|位|家|的(?!问题))|第一名?的?(?:是|单位)|排第[几一二三]|排(?:在)?(?:全市)?第?多少|倒着排|排一下|第几名|龙虎榜/;
/** 谁家超期多, 哪个街道反弹率高: who of them is the highest; 谁第一. */
const WHO_IS_MOST =
  /(?:谁(?:家)?|哪[一几]?(?:个|些|家|类|条|位)?(?:单位|部门|街道|乡镇|镇|局|组|点位|小区|类别|类)?)(?:的)?[^,。?]{0,8}?(?:(?<![多最])[高低多少好差快慢](?:一些|一点|些|点)?|第一)[\s?。]*$/;

/** A claim about a figure is not a question after it: 整改率98%, 整改率必须达到95%. */
const claims = (text: string): boolean =>
  /\d+(?:\.\d+)?\s?%|百分之/.test(text) ||
  /(?:必须|务必|一定要|力争|争取|确保|要求|提高|提升|达到|[不能]?低于\d|不能低于|上去|冲刺|拉低|拖后腿|影响|再不|保持|保住|松劲|比.{1,10}[高低好差]|[高低升降]了|上升|下降|回落|提上)/.test(
    text,
  );

export const asksRanking: ActRule = (facts) => {
  const { text, rates } = facts;
  const asksMost = WHO_IS_MOST.test(text) && (rates.length > 0 || /超期|逾期|反弹|问题|[改销办][的了]?/.test(text));
  if (!RANKS.test(text) && !asksMost) return null;
  if ((claims(text) && !isQuestion(text)) || !asksFor(facts)) return null;
  if (
    !isQuestion(text) &&
    /加油|请客|(?<![类级区分个])别|不要|[进上登]了?[红黑]榜|进榜|恭喜|继续|要(?:加|抓|注意|努)|靠后的要|又是/.test(text)
  )
    return null;
  if (/第一时间|最[晚迟]/.test(text) && !/排名|榜/.test(text)) return null;
  const hasSubject =
    /^[^,。;]{0,6}[前后](?:\d+|[一二三四五六七八九十])(?:名|位)[?。\s]*$/.test(text) ||
    /(?:垫底|末位|倒数).{0,4}谁|谁(?:家)?.{0,4}(?:垫底|末位|倒数)/.test(text) ||
    rates.length > 0 ||
    /单位|街道|乡镇|镇|部门|局|社区|问题|类|拖|欠|超期|逾期|反弹|点位|排名|排行|名次|榜|整改|我们|咱|第[几一]|谁/.test(
      text,
    );
  return hasSubject ? 'query.ranking' : null;
};

/** 比上周提高了多少, 整改率环比, 跟上个月比: two periods of a rate. 比上周好多了 is praise. */
const asksChange = ({ text, rates, heard }: Facts): boolean =>
  comparedIn(text, heard.sentAt) !== null &&
  (rates.length > 0 || /提高|提升|上升|下降|变化|涨|升了|降了|整改/.test(text)) &&
  (isQuestion(text) || /(?:对|相)?比(?:一?下)?[\s。]*$|环比(?:[^,。高低升降]{0,6})$|变化(?:情况)?[\s。]*$/.test(text));

export const asksRate: ActRule = (facts) => (asksChange(facts) ? 'query.rate' : asksOneRate(facts));

const asksOneRate: ActRule = (facts) => {
  const { text, rates, units, hasUnitGroup, period, sites, siteTypes, issueNos, hasOwnNumbers } = facts;
  if (rates.length > 0)
    return ((claims(text) || isIdle(text)) && !isQuestion(text)) || !asksFor(facts) ? null : 'query.rate';
  if (hasOwnNumbers && issueNos.length > 0) return null;
  const asksHowFar =
    /整改(?:完成)?(?:情况|进度|进展|成效|得?怎么?样|得?咋样?|得?如何|到哪)|(?:完成|办理)情况$|(?:改|销|办)了?(?:几成|多少成|百分之几)/.test(
      text,
    );
  if (/报送|上报|反馈|请各|汇报|(?:我们?|明天|等会儿?)[^,。]{0,4}去看/.test(text)) return null;
  const isShort = text.length <= 24 && !/[,。;]/.test(text);
  return asksHowFar &&
    isShort &&
    (units.length > 0 ||
      hasUnitGroup ||
      period !== null ||
      sites.length + siteTypes.length > 0 ||
      /我们|咱|俺|各|全[市区县]|总体|整体/.test(text)) &&
    !claims(text)
    ? 'query.rate'
    : null;
};

const OURS =
  /(?:^|[\s,。]|还有|查|看|列)(?:局|单位|办|中心|街道|镇|社区|公司|大队|院|所|队)里|手[头上里]|我的|我(?:这边|这儿|这里|手上|手里|手头|名下)?(?:还)?(?:有|剩)|我(?:今[天日]|明[天日]|现在|这周|本周)?(?:还)?[得要该]|(?:该|要|得|待|等着?|轮到)(?:我|咱)|名下|我们(?!看|去)|我(?:局|单位|办|中心|街道|镇|社区|公司|大队|委)|本(?:单位|局|街道|镇|人)|咱们?|俺们?/;
const UNDONE =
  /待办|没(?:有)?(?:整?改|弄|办|处理|完|销|核|搞|做|干|了结|动|交(?:差|卷|账)|了账)|未(?:整改|办|完成|销号|处理|核查|认领)|(?:要|该|得|等|待|轮到|需要?)(?:我们?|咱们?|去|来)*(?:办|处理|核查?|复核|整改|弄|做|审)|待(?:我)?(?:核查|复核|整改|处理|认领|销号)|待我|在办|剩|压着|欠着?|(?<!生|灵|快|干)活(?!动)/;

/** 申诉, 延期, 挂账 as something handed in. */
const REQUEST = /申诉|延期|(?:挂账|延期)?申请|挂账(?=申请|待|没批)|审批|裁定/;
const AWAITS =
  /(?:等|待|要|该|需要?)(?:着)?(?:我|我们|创城办)?(?:来|去)?(?:批|审|裁|定夺|拍板|确认|签(?!发|字))|(?:没|未|待|等)(?:有)?(?:着)?(?:人)?(?:批|审|裁|处理|答复|办)/;

/** 有哪些申诉和延期等我批, 还有多少延期没批, 谁申请延期了, 待审批. */
function asksRequests(facts: Facts): boolean {
  const { text } = facts;
  if (hasUnits(facts) || facts.rates.length > 0 || /任务|资料|材料|留言/.test(text)) return false;
  if (REQUEST.test(text) && AWAITS.test(text)) return asksFor(facts) || /的[\s。]*$|^[没未待等](?!.*[,。])/.test(text);
  if (/(?:等|待|要|该)(?:着)?(?:我|我们)(?:来|去)?(?:批|审|裁|定夺|拍板|签(?!发|字))/.test(text))
    return isQuestion(text) || isBare(facts);
  return (
    facts.speaker === 'office' &&
    REQUEST.test(text) &&
    text.length <= 16 &&
    /(?:谁|有人|哪[些几个家]|几[个件家]).{0,6}(?:申诉|申请|延期)|(?:申诉|申请)(?:的)?(?:有|都)?(?:哪些|几[个件])/.test(
      text,
    )
  );
}

export const asksTodo: ActRule = (facts) => {
  const { text, issueNos, hasOwnNumbers, speaker } = facts;
  if (hasOwnNumbers && issueNos.length > 0) return null;
  if (
    /^(?:查?看?一?下?)?(?:我的|我们?(?:单位|局)?的?|本单位)?待办(?:事项|清单|列表|问题)?[\s?。!吗呢]*$|我的待办|待办.{0,4}(?:哪些|什么|多少|有|清单)/.test(
      text,
    )
  )
    return 'query.todo';
  if (asksRequests(facts) || asksOwnRest(facts)) return 'query.todo';
  if (/^\S{2,8}(?:的)?待办[\s?。]*$/.test(text)) return 'query.todo';
  if (!asksFor(facts)) return null;
  if (/超期|逾期|到期|率|排|任务|资料|材料|留言/.test(text)) return null;
  if (/待核查|等(?:着|待)?核查|等我(?:去|来)?核查|待我/.test(text) && !hasUnits(facts)) return 'query.todo';
  if (
    (speaker === 'inspector' || speaker === 'office') &&
    /(?:等|待|要|该)(?:着)?我(?:们)?(?:去|来)?(?:看|瞧|复?核|验)/.test(text) &&
    isQuestion(text) &&
    !hasUnits(facts)
  )
    return 'query.todo';
  if (speaker === 'inspector' && /(?:没|未|待)(?:有)?核查/.test(text) && !hasUnits(facts)) return 'query.todo';
  if (/我(?:的|名下|手上|手里|手头|这边).{0,6}(?:几[件个条]|哪些|什么)/.test(text)) return 'query.todo';
  return OURS.test(text) &&
    UNDONE.test(text) &&
    (isBare(facts) || /[?]|哪[些几个]|什么|几|多少|啥|吗|清单|列|没$/.test(text))
    ? 'query.todo'
    : null;
};

const hasUnits = ({ units, hasUnitGroup }: Facts): boolean => units.length > 0 || hasUnitGroup;

/** The days asked about are still to come. */
const isAhead = ({ period, heard }: Facts): boolean => period !== null && period.to >= dayOf(heard.sentAt);

const FALLS_DUE =
  /(?:快|要|将|即将|马上)(?:要)?(?:到期|到点|超期|逾期|过期|到时限)|(?<!没|未)到期|临期|截止(?=的|[\s?。]*$)|到时限/;
const IS_LATE =
  /超期|逾期|过期|超时(?!限)|(?:几|哪|多少)[^,。]{0,4}超了|(?:过|超)了?(?:时限|期限)|到期(?:还)?(?:未|没)|拖[了过]?(?:\d+|[一二两三四五六七八九十]+)[天日周]/;

export const asksOverdue: ActRule = (facts) => {
  const { text, issueNos, hasOwnNumbers, speaker, counts } = facts;
  if ((hasOwnNumbers && issueNos.length > 0) || speaker === 'citizen' || /任务|资料|材料/.test(text)) return null;
  if (FALLS_DUE.test(text) && !/已(?:经)?(?:到期|超期|逾期)|到期(?:未|没|不)/.test(text)) {
    const isNoted = /的(?:问题)?[\s。!]*$|问题$|提醒|^\S{0,6}到期[\s。]*$/.test(text);
    if (/(?<!有)没(?:有)?(?:快|要)?到期的?[。!]*$/.test(text)) return null;
    return asksFor(facts) || LISTS.test(text) || isNoted ? 'query.due' : null;
  }
  if (/该(?:交|完成|办|整?改|弄|销)|要交|轮到/.test(text) && isAhead(facts) && isQuestion(text)) return 'query.due';
  // 没整改的多少，超期的又有多少: two figures, not a list.
  if (/多少|几[个件条]/.test(text) && counts.length > 1) return null;
  if (!IS_LATE.test(text) || claims(text)) return null;
  const isAsked =
    asksFor(facts) ||
    LISTS.test(text) ||
    /^(?!又|再|别|老|总)\S{0,10}(?:超期|逾期)(?:未整改|未办|未销号|未完成)*(?:\S{0,4}[天周日月]\S{0,3})?的?(?:问题)?[\s。!]*$/.test(
      text,
    );
  return isAsked &&
    !/怎么(?:又|还|老)|不要超期|别超期|防止|避免|会超期吗|会不会|为什么|(?<!有)没(?:有)?超期的?[。!]*$/.test(text)
    ? 'query.overdue'
    : null;
};

export const asksStats: ActRule = (facts) => {
  const { text, issueNos, hasOwnNumbers, rates, team } = facts;
  if ((hasOwnNumbers && issueNos.length > 0) || rates.length > 0 || claims(text)) return null;
  const asks =
    /多少|多不多|几[个件条处起宗类]|按照?(?:问题)?类|(?:按照?|分)(?:问题)?(?:类型|类别|种类|来源|点位|单位|街道|部门)|统计|汇总|分布|总数|总量|数量|占比|各(?:有|类|单位|街道|乡镇|点位)?.{0,4}(?:多少|几)|数据|(?:问题|登记|发现|点位|销号|整改|新增|反弹|超期)(?:总)?数(?:量)?|数一数|次数/.test(
      text,
    );
  const aboutProblems =
    (facts.categories.length > 0 && /(?:有|共|是)?多少(?:起|件|处|个|宗|例)|[有共]几[起件处个宗例]/.test(text)) ||
    /问题|毛病|点位|反弹|登记|上报|发现|查出|交办|新增|新报|[报登录]了?(?=几|多少)|地方|销号|整改|占道|乱停|垃圾|类|[销改清]了|[查跑走]了(?=几|多少)|还[欠剩]|没(?:有)?[销办弄清]|没改|未改|隐患|督查情况|四查|来源|类别|(?:按|分)(?:点位|单位|街道|部门)/.test(
      text,
    );
  if ((facts.persons.length > 0 && /哪几/.test(text)) || asksDeed(facts)) return null;
  // 老大难还剩几个, 报整改的有几个: a list, narrowed by how they stand.
  if (/老大难|报了?整改的/.test(text) && !/率|统计|分布/.test(text)) return null;
  if (/多少钱|多少人|几个人|几点|多少次|几次|多少天|几天|多少年/.test(text)) return null;
  if (
    (team !== null || /各(?:督查)?组/.test(text)) &&
    /(?:情况|战果|成绩|成果)(?:呢|如何|怎么样|汇总)?[\s。?]*$/.test(text)
  )
    return 'query.stats';
  if (/^(?:今[天日]|昨[天日]|本|这|上)[周月年天日]?的?统计[\s。]*$/.test(text)) return 'query.stats';
  return asks && asksFor(facts) && (aboutProblems || /超期|逾期|未整改/.test(text)) && !/列(?:出|一)|哪些/.test(text)
    ? 'query.stats'
    : null;
};
