/** Numbered papers and sheets: drafts that are changed, signed, discarded; published ones that are shown or corrected; 导出. */
import { draftEditIn, draftQuoted, kindIn, publicationNameIn } from '../publications.ts';
import { type ActRule, isHedged, isQuestion } from './facts.ts';

const DISCARDS =
  /作废|废掉|撤(?:掉|销|回)|(?:不|别|先不|暂不|暂缓)(?:要|用|必)?(?:再)?(?:签发|印发|发|签|要)(?:了|吧)?/;
const SIGNS = /签发|印发|(?:同意|可以|批准|准予)(?:发|签)|就这样发|发出去|定稿/;
const SHOWS = /看|查|打开|调出|发[给]?我|内容|全文/;

/** Comes before the papers of the ladder and before a paper is made. */
export const aboutPublication: ActRule = ({ text, speaker, heard }) => {
  if (speaker === 'citizen') return null;
  const { draftNo, no, kind } = publicationNameIn(text);
  const quoted = draftQuoted(heard.quote);
  const isDraft = draftNo !== null || quoted !== null;
  if (/更正/.test(text) && no !== null && !isQuestion(text)) return 'report.correct';
  if (speaker === 'office' && draftEditIn(text) !== null) return 'paper.edit';
  if (isDraft && DISCARDS.test(text)) return isQuestion(text) || isHedged(text) ? null : 'report.discard';
  if (SIGNS.test(text) && (isDraft || (kind !== null && no === null && /签发|印发/.test(text)))) {
    return isQuestion(text) || isHedged(text) || /待签|没签|未签|已签/.test(text) ? null : 'report.sign';
  }
  const isNamed = draftNo !== null || (no !== null && kind !== null) || /^(?:看|查)\S{0,3}草稿[。!]?$/.test(text);
  return isNamed && SHOWS.test(text) && !/看了|看过|看到|谁|错|写得/.test(text) ? 'report.show' : null;
};

export type SheetKind = 'ledger' | 'tasks' | 'materials' | 'units';

/** Which sheet a message names; null where none. */
export function sheetIn(text: string): SheetKind | null {
  if (/任务(?:分解|进展(?:情况)?)?(?:表|台账)/.test(text)) return 'tasks';
  if (/(?:资料|材料)(?:清单|台账|表)/.test(text)) return 'materials';
  if (/整改情况表|情况(?:统计)?表/.test(text)) return 'units';
  return /台账/.test(text) ? 'ledger' : null;
}

const EXPORTS =
  /导出|下载|(?:电子(?:版|表格?)|表格|excel|xlsx?).{0,8}(?:发|给|传|要)|(?:发|给|传)我.{0,12}(?:电子(?:版|表)|表格|excel|xlsx?)/i;

export const exportsSheet: ActRule = ({ text, speaker }) => {
  if (speaker === 'citizen' || !EXPORTS.test(text) || sheetIn(text) === null || text.length > 40) return null;
  return isQuestion(text) || isHedged(text) || kindIn(text) !== null || /导出了|已导出|不用导|别导/.test(text)
    ? null
    : 'export.ledger';
};
