/** 分句: a message may hold several orders, each with its own numbers: 301、302已改，304还在协调. */
import { isQuestion } from './acts/facts.ts';
import { PUT_OFF, type Numbers } from './numbers.ts';

const EXCEPTS = new RegExp(`除了|除外|以外|不含|不包括|不算|先不|先别|\\d号?\\s*${PUT_OFF}`);
const GOES_ON = /^(?:另外?|顺便|还有|此外|同时再?|再(?=查|看|报|登)|对了)[,:\s]*/;
/** 3号退回，还有一堆没清: what is left is said of the number before it, unless it is asked for. */
const LEFT_OVER =
  /^还有(?:一?[些点堆片]|一大|好?几|半|[\d一两二三四五六七八九十]+[个处堆辆户家块片条])[^,。;]*(?:[没未不]|在|脏|乱)/;
const REASON = /^\s*(?:原因|理由)(?:是|为|[:,])/;
const isLeftOver = (clause: string): boolean => LEFT_OVER.test(clause) && !isQuestion(clause);
/** Only numbers and what joins them: belongs to what follows. */
const NUMBERS_ONLY = /^[#\d号、,\s和与到至\-~.]*$/;

/** 1、301延期同意 2、302退回: marks of a list before the numbers of problems, told by their order. */
const ITEM =
  /(?<=^|[\n\s;。,])(\d{1,2})[、.)]\s*(?=#?\d{3,6}号?[的\s:,]*(?:认领|已|整改|通过|销|退|打回|延期|申诉|挂账|同意|驳|不|催|撤|改[好完]|清[了完理]|过|准|批|可以)|(?:同意|驳回|退回|通过)#?\d{3,6})/g;
export function withoutItemMarks(text: string): string {
  const marks = [...text.matchAll(ITEM)].map(([, no]) => Number(no));
  return marks.length > 1 && marks.every((no, at) => no === at + 1) ? text.replace(ITEM, '') : text;
}

/** Cut into stretches of which each has an order of its own; one stretch where that is not sure. */
export function cutOrders(text: string, numbersOf: (text: string) => Numbers): readonly string[] {
  if (EXCEPTS.test(text)) return [text];
  const clauses = text
    .split(
      /(?<=[,。;!\n])|(?<=\d号?[一-龥]{1,8}[了好完过格])(?=#?\d{2,6}号?[一-龥])|(?<=\S)\s+(?=#?\d{1,6}(?:号|[^\d:.%月日号点个处]))|(?<=\d号?[一-龥\d]{1,12}(?:同意|驳回|不批|批准|不准|成立|可以))(?=#?\d{2,6}号?的?(?:延期|挂账|申诉)?[^,。;\s]{0,4}?(?:不?同意|驳回|不批|批准|不准|成立|可以))|(?<=[一-龥]、)(?=(?:不?同意|驳回|批准|准予|退回|通过|销号)#?\d{1,6}号?[一-龥])/,
    )
    .filter((clause) => clause.trim() !== '');
  const stretches: { text: string; numbered: boolean; open: boolean }[] = [];
  for (const clause of clauses) {
    const { issueNos, taskNos, messageNos } = numbersOf(clause);
    const numbered = issueNos.length + taskNos.length + messageNos.length > 0;
    const last = stretches.at(-1);
    const goesOn = GOES_ON.test(clause.trim()) && (numbered || !isLeftOver(clause.trim()));
    // 撤销任务2，原因：与任务1重复: the number in a reason is told of.
    const isReason = REASON.test(clause) && issueNos.length + messageNos.length === 0;
    const isNew = !last || goesOn || (numbered && last.numbered && !last.open && !isReason);
    if (isNew) stretches.push({ text: clause.replace(GOES_ON, ''), numbered, open: NUMBERS_ONLY.test(clause) });
    else {
      last.text += clause;
      last.open &&= NUMBERS_ONLY.test(clause);
      last.numbered ||= numbered;
    }
  }
  return stretches
    .map((stretch) => stretch.text.replace(/[,。;!、\s]+$/, '').trim())
    .filter((stretch) => stretch !== '');
}
