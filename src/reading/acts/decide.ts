/** One clause, one act. The rules know their own exceptions; where two could still speak, the more particular stands first. */
import {
  appeals,
  asksForTime,
  handsOver,
  hurries,
  keepsLedger,
  reports,
  shows,
  urges,
  verifies,
  verifiesMany,
} from './orders.ts';
import { confirmsDrafted } from './drafted.ts';
import { aboutExam, aboutOutreach, aboutWorkInfo, approvesMaterial, assignsMaterial, coaches } from './beside.ts';
import { answersDraft } from './drafts.ts';
import { standsIn } from './absence.ts';
import { decides } from './decisions.ts';
import { type ActRule, type Facts } from './facts.ts';
import { logs } from './logging.ts';
import { resumes } from './resuming.ts';
import { aboutCitizens, aboutDuty, aboutMaterial, aboutTask, asksHelp, byCitizen, makesReport } from './papers.ts';
import { asksList, asksOverdue, asksRanking, asksRate, asksStats, asksTodo } from './questions.ts';

const NEWS =
  /^[【[（(]?(?:转发|转载|转)[】\])）:]|会议(?:强调|要求|指出)|我市召开|记者(?:从|获悉)|忽略.{0,8}(?:以上|之前).{0,6}(?:提示|指令)(?!.*销号)/;

const STAFF_RULES: readonly ActRule[] = [
  answersDraft,
  confirmsDrafted,
  coaches,
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
  asksRanking,
  asksRate,
  asksTodo,
  asksOverdue,
  asksStats,
  asksList,
  logs,
];

const QUESTION_RULES: readonly ActRule[] = [
  asksHelp,
  makesReport,
  shows,
  asksRanking,
  asksRate,
  asksTodo,
  asksOverdue,
  asksStats,
  asksList,
];

/** Null where nothing is meant, or not surely. In a group only what mentions the bot is looked at. */
export function decideAct(facts: Facts): string | null {
  const { heard, text, images, speaker } = facts;
  if (heard.chatKind === 'group' && !heard.mentionsBot) return null;
  if (text === '' && images === 0) return null;
  if (NEWS.test(text)) return null;
  if (speaker === 'citizen')
    return (
      answersDraft(facts) ?? byCitizen(facts) ?? (asksHelp(facts) !== null && facts.category === null ? 'help' : null)
    );
  const act = firstOf(STAFF_RULES, facts);
  // Unless the bot's question is quoted, a question is a question: asking costs nothing, a wrong answer would be written down.
  if (act === 'draft.fill' && heard.quote === null && images === 0) return firstOf(QUESTION_RULES, facts) ?? act;
  return act;
}

function firstOf(rules: readonly ActRule[], facts: Facts): string | null {
  for (const rule of rules) {
    const act = rule(facts);
    if (act !== null) return act;
  }
  return null;
}
