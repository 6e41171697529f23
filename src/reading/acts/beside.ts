/** What stands beside problems: material set out and passed, outreach, satisfaction, examinations, work information (domain §11). */
import { loggedInfo } from '../work-items.ts';
import { scoreIn } from '../scores.ts';
import { tellsWrong } from '../issues/wrong.ts';
import { type ActRule, type Facts, isQuestion } from './facts.ts';

const ASKED =
  /情况|统计|汇总|进度|(?<![检核督巡抽排普])查(?!处)|清单|名单|多少|几[户份家]|排名|最[高低多少]|成绩|结果|各/;
const ORDER = /必须|务必|要(?!求)|争取|确保|力争|达到|不(?:得|能|要|准)低于|注意|重视|别/;

const INDICATOR = /(?<![A-Za-z])[IVX]{1,4}\s?-\s?\d|指标\s*[A-Z\d一二三四五六七八九十]/;
const MATERIAL = /资料(?!室)|材料|网上申报/;

export const assignsMaterial: ActRule = ({ text, speaker, units, hasUnitGroup }) => {
  if (speaker !== 'office' || !INDICATOR.test(text) || isQuestion(text)) return null;
  if (units.length === 0 && !hasUnitGroup) return null;
  if (/退回|打回|不规范|不合格|延期|通过/.test(text)) return null;
  return /责任单位|牵头|负责|承办|布置|下达|分解/.test(text) ? 'material.assign' : null;
};

export const approvesMaterial: ActRule = ({ text, speaker, hasOwnNumbers, issueNos }) => {
  if (speaker === 'unit' || speaker === 'citizen' || isQuestion(text)) return null;
  if (!INDICATOR.test(text) || (hasOwnNumbers && issueNos.length > 0)) return null;
  if (/不|未|没|退|打回|重[报做交]|责任单位|延期/.test(text)) return null;
  return /通过|合格|同意|认可|审核无误/.test(text) ? 'material.approve' : null;
};

const VISITS = /(?:入户|走访|上门)[^,。;\d]{0,10}?\d+\s*[户家]/;
const LEAFLETS =
  /(?:发放?|分发|派发|张贴)[^,。;\d]{0,12}?\d+\s*[份张本册]|(?:宣传|告知|倡议)(?:单|册|书|页|品)[^,。;\d]{0,4}\d+\s*[份张本册]/;
const OUTREACH = /入户|走访(?!调研)|宣传(?:单|册|页|品)|倡议书|问卷宣传|满意度|问卷.{0,4}(?:入户|宣传|走访)/;

/** Residents are told what to tick, or their sheets are gathered: answered with a refusal, never kept. */
export const isCoaching = (text: string): boolean =>
  /问卷|满意度|调查|测评|答卷|(?:居民|群众|住户|商户|家长|他们).{0,6}(?:答|说|选|填|回答)/.test(text) &&
  !/不得|不准|严禁|禁止|不要|不能|不可|杜绝|防止|谨防/.test(text) &&
  /统一(?:口径|答案|回答|作答)|标准答案|(?:教|引导|指导|要求|让|叫|提醒)(?:居民|群众|住户|大家|他们|商户|家长).{0,10}(?:选|填|答|打)|(?:都|全部?|一律)(?:要)?(?:选|填|答|打).{0,6}满|代(?:填|答)|刷分|(?:选|填|勾)(?:了)?(?:的)?(?:是)?[“"「]?(?:非常|比较|很|基本)?不?满意/.test(
    text,
  );

/** Comes before help: 口径 would be taken for a question about the figures. */
export const coaches: ActRule = ({ text, speaker }) =>
  speaker !== 'citizen' && isCoaching(text) && !isQuestion(text) ? 'outreach.log' : null;

/** 宣传册印了500份: made, not handed out. */
const MADE = /印了|印好|做了|到货|订了|需要?|还剩|不够/;

const isOrder = ({ units, persons, deadline, text }: Facts): boolean =>
  units.length + persons.length > 0 && deadline !== null && tellsWrong(text);

export const aboutOutreach: ActRule = (facts) => {
  const { text, speaker, taskNos, issueNos, hasOwnNumbers, explicitNo } = facts;
  if (speaker === 'citizen' || taskNos.length > 0 || explicitNo || /留言|工单|12345|热线|任务[:\s]/.test(text))
    return null;
  if (!OUTREACH.test(text) && !VISITS.test(text)) return null;
  // 走访店铺32家，8家出店经营。城管局26日前改: what was found there is to be put right.
  if (facts.location !== null && facts.category !== null && isOrder(facts)) return null;
  if (isQuestion(text)) return 'outreach.query';
  if (VISITS.test(text) || LEAFLETS.test(text))
    return MADE.test(text) || /明天|准备|计划|打算|任务/.test(text) ? null : 'outreach.log';
  if (/满意度/.test(text) && scoreAfter(text) !== null && !ORDER.test(text)) {
    return hasOwnNumbers && issueNos.length > 0 && !/\d/.test(text) ? null : 'outreach.score';
  }
  return ASKED.test(text) && !ORDER.test(text) && text.length <= 30 ? 'outreach.query' : null;
};

/** 满意度 … 83.5: a figure from 0 to 100 behind the word; null: none, or a line to be kept. */
export function scoreAfter(text: string): number | null {
  const match = /满意度[^\d]{0,16}(\d{1,3}(?:\.\d+)?)\s*[分%]?\s*[。!]?$/.exec(text);
  const score = match === null || /低于|高于|以[上下]|超过|占/.test(text) ? null : Number(match[1]);
  return score !== null && score <= 100 ? score : null;
}

const EXAM = /测评|模拟检查|模考|月测|得分率|失分|综合得分/;
const WITHDRAWN = /^(?:请)?(?:撤销|作废|删除|删掉|取消)|(?:撤销|作废|删掉|登记错了?|记错了)[。!]?$/;

export const aboutExam: ActRule = ({ text, speaker, taskNos }) => {
  if (speaker === 'citizen' || taskNos.length > 0 || !(EXAM.test(text) || SCORED_WAY.test(text))) return null;
  // 网上申报 is material, unless points are told of it.
  if (INDICATOR_PAPER.test(text) && !(scoreIn(text) !== null && /得分/.test(text)) && !/综合得分/.test(text))
    return null;
  if (isQuestion(text)) return /得分|得了|成绩|失分|多少分|结果/.test(text) ? 'exam.query' : null;
  if (scoreIn(text) !== null) return 'exam.log';
  // 登记测评：人民路扣2分: of which total is asked; the points are no problem of a street.
  if (LOGS_SCORE.test(text)) return 'exam.log';
  if (WITHDRAWN.test(text) && /测评|模考|月测/.test(text)) return /别|不要|不用/.test(text) ? null : 'exam.withdraw';
  if (ORDER.test(text) || text.length > 24) return null;
  return /得分率|测评.{0,4}(?:得分|成绩|结果)|综合得分|失分/.test(text) && !/下周|明天|准备/.test(text)
    ? 'exam.query'
    : null;
};

const LOGS_SCORE =
  /^(?:请|帮忙?|我?来)?(?:登记|录入|记录|记一?下|补录)[^,。:;]{0,8}(?:测评|模考|月测)|(?:测评|模考|月测).{0,20}[扣失]\s*\d+(?:\.\d)?\s*分/;
/** Points of a way that is no visit: 问卷调查得分83/100. */
const SCORED_WAY = /(?:问卷|网上申报|(?:材料|资料)审核).{0,12}得分/;
const INDICATOR_PAPER = /资料|材料|网上申报/;
const INFO = /信息报送|报送(?:工作)?信息|工作信息/;

export const aboutWorkInfo: ActRule = ({ text, speaker, taskNos, explicitNo, location, category }) => {
  if (speaker === 'citizen' || taskNos.length > 0 || explicitNo || MATERIAL.test(text)) return null;
  if (INFO.test(text) || /报送(?:了)?(?:哪些|什么|几条)?信息|报(?:送)?信息/.test(text)) {
    if (isQuestion(text)) return 'info.query';
    if (loggedInfo(text).length > 0) return 'info.log';
    return ASKED.test(text) && !ORDER.test(text) && !/请(?!问)|前/.test(text) ? 'info.query' : null;
  }
  // Without its name only on good evidence: a week, deeds with figures, and nothing that is wrong somewhere.
  if (!/^(?:本周|这周|上周)(?![一二三四五六日天末])/.test(text) || isQuestion(text)) return null;
  if (
    (location !== null && category !== null && /没|未|不|乱|坏|破/.test(text)) ||
    /请|前(?=整改|完成)|限期|尽快|超期/.test(text)
  )
    return null;
  return loggedInfo(text).length > 0 ? 'info.log' : null;
};
