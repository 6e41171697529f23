/** 版式: labelled forms and numbered lists. */
import { listMarks } from '../list-marks.ts';
import { stripLead } from '../spoken.ts';
import type { Sentence } from './clauses.ts';
import { formIn, HELPER } from './labels.ts';

/** Before the text of each item of a list; a line end follows it, so that names begin there. */
const ITEM = '\uE001';
const ITEM_HERE = `$1${ITEM}\n`;

/** The text with the marks of its lists (1. 2、 ① 一是 第二) as one sign each. */
export const itemised = (text: string): string =>
  withMarks(text)
    // 1住建局2园林中心: the items are shared out without a comma.
    .replace(/(?<=^|[。;,!\n\s])1[一-龥]{2,8}(?:[2-9][一-龥]{2,8})+(?=$|[,。;])/g, (run) =>
      run.replace(/(?!^)(?=[2-9])/g, ','),
    )
    .replace(/(?<=首先.*)([,;。\n])\s*(?:然后|接着|最后|再就是|再有)[是:,]?\s*/gs, ITEM_HERE)
    // 园林中心①②，公安③: marks with nothing behind them name the items of the list.
    .replace(
      /(?<=[一-龥])\s*((?:\d{1,2}\.\s*)+)(?=[,。;、]|$)/g,
      (_, marks: string) => `管第${(marks.match(/\d+/g) ?? []).join('、')}个`,
    )
    // ②③环卫中心，①城管局, behind the list.
    .replace(
      new RegExp(
        `(?<=${ITEM}.*(?:^|[\\s;。,\\n]))((?:\\d{1,2}\\.\\s*)+)(?=[^\\s,。;\\d]{2,10}\\s*(?:$|[,。;\\n]))`,
        'gs',
      ),
      (_, marks: string) => `第${(marks.match(/\d+/g) ?? []).join('、')}个`,
    )
    .replace(/(^|[\s:;。,\n、)])\(?(\d{1,2})(?:[.、)](?!\d)|\)(?=\D))\s*/g, ITEM_HERE)
    .replace(/(^|[\s:;。,\n])\(?[A-Ha-h][.、)]\s*(?=[一-龥])/g, ITEM_HERE)
    .replace(/(^|[\s:;。,\n])\(?[一二三四五六七八九](?:、|\)|是(?!否|不))\s*/g, ITEM_HERE)
    .replace(
      /(^|[\s:;。,\n])(?:第[一二三四五](?:[个处条]?[是:,、]|[个处条])|首先|其次|其[一二三]|再一?[个处](?=是)|另一?[个处]是?)[是:,、]?\s*/g,
      ITEM_HERE,
    )
    .replace(/(^|[\s:;。,\n])(?:还有|另外?|再)?一[个处](?:是|在|位于)(?!否|不)\s*/g, ITEM_HERE);

/** …门口一个是摊贩占道再一个电动车乱停还有就是…: dictated without a stop, with at least one more behind the first. */
const FIRST_SAID = /(?:第?一[个点处条]?(?:就|呢|呢就)?是(?!否|不)|首先(?:是|呢)?|第一[个点处条]?(?:是|呢)?)/;
const NEXT_SAID =
  /(?:还有)?(?:再|另外?|又)一?[个处](?:就|呢)*(?:是)?|(?:还有|再有|再就|另外|然后|最后|其次)(?:一?[个处])?(?:就|呢)*是|(?:第?[二三四五六](?:[个点处条])?(?:就|呢)*是)|(?:还有一?[个处]|其次|最后)(?:呢)?|(?:还有|然后|另外)(?=[一-龥]{3})/g;
/** Each of them as an item of a list; a text without such a row as it is. */
export function spokenList(text: string): string {
  const first = FIRST_SAID.exec(text);
  if (!first) return text;
  const [head, tail] = [text.slice(0, first.index), text.slice(first.index + first[0].length)];
  if (/[一二三四五六七八九]、|\d[.、)]/.test(text)) return text;
  const isRow = (tail.match(NEXT_SAID) ?? []).length > 0 && tail.split(NEXT_SAID).every((item) => item.length >= 4);
  return isRow ? `${head},一个是${tail.replace(NEXT_SAID, ',一个是')}` : text;
}

/** The marks that stand in order, whatever stands before them: 栏杆松动3、停车场…; and the points of a list without numbers. */
const withMarks = (text: string): string =>
  listMarks(text)
    .toReversed()
    .reduce((made, { start, end }) => `${made.slice(0, start)}${ITEM}\n${made.slice(end).trimStart()}`, text)
    .replace(/(?:^|(?<=[\s,;:。!\u4e00-\u9fa5)]))[●■◆▪◇□★☆▶]\s*/g, `${ITEM}\n`)
    .replace(/(^|\n)\s*[-·*–—]\s*(?=[一-龥])/g, ITEM_HERE);

/** Sentences, items and lines of an itemised text, with their places in it. */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let isItem = false;
  const close = (end: number): void => {
    if (text.slice(start, end).trim() !== '') sentences.push({ start, end, isItem });
  };
  for (const match of text.matchAll(/[;。!\n\uE001]/g)) {
    close(match.index);
    // The line end behind a mark of a list does not end the item.
    if (match[0] === ITEM || text.slice(start, match.index).trim() !== '') isItem = match[0] === ITEM;
    start = match.index + 1;
  }
  close(text.length);
  return sentences;
}

/** 【问题】… 【单位】…, and no place among them. */
const unboxed = (text: string): string =>
  text
    .replace(/[【[](?:责任|整改|主责|牵头)?单位[】\]]\s*:?/g, ',责任单位')
    .replace(/[【[](?:整改|完成)?(?:时限|期限)[】\]]\s*:?/g, ',时限');

/** What a note orders; what it only explains (老人多) is left out. */
const ORDERS =
  /请|要|务必|必须|尽快|抓紧|马上|立即|\d[点号日]|今[天日晚]|[明后]天|周[一二三四五六日]|到位|[前内]$|[前内][,。]|局|街道|镇|中心|大队/;

const HELPER_LABEL = new RegExp(`(?<=[\\s,;。])[,;。]?\\s*${HELPER}\\s*:\\s*`, 'g');
/** …歪了 责任单位:交警 协办:住建局 5天内, at the end of a sentence and in no form. */
const withHelper = (text: string): string => text.replace(HELPER_LABEL, ',协办单位');

/** 地点:… 问题:… 责任单位:… in any order → a plain message: place, comma, problem; the rest as sentences of their own. */
export function unlabelled(text: string): { place: string | null; text: string } {
  const form = formIn(text);
  if (form === null) return { place: null, text: stripLead(unboxed(withHelper(text))) };
  const of = (...fields: readonly string[]): string[] =>
    form.values.filter(({ field }) => fields.includes(field)).map(({ value }) => value);
  const problem = of('what').join(',') || of('type').join(',');
  const place = of('where').join(' ');
  const notes = of('note').map((note) =>
    note
      .split(/(?<=[,。;])|(?=请|务必|尽快)/)
      .filter((clause) => ORDERS.test(clause))
      .join(''),
  );
  const orders = [
    ...of('who').map((value) => `责任单位${value}`),
    ...of('person').map((value) => `请${value}`),
    ...of('helper').map((value) => `协办单位${value}`),
    ...of('when').map((value) => `时限${value}`),
    ...notes,
  ].filter((order) => order !== '');
  // 地点:人民路工行门口电动车压盲道: no problem of its own, so the place tells it.
  if (problem === '') return { place: null, text: [stripLead(form.before), place, ...orders].join('。') };
  return { place: place === '' ? null : place, text: [problem, ...orders].join('。') };
}
