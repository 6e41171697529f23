/** 版式: labelled forms and numbered lists. */
import { bareMarks } from '../list-marks.ts';
import { stripLead } from '../spoken.ts';
import type { Sentence } from './clauses.ts';

const LABELS =
  /(?<![个处些类种的几])(地点|位置|点位|地址|在哪[里儿]?|哪里|问题描述|存在问题|问题类[型别]|具体情况|(?:巡查|检查|发现)(?:日期|时间)|什么事|啥事|问题|情况|内容|责任单位|责任主体|整改单位|承办单位|处理单位|谁负责|谁来改|责任人|责任|牵头单位|牵头|主责单位|协办单位|配合单位|协办|配合|整改时限|完成时限|整改期限|完成期限|完成时间|整改时间|时限|期限|时间|什么时候|要求|类[型别]|备注|单位)\s*:/g;
const IS_LABEL = new RegExp(`^(?:${LABELS.source})$`);
const WHERE = /地点|位置|点位|地址|哪里|在哪/;

/** Before the text of each item of a list; a line end follows it, so that names begin there. */
const ITEM = '\uE001';
const ITEM_HERE = `$1${ITEM}\n`;

/** The text with the marks of its lists (1. 2、 ① 一是 第二) as one sign each. */
export const itemised = (text: string): string =>
  withMarks(text)
    // 园林中心①②，公安③: marks with nothing behind them name the items of the list.
    .replace(
      /(?<=[一-龥])\s*((?:\d{1,2}\.\s*)+)(?=[,。;、]|$)/g,
      (_, marks: string) => `管第${(marks.match(/\d+/g) ?? []).join('、')}个`,
    )
    .replace(/(^|[\s:;。,\n、)])\(?(\d{1,2})(?:[.、)](?!\d)|\)(?=\D))\s*/g, ITEM_HERE)
    .replace(/(^|[\s:;。,\n])\(?[A-Ha-h][.、)]\s*(?=[一-龥])/g, ITEM_HERE)
    .replace(/(^|[\s:;。,\n])\(?[一二三四五六七八九](?:、|\)|是(?!否|不))\s*/g, ITEM_HERE)
    .replace(
      /(^|[\s:;。,\n])(?:第[一二三四五](?:[个处条]?[是:,、]|[个处条])|首先|其次|其[一二三]|再一?[个处](?=是)|另一?[个处]是?)[是:,、]?\s*/g,
      ITEM_HERE,
    );

/** 1人民路…2解放路… → 1.人民路…2.解放路… */
const withMarks = (text: string): string =>
  bareMarks(text)
    .toReversed()
    .reduce((made, at) => `${made.slice(0, at)}\n${made.slice(at, at + 1)}.${made.slice(at + 1)}`, text);

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

/** 地点:… 问题:… 责任单位:… in any order → a plain message: place, comma, problem; the rest as sentences of their own. */
export function unlabelled(text: string): { place: string | null; text: string } {
  const plain = text
    .replace(/[【[]([^】\]]{2,4})[】\]]\s*:?/g, '$1:')
    // 位置 … | 问题 … | 单位 …
    .replace(/(?<=^|[|\n])\s*(\S{2,4})\s+(?=\S)/g, (start, label: string) =>
      IS_LABEL.test(`${label}:`) ? `\n${label}:` : start,
    )
    .replace(/\s*\|\s*/g, '\n');
  const marks = [...plain.matchAll(LABELS)];
  if (!marks.some(([, label]) => WHERE.test(label ?? ''))) return { place: null, text: stripLead(unboxed(text)) };
  const values = marks
    .map((mark, i) => ({
      label: mark[1] ?? '',
      value: plain
        .slice(mark.index + mark[0].length, marks[i + 1]?.index)
        .trim()
        .replace(/[,;。]+$/, ''),
    }))
    .filter(({ value }) => !/^(?:无|没有|暂无|不限|待定|[-/]+)$/.test(value));
  const of = (pattern: RegExp): string[] => values.filter(({ label }) => pattern.test(label)).map(({ value }) => value);
  const problem = of(/^(?:存在)?问题(?!类)|情况|内容|[什啥]么?事/).join(',');
  const place = of(WHERE).join(' ');
  const orders = [
    ...of(/^(?:责任单位|责任主体|责任$|整改单位|承办单位|处理单位|主责单位|牵头|谁|单位)/).map(
      (value) => `责任单位${value}`,
    ),
    ...of(/^(?:协办|配合)/).map((value) => `协办单位${value}`),
    ...of(/责任人/),
    ...of(/时限|期限|什么时候|时间/).map((value) => `时限${value}`),
    ...of(/要求|备注/),
  ];
  // 地点:人民路工行门口电动车压盲道: no problem of its own, so the place tells it.
  if (problem === '')
    return { place: null, text: [stripLead(text.slice(0, marks[0]?.index)), place, ...orders].join('。') };
  return { place: place === '' ? null : place, text: [problem, ...orders].join('。') };
}
