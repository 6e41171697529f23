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
import { standsIn } from './absence.ts';
import { arrives, asksStandard, asksWho } from './places.ts';
import { aboutPaper, ordersDispatchPaper } from './ladder-papers.ts';
import { aboutPeriod, asksAboutBot, asksScore, notesScore, ordersRollcall } from './pressure.ts';
import { decides } from './decisions.ts';
import type { ActRule, Facts } from './facts.ts';
import { aboutImport } from './import-rows.ts';
import { logs, logsPlainly } from './logging.ts';
import { tellsOnTheWay } from './on-the-way.ts';
import { asksLoosely } from './loosely.ts';
import { logsPassedOn } from './passed-on.ts';
import { besideTalk, isTalk } from './talk.ts';
import { aboutPublication, exportsSheet } from './publications.ts';
import { asksRecheck, marksChronic } from './rechecking.ts';
import { resumes } from './resuming.ts';
import { byCitizen } from './by-citizens.ts';
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
  tellsOnTheWay,
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

/** Questions, and what is asked of the bot in the manner of one. */
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

/** With nothing open between the bot and the sender. Null where nothing is meant, or not surely. In a group only what mentions the bot is looked at. */
export function decideAct(given: Facts): string | null {
  const facts = { ...given, text: withoutTails(given.text) };
  const { heard, text, images, speaker } = facts;
  if (heard.chatKind === 'group' && !heard.mentionsBot) return null;
  if (text === '' && images === 0) return null;
  if (NEWS.test(text)) return logsPassedOn(facts);
  if (speaker === 'citizen') {
    return byCitizen(facts) ?? (asksHelp(facts) !== null && facts.category === null ? 'help' : null);
  }
  return firstOf(isOnRequest(facts) ? ON_REQUEST : STAFF_RULES, facts) ?? askedWithThanks(facts);
}

/** Thanks in advance make no small talk of a question or of an order for a paper. */
function askedWithThanks(facts: Facts): string | null {
  const text = withoutThanksBehind(facts.text);
  if (text === null || facts.hasOwnNumbers) return null;
  return firstOf(ASIDES, { ...facts, text, unnamed: withoutThanksBehind(facts.unnamed) ?? facts.unnamed });
}

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
