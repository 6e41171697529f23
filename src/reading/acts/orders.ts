/** What is done with problems by their numbers: 撤销, 合并, 转办, 派人, 催办, 查看. */
import { NOT_OURS, NOT_THERE } from '../appeal-kind.ts';
import { type ActRule, type Facts, isHedged, isQuestion } from './facts.ts';
import { HOLD_OFF, isIssueQuestion } from './state-words.ts';

export const keepsLedger: ActRule = ({ text, issueNos, speaker, hasOwnNumbers }) => {
  if (issueNos.length === 0 || isIssueQuestion(text) || isHedged(text)) return null;
  if (
    issueNos.length >= 2 &&
    /合并|重复|重了|重的|报重|[并合归]到?[到入进]|[并合]成一|同一(?:个|件)?(?:问题|件事|事|处|地)|是(?:同)?一(?:个|件|回事)|一样的|(?:留|保留)#?\d/.test(
      text,
    )
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
  /(?:转(?:办|交|派|给|到|由|至|送)*(?:给|到|由|至)?|改派(?:给|到|至|为)?|(?:指|分|重)派(?:给|到|至)?|派(?:给|到)|交(?:给|由|办给)|移交(?:给|至)?|调整?(?:给|到|为|至|由)|改[成为由到给]?|换[成为]|指定(?:由|给|为)?|明确(?:由|为)|划给|归|让|由|加[上个]?|增加|责任单位[:是为]?|协办(?:单位)?[:为加]*|配合单位[:为加]*|分给|把[^,。]{1,12}给|(?:责任|主办|牵头)单位(?:改|调整|变更)?(?:成|为|到|是)?|应(?:该|当)?(?:是|为)|请)\s*$/;

export const handsOver: ActRule = (facts) => {
  const { text, issueNos, units, coUnits, persons, speaker } = facts;
  if (issueNos.length === 0 || isIssueQuestion(text) || HOLD_OFF.test(text) || isHedged(text)) return null;
  const named =
    /(?:转|改派|指派|派|交给|交由|移交|调整|改[成为由到给]|换[成为]|指定|明确由|划给|归|让|由|叫|去把|去办|去处理|应(?:该|当)?[是为]|加[上个]|增加|责任单位|把[^,。]{1,12}给|责任人|牵头|负责|协办|安排|分给|配合)/.test(
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

/** 催了吗, 谁在催: asked. 怎么还没动静，催一下: an order beside an indignant question. */
function isAskedAbout(text: string): boolean {
  const clauses = text.split(/[,。;!\s]+/).filter((clause) => /催|提醒|提个醒|督促|督办/.test(clause));
  return /[?]\s*$|(?:吗|呢)[\s。]*$/.test(text)
    ? !clauses.some((clause) => /^(?:请|麻烦|帮我?|赶紧|再|快)*(?:去)?催(?!了|过|没)/.test(clause))
    : clauses.every((clause) => /吗|多少|谁|怎么(?!还|又|老)|没(?:有)?$/.test(clause));
}

export const urges: ActRule = ({ text, location, issueNos, units, hasUnitGroup, persons, speaker }) => {
  if (
    !/催|提醒|提个醒|督促|督办一?下|跟催/.test(text) ||
    /被催|催我|催了(?:好|多|几)|别催|不用催|催什么|怎么催|提醒我|提醒大家|催收/.test(text) ||
    isAskedAbout(text)
  )
    return null;
  if (/催得|在催|老催|催死|一直催|温馨提醒|友情提醒|(?:谢|收到|知道|明白|多亏)[^,。]{0,4}(?:提醒|催)|的提醒/.test(text))
    return null;
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
  // 'other': 指挥部领导.
  (speaker === 'office' || speaker === 'inspector' || speaker === 'other') &&
  hasOwnNumbers &&
  issueNos.length > 0 &&
  /抓紧|赶紧|尽快|加快|盯紧|盯住|加把劲|(?:必须|务必|确保)[^,。;!]{0,6}(?:销号|整改到位|整改完)/.test(text) &&
  !isQuestion(text) &&
  !isHedged(text)
    ? 'issue.urge'
    : null;

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
