/** Imported lists in chat: rows that are settled by their number, and what still waits. Only the office speaks of them. */
import { importNoIn, rowsSaidIn } from '../import-rows.ts';
import { type ActRule, isHedged, isQuestion } from './facts.ts';

const SHOWS =
  /^(?:看看?|查看?|列出)?(?:一下)?(?:上级|省检|市检)?(?:清单|导入|\d{1,5}号|的|里|中|还|有|哪些|哪几|几|多少|没|未|核?定|待定|存疑|待核定|行|要)*(?:清单|列表|情况)?(?:有哪些)?[?。]?$/;

/** Comes first: a row's number is no number of a problem, and its answer no answer to another question. */
export const aboutImport: ActRule = ({ text, speaker }) => {
  if (speaker !== 'office') return null;
  if (SHOWS.test(text) && isAboutRows(text)) return 'import.show';
  return rowsSaidIn(text) === null || isQuestion(text) || isHedged(text) ? null : 'import.settle';
};

const isAboutRows = (text: string): boolean =>
  (/导入/.test(text) && (/待定|存疑|没定|未定|核定/.test(text) || importNoIn(text) !== null)) ||
  /行.{0,2}(?:待定|存疑|没定|未定)|(?:待定|存疑|没定|未定)的?行/.test(text);
