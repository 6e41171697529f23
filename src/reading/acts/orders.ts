/** Orders on problems that have numbers. */
import { NOT_OURS, NOT_THERE } from '../appeal-kind.ts';
import { type ActRule, type Facts, isHedged, isQuestion } from './facts.ts';

const NOT_PASSED =
  /不予?(?:通过|合格)|[未没](?:有)?(?:核查)?通过|通不过|没过关|不能销|不予销|不同意销|不给销|不准销|不符合(?:要求|标准)/;
const RETURNED =
  /退回|打回|返工|重[新]?(?:整)?改|退了|重做|重来|再改|不合格|驳回|[不没](?:到位|彻底|达标|认可)|整改不|弄虚作假|不行/;
const HOLD_OFF = /(?:先|暂时?|暂|请?)?(?:别|不要|不用|勿)(?:急着|先)?(?:销|认领|退|撤|转|催)|暂不|先不/;
const PASSED =
  /销号|核[查验]通过|验收通过|通过|合格|销了|销掉|销账|结案|闭环|可以销|同意销|准予销|没毛病|(?:^|[\s,。;#\d]|都|全部?|可以|给|算)过(?:了|吧|关)?(?=$|[\s,。!;])/;
const DONE =
  /已经?(?:全部|都|按要求|立即|于\S{2,10}|组织|安排人员|派人|协调)?(?:全部|都)?(?:整改|清理|处理|修复|修好|修|拆除|拆|更换|换|完成|落实|解决|恢复|清运|清除|清扫|清|撤|搬|移|补|改|规范|劝离|取缔|粉刷|覆盖|铲除|加固|疏通|到位|办结|整治|消除|安装|归位|张贴|摆正|挪走|拖走|冲洗)(?!中|[一过]半|部分|\d+%)|(?:整改|清理|处理|修复|拆除|更换|清运|修理|维修|整治|清扫|疏通|清除|改|修|弄|搞|清|换|拆|办|补|收拾|打扫|铲|拖|挪|搬|劝离|恢复|冲洗|粉刷)(?:完毕|完成|到位|好了?|完了?|干净|结束|妥|掉了|走了|了(?=$|[\s,。!;(])|定了?)|整改情况|搞定|完成整改|完工|报整改|申请(?:核查|销号|复查|验收)|请(?:予以?|求|帮忙|督查组|领导)?(?:核查|销号|复查|验收|复核)|(?:整改|清理|处理)[✅👌]|[一-龥]{2,4}(?:完毕|完成)(?=$|[\s,。!;(✅])/u;
const NOT_DONE =
  /没(?:有|整|改|完|修|清|弄)|未(?!成年)|还没|尚未|没法|无法|[一过]半|部分|还[差剩]|剩下|预计|计划|还需|还在|正在|才能|\d+%|(?<!已.{0,8})(?:明天|后天|[本这下]周[一二三四五六日]?|周[一二三四五六日]|月底|争取|马上|尽快|[今明]天之?内|[日号天]前|天内).{0,6}(?:完|好|到位|完成)/;
const UNDERWAY =
  /还在|正在|正(?=协调|组织|处理|整改|清理|施工|联系|准备|在)|处理中|整改中|推进|协调|联系(?:了|好|上)?|[还在]?等(?:料|材料|配件|设备|货|审批|招标|天气|.{0,6}(?:到|批|回复))|预计|计划|进场|采购|[一过]半|还[差剩]|剩下|部分|\d+%|已安排|已派|安排(?:人|了|施工)|已通知|已组织|马上去|进度|施工|排期|已下单|在办|着手|开工|动工了/;
const CLAIMS =
  /认领|我(?:们|局|单位|办|中心|街道|镇|社区|公司|大队|委|这边)*(?:来|负责)?(?:接|认|领)了?(?:$|[\s,。!])|受理了?|我(?:们|局|单位|办|中心|街道|镇|社区|公司|大队)+(?:来)?(?:处理|办|负责|整改|跟进|承办)(?!完|好|了$|中|不)|接单/;
/** Told of others, or not decided yet. */
const LEFT_OPEN = /[他她](?:们)?说|听说|再看看|再议|再说/;

const isUnit = ({ speaker }: Facts): boolean => speaker === 'unit';
const isGrid = ({ speaker }: Facts): boolean => speaker === 'grid';

export const appeals: ActRule = (facts) => {
  const { text, issueNos } = facts;
  if (issueNos.length === 0 || /同意.{0,6}申诉|驳回/.test(text)) return null;
  const says = /申诉|申请(?:调整|转办|改派|退回|重新指派|更换单位)|异议/.test(text);
  if (isQuestion(text) && !/请核|请调/.test(text)) return null;
  if (!isUnit(facts))
    return says && !isHedged(text) && !/理由|成立|催|不得|不再|不许/.test(text) ? 'issue.appeal' : null;
  if (LEFT_OPEN.test(text)) return null;
  const denies = NOT_OURS.test(text) || NOT_THERE.test(text);
  return says || denies || (/退回|退单/.test(text) && !DONE.test(text)) ? 'issue.appeal' : null;
};

export const asksForTime: ActRule = (facts) => {
  const { text, issueNos, extendDays } = facts;
  if (issueNos.length === 0) return null;
  if (/挂账|缓办|长期整改|挂起|先挂|挂一挂/.test(text))
    return isQuestion(text) && !/申请|能否|能不能/.test(text) ? null : 'issue.suspend';
  const says =
    /延期|延长|宽限|展期|顺延|推迟|推到|缓到|延[到至]|晚[几一二两三四五\d]+天|多给/.test(text) || extendDays !== null;
  if (!says || /再议|再说|考虑|要不要|再看看/.test(text)) return null;
  if (isQuestion(text) && !/申请|能否|能不能|可否|可不可以|请|[可行好]以?吗|行不行/.test(text)) return null;
  return 'issue.extend';
};

export const reports: ActRule = (facts) => {
  const { text, issueNos } = facts;
  if (
    issueNos.length === 0 ||
    isIssueQuestion(text) ||
    /完(?:了)?(?:请)?拍照|[前内].{0,4}(?:处理|整改|清理)(?:完|好|到位)/.test(text)
  )
    return null;
  const isDone = DONE.test(text) && !NOT_DONE.test(text.replace(/未完成的|没有?(?:反弹|问题)/g, ''));
  if (isUnit(facts) || isGrid(facts)) {
    if (isHedged(text) && !UNDERWAY.test(text)) return null;
    if (isDone && !(CLAIMS.test(text) && /认领/.test(text))) return 'issue.rectify';
    if (CLAIMS.test(text) && !/(?:不|未|没|谁)(?:有)?(?:认领|认|接)/.test(text)) return 'issue.claim';
    return UNDERWAY.test(text) ? 'issue.progress' : null;
  }
  if (isHedged(text)) return null;
  // The office or an inspector speaking in a unit's stead: read, so that it can be refused.
  if (/认领/.test(text) && !/(?:未|没|不|谁|尽快|抓紧|赶紧|催|提醒|请|让|叫)(?:有)?.{0,6}认领/.test(text))
    return 'issue.claim';
  return isDone &&
    /已(?:经)?(?:全部)?整改|报整改|整改(?:完|好|到位)/.test(text) &&
    !PASSED.test(text) &&
    !RETURNED.test(text)
    ? 'issue.rectify'
    : null;
};

export const verifies: ActRule = (facts) => {
  const { text, issueNos } = facts;
  if (issueNos.length === 0 || isIssueQuestion(text) || isHedged(text)) return null;
  if (
    /没有?反弹|未(?:见|发现)?反弹|无反弹/.test(text) ||
    (/回头看|回访|抽查|巡查复/.test(text) &&
      /保持|良好|正常|没问题|稳定|没有|未发现|合格|无异常|还行|不错/.test(text) &&
      !/反弹了|又/.test(text))
  ) {
    return 'issue.recheck';
  }
  if (
    /反弹|回潮|死灰复燃|又(?:堆|乱|出现|有|占|停|脏|满|回来|来了|摆|贴|坏|这样|犯|是老样子|被|破|冒|跑)|重新打开|重开|重新立案|重新交办|恢复督办|老样子/.test(
      text,
    )
  )
    return 'issue.reopen';
  if (HOLD_OFF.test(text) && !RETURNED.test(text)) return null;
  const isBad = NOT_PASSED.test(text) || RETURNED.test(text);
  if (isBad) return isUnit(facts) && !/(?:退回|打回).{0,4}(?:重|整)|不通过|不合格/.test(text) ? null : 'issue.return';
  if (!PASSED.test(text) || /[未没](?:有)?销|等.{0,4}销|通过(?:协调|沟通|对接|.{0,6}(?:方式|渠道))/.test(text))
    return null;
  if (isUnit(facts) || isGrid(facts))
    return /申请|请|望|盼/.test(text) || DONE.test(text.replace(/已?(?:销|通过)\S*/g, ''))
      ? 'issue.rectify'
      : 'issue.verify';
  return 'issue.verify';
};

/** About the state of a problem, not an order. */
function isIssueQuestion(text: string): boolean {
  return isQuestion(text) && !/请(?:核|予|复|督|验|求)/.test(text);
}

export const keepsLedger: ActRule = ({ text, issueNos, speaker, hasOwnNumbers }) => {
  if (issueNos.length === 0 || isIssueQuestion(text) || isHedged(text)) return null;
  if (
    issueNos.length >= 2 &&
    /合并|重复|[并合][到入进]|同一(?:个)?(?:问题|件事|处|地)|是一(?:个|回事)|一样的/.test(text)
  )
    return 'issue.merge';
  if (HOLD_OFF.test(text)) return null;
  if (
    /撤销|撤回|作废|删[掉除了]|误报|录错|登错|报错|发错|登记错|录重|重复登记|搞错|弄错|取消(?:登记|这)?/.test(text) &&
    !(speaker === 'unit' && (/请核|核实/.test(text) || NOT_THERE.test(text) || NOT_OURS.test(text)))
  ) {
    return hasOwnNumbers || /撤销|撤回|作废|取消|误报|删/.test(text) ? 'issue.withdraw' : null;
  }
  return null;
};

const HANDS_TO =
  /(?:转(?:办|交|派|给|到|由|至|送)*(?:给|到|由|至)?|改派(?:给|到|至|为)?|(?:指|分|重)派(?:给|到|至)?|派(?:给|到)|交(?:给|由|办给)|移交(?:给|至)?|调整?(?:给|到|为|至|由)|改[成为由到给]|换[成为]|指定(?:由|给|为)?|明确(?:由|为)|划给|归|让|由|加[上个]?|增加|责任单位[:是为]?|协办(?:单位)?[:为加]*|配合单位[:为加]*|分给|(?:责任|主办|牵头)单位(?:改|调整|变更)?(?:成|为|到|是)?|应(?:该|当)?(?:是|为)|请)\s*$/;

export const handsOver: ActRule = (facts) => {
  const { text, issueNos, units, coUnits, persons, speaker } = facts;
  if (issueNos.length === 0 || isIssueQuestion(text) || HOLD_OFF.test(text) || isHedged(text)) return null;
  const named =
    /(?:转|改派|指派|派|交给|交由|移交|调整|改[成为由到给]|换[成为]|指定|明确由|划给|归|让|由|叫|应(?:该|当)?[是为]|加[上个]|增加|责任单位|责任人|牵头|负责|协办|安排|分给|配合)/.test(
      text,
    );
  if (!named) return null;
  if (
    units.length + coUnits.length > 0 &&
    (HANDS_TO.test(beforeUnit(facts)) || /(?:牵头|负责|主责|主办|协办|配合|来办|去办|办理|处理|承办)/.test(text))
  )
    return 'issue.reassign';
  if (persons.length === 0) return null;
  return speaker === 'office' || speaker === 'inspector' ? 'issue.reassign' : 'issue.assignOwner';
};

/** The text before the first unit that it names. */
function beforeUnit({ text, unitStarts }: Facts): string {
  const heads = unitStarts.map((start) => text.slice(0, start));
  return heads.find((head) => HANDS_TO.test(head)) ?? heads[0] ?? '';
}

export const urges: ActRule = ({ text, location, issueNos, units, hasUnitGroup, persons, speaker }) => {
  if (
    !/催|提醒|提个醒|督促|督办一?下|跟催/.test(text) ||
    /被催|催我|催了(?:好|多|几)|别催|不用催|催什么|怎么催|提醒我|提醒大家|催收/.test(text) ||
    /[?]|吗|多少|谁|怎么|没(?:有)?[\s。]*$/.test(text)
  )
    return null;
  if (/催得|在催|老催|催死|一直催|温馨提醒|友情提醒/.test(text)) return null;
  const filter = /超期|逾期|到期|未认领|没认领|未整改|没整改|没改|未反馈|未销号|没销/.test(text);
  if (speaker === 'unit' && issueNos.length === 0 && !filter) return null;
  // 阳光新城垃圾没人清，河西街道督促: a new problem.
  if (issueNos.length === 0 && !filter && (location !== null || !/催|提醒|提个醒/.test(text))) return null;
  return issueNos.length > 0 ||
    filter ||
    ((units.length > 0 || hasUnitGroup || persons.length > 0) && text.length <= 24)
    ? 'issue.urge'
    : null;
};

/** 327请抓紧: hurried on, not handed over. */
export const hurries: ActRule = ({ text, issueNos, hasOwnNumbers, speaker }) =>
  (speaker === 'office' || speaker === 'inspector') &&
  hasOwnNumbers &&
  issueNos.length > 0 &&
  /抓紧|赶紧|尽快|加快|盯紧|加把劲/.test(text) &&
  !isQuestion(text) &&
  !isHedged(text)
    ? 'issue.urge'
    : null;

/** 把城管局的问题全部销号: no numbers but a filter. */
export const verifiesMany: ActRule = ({ text, issueNos, units }) => {
  if (issueNos.length > 0 || isQuestion(text) || HOLD_OFF.test(text) || !/销号|销了|销掉|通过/.test(text)) return null;
  return /全部|都|一律|所有|统统|批量/.test(text) &&
    (units.length > 0 || /问题|待核查|超期/.test(text)) &&
    !/已|率|必须|争取|力争|确保|要/.test(text)
    ? 'issue.verify'
    : null;
};

export const shows: ActRule = ({ text, issueNos, hasOwnNumbers }) => {
  if (issueNos.length === 0) return null;
  const bare = text.replace(/[#\d号、,\s]|问题|编号|WT-/gi, '');
  if (hasOwnNumbers && text.length > 1 && /^(?:的)?(?:全部|所有)?(?:(?:办理|流程)?记录)?$/.test(bare))
    return 'issue.show';
  if (/我(?:再)?看看/.test(text)) return null;
  if (
    /^(?:查|看|显示|打开|调出|查询)|怎么样|[什啥咋](?:么)?(?:情况|状态|时候|进度|样)|进展|进度|详情|到哪|状态|办理记录|历史|情况(?:呢|如何)?$|(?:查|看)(?:一?下|看|询|一查)/.test(
      text,
    ) &&
    !/检查|核查(?!了)|督查|巡查/.test(text)
  )
    return 'issue.show';
  return isQuestion(text) &&
    /整改|销号|认领|处理|谁|超期|到期|时限|核查|办|改|申诉|延期|批|哪个单位|归/.test(text) &&
    hasOwnNumbers
    ? 'issue.show'
    : null;
};
