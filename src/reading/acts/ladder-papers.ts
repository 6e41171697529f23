/** 文书 of the ladder: drafted by hand, signed, dropped, shown, listed (domain §7). Which words name a step the settings know. */
import { type ActRule, type Facts, isHedged, isQuestion } from './facts.ts';

const NOT_SIGNED = /作废|不(?:予|用|要|必)?(?:再)?(?:签发|发|印发|签)(?:了|吧)?|撤(?:销|回|掉)|废掉|废止|暂缓|先不/;
const SIGNED = /签发|印发|(?:同意|可以|批准|准予)(?:发|签)|发出|下发|发下去|签了?$/;
const SHOWN = /看|查|内容|打开|调出|显示|写(?:了|的)?什么|怎么写|送达|签收|已读|读了|全文/;

/** 签发提醒2号，作废提醒3号: several papers, and not one thing done with all of them. */
export const ordersDifferently = (text: string): boolean =>
  NOT_SIGNED.test(text) && SIGNED.test(text.replaceAll(new RegExp(NOT_SIGNED, 'g'), ' '));

export const aboutPaper: ActRule = (facts) => {
  const { text, speaker, heard, papers } = facts;
  if (speaker === 'citizen') return null;
  if (decidesPaper(facts)) return 'paper.decide';
  if (draftsPaper(facts)) return 'paper.draft';
  if (papers.length === 0) return signsQuoted(facts) ?? listsPapers(text);
  if (NOT_SIGNED.test(text)) return isQuestion(text) || isHedged(text) ? null : 'paper.discard';
  if (SIGNED.test(text) && !/(?:已经?|昨天|刚)签?发|没签|未签/.test(text)) {
    return isQuestion(text) || isHedged(text) || heard.sender === null ? null : 'paper.sign';
  }
  // 督办18号 alone would as well be an order to urge #18.
  const isNamed = /(?:提醒函|督办单|交办单|问责(?:函|书)|令)|〔/.test(text);
  return SHOWN.test(text) || (isNamed && text.length <= 14) ? 'paper.show' : null;
};

const AGREES = /(?:同意|批准)(?!签发|印?发|签)/;
/** 同意31号, and nothing but a reason behind it. */
const AGREES_TO_NUMBER = /^不?(?:予)?(?:同意|批准)\s*\d{1,5}号(?=$|[,。;!\s])/;
const AGREES_ALONE = /^不?(?:予)?(?:同意|批准)(?=$|[,。;!\s])/;

/** 同意问责3号, 不同意3号，理由…; over the paper that was served, 同意 alone. Of a commander only: from others it is talk. */
function decidesPaper(facts: Facts): boolean {
  const { text, heard, papers, issuedPapers } = facts;
  if (heard.sender?.roles.includes('commander') !== true || text.length > 120) return false;
  if (isQuestion(text) || isHedged(text)) return false;
  if (papers.length > 0) return AGREES.test(text);
  return AGREES_TO_NUMBER.test(text) || (issuedPapers.length > 0 && AGREES_ALONE.test(text));
}

const DRAFTS =
  /起草|草拟|拟(?:一?[份个张])?|(?<!一)下发?|(?<!签|印)发(?:一?[份个张]|送|出)?|启动|启用|出具?|开(?:具|一?[份个张])|做一?[份个张]|写一?[份个张]|来一?[份个张]|升级?到?|[转走]/;
/** Told of the past or put off: no order to draft. */
const NOT_DRAFTED =
  /已(?:经)?|昨[天日]|刚刚?|[下发出开](?:了|过|来)|收到|接到|被|将|会(?!同)|准备|明[天早日]|下周|过[几两]天|别|不(?:用|要|必|能|得|想)|没|怎么|如何|格式|模板|流程|每|凡|一律|都要|查|看|列|清单|统计|汇总/;
const THREATENED =
  /再(?:不|拖|没|这样)|否则|不然|要是|(?:不|没|未)(?:改|整改|动|办|处理|到位|完成).{0,6}(?:就(?!\s?#?\d)|直接|要)/;

/** 给城管局就327起草督办单, 327启动二令, 对河西街道下发提醒函. A named paper is one that exists: 下发督办18号. */
function draftsPaper({ text, speaker, ladderStep, papers, units, issueNos }: Facts): boolean {
  if (ladderStep === null || text.length > 120 || isQuestion(text) || isHedged(text)) return false;
  const isNew = papers.length === 0 || /起草|草拟|启动/.test(text);
  if (!isNew || !DRAFTS.test(text)) return false;
  const clauses = text.split(/[,。;]|(?=原因|理由|因为|由于|鉴于)/);
  const at = clauses.findIndex((clause) => DRAFTS.test(clause));
  if (NOT_DRAFTED.test(clauses[at] ?? '') || THREATENED.test(clauses.slice(0, at + 1).join(','))) return false;
  // Only the office orders a paper without a number; from others it would be talk.
  return issueNos.length > 0 || (units.length > 0 && speaker === 'office');
}

/** 签发, 同意, 作废 said over the card of what waits for a signature. */
function signsQuoted({ text, quotedPapers }: Facts): string | null {
  if (quotedPapers.length === 0 || text.length > 20 || isQuestion(text) || isHedged(text)) return null;
  if (NOT_SIGNED.test(text) || /^(?:不同意|不行|取消)/.test(text)) return 'paper.discard';
  if (/^(?:看|查看|打开)?(?:一下)?(?:全文|内容|详情)|^(?:看|查看)(?:看|一下)?$/.test(text)) return 'paper.show';
  return SIGNED.test(text) ||
    /^(?:[都全]部?|均|予以|可以?)*(?:同意|批准|发吧|签吧?|可以|照发|行|好的?)(?:[,。!\s]|都|全部|$)/.test(text)
    ? 'paper.sign'
    : null;
}

const NOT_WANTED = /收到|看到|不用|不要|不需要|别|作废|没出|已出|出了|已发|发了|以交办单/;
const WANTED = /出|开|打印?|做|生成|补|给|发|送|要|来|办/;

/** 出327的交办单: the problems stand with it, or on the card that is quoted. */
export const ordersDispatchPaper: ActRule = ({ text, speaker, issueNos, papers }) => {
  if (speaker === 'citizen' || speaker === 'unit' || !/交办单/.test(text) || issueNos.length === 0) return null;
  if (papers.length > 0 || text.length > 60 || NOT_WANTED.test(text)) return null;
  if (isQuestion(text) || isHedged(text)) return null;
  const isBare = /^[#\d号、,和及与到至~\s-]*的?交办单[。!]?$/.test(text);
  return isBare || WANTED.test(text) ? 'paper.dispatch' : null;
};

const PAPERS = /提醒函|督办单|督办函|交办单|问责|文书|令书/;

function listsPapers(text: string): string | null {
  if (/怎么|如何|格式|流程|给.{1,8}[下发]|[要该]发/.test(text) || text.length > 24) return null;
  if (
    /^(?:还)?(?:有)?(?:哪些|什么|几份|多少)?(?:文书|文件)?(?:待|没|未|等我|要我|需要?我?)签发?的?(?:文书|文件|有哪些|清单)?/.test(
      text,
    )
  )
    return /签/.test(text) ? 'paper.list' : null;
  if (!PAPERS.test(text)) return null;
  return isQuestion(text) || /清单|列表|列|查|台账|待签|未签|没签|统计/.test(text) ? 'paper.list' : null;
}
