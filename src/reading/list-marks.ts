/** 序号: the marks of a list, told by their order: 1、12号门前…2、56号…, (1)…(2)…, 1人民路…2解放路…, ●…●…. */

const MEASURED =
  '(?:人(?!民|行|工)|家(?!属|具))|[个处台辆张次天日年月周点号米块盏棵株根条件户楼层栋幢座期区院室路组名位份元度小分秒半来多余层级等排只套间届步]';
/** What is done to a problem by its number (1已整改2已整改) is no item of a list. */
const ORDER = '已|整改|销|退|延|转|催|认|通过|申诉|挂|的|和|与|归|撤|并|在|未|没|还|由|请|给|交|都|不|可|要';
const BARE = (number: number): RegExp =>
  new RegExp(`(?<![\\d#第.、])${number}(?=(?!${ORDER}|${MEASURED})[一-龥]{3})`, 'g');
/** What may stand behind a mark: words, or the number of a house (1、12号门前). */
const ITEM_TEXT = '(?=\\s*(?:[^\\d\\s#]|\\d{1,4}(?:号(?!已|整改|销|退|通过)|栋|幢|座|单元|楼)))';
const SIGNED = (number: number): RegExp =>
  new RegExp(
    `(?<![\\d#第.、月/-])(?:0?${number}[、.)]|0?${number}/(?=[一-龥])|\\(${number}\\)|(?:问题|点位|隐患)(?:${number}\\s*[:、.,]|${'零一二三四五六七八九十'.charAt(number) || '-'}\\s*[:、.,\\s])(?!${ORDER}))${ITEM_TEXT}`,
    'g',
  );
/** 1 翠竹园南门 …, each at the head of its line; a line that ends in a deed (1 清了) is about a number. */
const SPACED = (number: number): RegExp =>
  new RegExp(`(?<=^\\s*|\\n\\s*)${number}\\s+(?=(?!${ORDER})[一-龥][^\\n]{5,}(?<![了过完好毕净掉]\\s*)(?:\\n|$))`, 'g');
const BEFORE_FIRST = /(?:^|[\s:;,。!)—])$/;

export interface ListMark {
  readonly start: number;
  readonly end: number;
}

/** The marks of the lists that a text holds, each from 1 on; empty where there are not two in order. */
export function listMarks(text: string): readonly ListMark[] {
  const signed = inOrder(text, SIGNED);
  // 一、…1、…2、…二、…1、…2、…: each place has a list of its own.
  const from = signed.at(-1)?.end ?? 0;
  const rest = text.slice(from);
  const more = signed.length > 0 && /\d[、.)]/.test(rest) ? listMarks(rest) : [];
  // 交通局负责①，城管局负责②: marks with nothing behind them only point.
  if (more.some(({ end }) => !/^\s*(?:[一-龥]{3}|\d{1,4}[号栋幢座楼单])/.test(rest.slice(end)))) return signed;
  if (signed.length > 0)
    return [...signed, ...more.map(({ start, end }) => ({ start: from + start, end: from + end }))];
  const spaced = inOrder(text, SPACED);
  return spaced.length > 0 ? spaced : inOrder(text, BARE);
}

function inOrder(text: string, markOf: (number: number) => RegExp): readonly ListMark[] {
  const spansOf = (number: number): ListMark[] =>
    [...text.matchAll(markOf(number))].map(({ 0: typed, index }) => ({ start: index, end: index + typed.length }));
  const first = spansOf(1).find(
    ({ start }) => BEFORE_FIRST.test(text.slice(0, start)) || /[(问点隐]/.test(text.charAt(start)),
  );
  if (!first) return [];
  const marks = [first];
  for (let number = 2; number <= 30; number += 1) {
    const last = marks.at(-1)?.end ?? 0;
    const next = spansOf(number).find(({ start }) => start > last + 2);
    if (!next) break;
    marks.push(next);
  }
  return marks.length > 1 ? marks : [];
}
