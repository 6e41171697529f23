/** One clause, one act. The rules know their own exceptions; where two could still speak, the more particular stands first. */
import { appeals, asksForTime, reports } from './by-units.ts';
import { verifies, verifiesMany } from './by-verifiers.ts';
import { handsOver, keepsLedger, shows } from './orders.ts';
import { cardOf } from './cards.ts';
import { asksList } from './listing.ts';
import { hurries, urges } from './urging.ts';
import { aboutDuty } from './duty.ts';
import { confirmsDrafted } from './drafted.ts';
import { aboutExam, aboutOutreach, aboutWorkInfo, approvesMaterial, assignsMaterial, coaches } from './beside.ts';
import { linksMessages } from './messages.ts';
import { answersDraft, answersWhich, askedOf } from './drafts.ts';
import { standsIn } from './absence.ts';
import { arrives, asksStandard, asksWho } from './places.ts';
import { aboutPaper, ordersDispatchPaper } from './ladder-papers.ts';
import { aboutPeriod, asksAboutBot, asksScore, notesScore, ordersRollcall } from './pressure.ts';
import { decides } from './decisions.ts';
import { type ActRule, type Facts, isIdle, isQuestion } from './facts.ts';
import { aboutImport } from './import-rows.ts';
import { logs, logsPlainly } from './logging.ts';
import { asksLoosely } from './loosely.ts';
import { logsPassedOn } from './passed-on.ts';
import { besideTalk, isTalk } from './talk.ts';
import { aboutPublication, exportsSheet } from './publications.ts';
import { asksRecheck, marksChronic } from './rechecking.ts';
import { resumes } from './resuming.ts';
import { saidByCitizen } from './by-citizens.ts';
import { aboutCitizens, asksHelp, makesReport } from './papers.ts';
import { aboutMaterial } from './material.ts';
import { withoutTails, withoutThanksBehind } from './tails.ts';
import { aboutTask } from './tasks.ts';
import { takesBack } from './undoing.ts';
import { asksOverdue, asksRanking, asksRate, asksStats, asksTodo } from './questions.ts';

const NEWS =
  /^[【[（(]?(?:转发|转载|转)[】\])）:]|会议(?:强调|要求|指出)|我市召开|记者(?:从|获悉)|忽略.{0,8}(?:以上|之前).{0,6}(?:提示|指令)(?!.*销号)/;

const STAFF_RULES: readonly ActRule[] = [
  aboutImport,
  linksMessages,
  answersDraft,
  confirmsDrafted,
  coaches,
  logsPassedOn,
  ordersRollcall,
  aboutPeriod,
  asksAboutBot,
  aboutPublication,
  exportsSheet,
  ordersDispatchPaper,
  aboutPaper,
  asksScore,
  notesScore,
  asksStandard,
  asksWho,
  arrives,
  asksHelp,
  makesReport,
  assignsMaterial,
  approvesMaterial,
  aboutOutreach,
  aboutExam,
  aboutWorkInfo,
  aboutMaterial,
  aboutTask,
  aboutDuty,
  aboutCitizens,
  standsIn,
  resumes,
  marksChronic,
  asksRecheck,
  takesBack,
  decides,
  urges,
  keepsLedger,
  appeals,
  asksForTime,
  verifies,
  reports,
  handsOver,
  hurries,
  shows,
  verifiesMany,
  logsPlainly,
  asksRanking,
  asksRate,
  asksTodo,
  asksOverdue,
  asksStats,
  asksList,
  logs,
  asksLoosely,
];

/** Under a request a 不行 is about the request, not about the place: no verdict on the problem and no report. */
const ON_REQUEST = STAFF_RULES.filter((rule) => rule !== verifies && rule !== verifiesMany && rule !== reports);
const isOnRequest = ({ heard, hasOwnNumbers }: Facts): boolean =>
  !hasOwnNumbers && ['extension', 'appeal', 'suspension'].includes(cardOf(heard.quote) ?? '');

/** What nobody says in answer to the bot's question, unless he quotes it. */
const ASIDES: readonly ActRule[] = [
  confirmsDrafted,
  asksHelp,
  makesReport,
  shows,
  asksRanking,
  asksRate,
  asksTodo,
  asksOverdue,
  asksStats,
  asksList,
  asksWho,
  asksStandard,
  asksScore,
  arrives,
  asksLoosely,
];

/** Null where nothing is meant, or not surely. In a group only what mentions the bot is looked at. */
export function decideAct(given: Facts): string | null {
  const facts = { ...given, text: withoutTails(given.text) };
  const { heard, text, images, speaker } = facts;
  if (heard.chatKind === 'group' && !heard.mentionsBot) return null;
  if (text === '' && images === 0) return null;
  if (NEWS.test(text)) return logsPassedOn(facts);
  if (speaker === 'citizen') {
    return saidByCitizen(facts) ?? (asksHelp(facts) !== null && facts.category === null ? 'help' : null);
  }
  const act = firstOf(isOnRequest(facts) ? ON_REQUEST : STAFF_RULES, facts) ?? askedWithThanks(facts);
  if (act !== 'draft.fill' || heard.quote !== null || images > 0 || answersWhich(facts)) return act;
  return asideOf(facts) ?? (isNoAnswer(text) ? null : act);
}

/** Thanks in advance make no small talk of a question or of an order for a paper. */
function askedWithThanks(facts: Facts): string | null {
  const text = withoutThanksBehind(facts.text);
  if (text === null || facts.hasOwnNumbers) return null;
  return firstOf(ASIDES, { ...facts, text, unnamed: withoutThanksBehind(facts.unnamed) ?? facts.unnamed });
}

/** 撤销33, 46不通过: begins with the number or with what is to be done to it. */
const ORDER_ABOUT_A_NUMBER =
  /^(?:请|把|将|问题|编号)*\s*(?:撤销|认领|退回|打回|通过|销号|驳回|同意|合并|催(?:一?下)?|查(?:一?下)?|登记)?\s*#?\d/;

/** Said without quoting the question, a question or small talk gives no particulars: they would be written down. */
const isNoAnswer = (text: string): boolean => isQuestion(text) || isIdle(text) || /什么|谁|怎么/.test(text);

/**
 * While the bot waits for an answer, people go on asking and ordering: what would be an act of its own with nothing open is that act, and
 * the question stays open. A problem is another thing, because places and reasons have its words; and a reason may tell of anything that
 * is done with problems (跟312重复, 已经申诉过), so that there only what is no matter of a problem, and a number said outright first, counts.
 */
function asideOf(facts: Facts): string | null {
  const asksReason = askedOf(facts)?.missing.includes('reason') === true;
  const aside = firstOf(ASIDES, facts);
  if (aside !== null && !facts.hasOwnNumbers) return aside;
  const act = firstOf(WITHOUT_ANSWERS, facts);
  if (act === null || act === 'issue.log' || act === 'citizen.log') return null;
  const isOpen = asksReason && !ORDER_ABOUT_A_NUMBER.test(facts.text);
  return isOpen && !isQuery(act) && OF_A_PROBLEM.test(act) ? null : act;
}

const WITHOUT_ANSWERS = STAFF_RULES.filter((rule) => rule !== answersDraft && rule !== logs && rule !== logsPlainly);
/** What a reason tells of. */
const OF_A_PROBLEM = /^(?:issue|appeal|extend|suspend|draft|task|duty|material|citizen|outreach|score)\./;
const isQuery = (act: string): boolean => /^query\.|\.query$/.test(act);

function firstOf(rules: readonly ActRule[], facts: Facts): string | null {
  for (const rule of rules) {
    const act = rule(facts);
    if (act === null) continue;
    if (!isTalk(act, facts.text)) return act;
    // 给城关镇，别再退了: what is denied is left out. 不要催327 alone is at most a question about the number.
    const rest = besideTalk(act, facts.text);
    const others = rules.filter((one) => one !== logs);
    // The outline, too, without what is denied: 认领是认领了，活不好干.
    const outline = besideTalk(act, facts.outline) ?? rest ?? '';
    return (rest === null ? null : firstOf(others, { ...facts, text: rest, outline })) ?? shows(facts);
  }
  return null;
}
