/** 确认12: yes to a problem that waits for the office, said with its number; unit and time may be named in the same breath. */
import { type ActRule, isQuestion } from './facts.ts';

const NUMBERS = '(?:问题|编号)?\\s*#?\\d[\\d#号、,和及到至~\\s-]*';
const CONFIRMS = new RegExp(
  `^(?:请)?(?:(?:确认|同意)(?:交办|登记)?|交办)\\s*:?\\s*${NUMBERS}(?:交办|登记)?(?:吧|了)?(?:$|[\\s,。;!]|(?=责任|单位|时限))|^${NUMBERS}(?:确认交办|同意交办|确认)(?:$|[\\s,。;!])`,
);
/** Something else is done with the number. */
const OTHER = /销号|通过|整改|退回|延期|挂账|申诉|合并|撤销|认领|反弹/;

export const confirmsDrafted: ActRule = ({ text, issueNos, hasOwnNumbers }) =>
  hasOwnNumbers && issueNos.length > 0 && namesDrafted(text) && !isQuestion(text) ? 'draft.confirm' : null;

/** The yes is to problems by their numbers, not to what the bot has asked. */
export const namesDrafted = (text: string): boolean => CONFIRMS.test(text) && !OTHER.test(text);
