/** 版式: labelled forms and numbered lists. */
import { stripLead } from '../spoken.ts';

const LABELS =
  /(地点|位置|点位|地址|在哪[里儿]?|哪里|问题描述|存在问题|什么事|啥事|问题|情况|内容|责任单位|责任主体|整改单位|承办单位|处理单位|谁负责|谁来改|责任人|责任|牵头单位|牵头|主责单位|协办单位|配合单位|协办|配合|整改时限|完成时限|整改期限|完成期限|时限|期限|什么时候|要求|类别|备注)\s*:/g;
const WHERE = /地点|位置|点位|地址|哪里|在哪/;

/** Cuts into blocks: sentences, items of a numbered list, lines. */
export function blocksOf(text: string): string[] {
  return text
    .replace(/(^|[\s:;。,\n、])\(?(\d{1,2})(?:[.、)](?!\d)|\)(?=\D))\s*/g, '$1\uE001')
    .replace(/(^|[\s:;。,\n])[一二三四五六七八九]、\s*/g, '$1\uE001')
    .replace(/(^|[\s:;。,\n])(?:第[一二三四五]|首先|其次|其一|其二)(?:个|处|是)?[,:、]\s*/g, '$1\uE001')
    .split(/[;。!\n\uE001]+/)
    .map((block) => block.trim())
    .filter((block) => block !== '');
}

/** 地点:… 问题:… 责任单位:… in any order → a plain message: place, comma, problem; the rest as sentences of their own. */
export function unlabelled(text: string): { place: string | null; text: string } {
  const plain = text.replace(/[【[]([^】\]]{2,4})[】\]]\s*:?/g, '$1:');
  const marks = [...plain.matchAll(LABELS)];
  if (!marks.some(([, label]) => WHERE.test(label ?? ''))) return { place: null, text: stripLead(text) };
  const values = marks.map((mark, i) => ({
    label: mark[1] ?? '',
    value: plain
      .slice(mark.index + mark[0].length, marks[i + 1]?.index)
      .trim()
      .replace(/[,;。]+$/, ''),
  }));
  const of = (pattern: RegExp): string[] => values.filter(({ label }) => pattern.test(label)).map(({ value }) => value);
  const problem = of(/^(?:存在)?问题|情况|内容|[什啥]么?事/).join(',');
  const place = of(WHERE).join(' ');
  const orders = [
    ...of(/^(?:责任单位|责任主体|责任$|整改单位|承办单位|处理单位|主责单位|牵头|谁)/).map(
      (value) => `责任单位${value}`,
    ),
    ...of(/^(?:协办|配合)/).map((value) => `协办单位${value}`),
    ...of(/责任人/),
    ...of(/时限|期限|什么时候/).map((value) => `时限${value}`),
    ...of(/要求|备注/),
  ];
  return { place: place === '' ? null : place, text: [problem, ...orders].join('。') };
}
