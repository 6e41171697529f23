/** 分段: a clause in pieces, each with its own place, and a clause that says the same of another place. */
import type { Place } from '../place.ts';
import { takePlace } from './placing.ts';
import type { IssueTools } from './tools.ts';

/** 、 between problems; 开锁、通下水的电话 is one kind of them, 卖菜的、卖鱼的 are those who do it. */
const LISTS =
  /(?<!的)(?<!\d(?=、\d+[、根块个处盏棵条级节]))、(?![^(]*\))(?![^、,]{1,6}(?:、[^、,]{1,6})*的(?:电话|号码|小?广告|小?卡片|小?纸条|条子|单子|贴纸))/;

export type Piece = ReturnType<typeof takePlace>;

/** A clause cut at 、, each piece with its place: 3号摊位占道、5号摊位没有明码标价. */
export function placed(clause: string, current: Place | null, isSettled: boolean, tools: IssueTools): readonly Piece[] {
  const whole = takePlace(clause, current, isSettled, tools);
  const [head = '', ...more] = whole.rest.split(LISTS);
  const pieces = [{ ...whole, rest: head }];
  for (const piece of more) {
    const last = pieces.at(-1)?.place ?? null;
    const own = takePlace(piece, last, true, tools);
    const isHouse = own.place?.start === 0 && own.place.site !== null && own.rest.length >= 3;
    const isOwn = own.place !== last && (isHouse || tools.findCategory(own.rest) !== null);
    pieces.push(isOwn ? own : { rest: piece, place: last, others: [] });
  }
  return pieces;
}

/** 35号前也是: nothing but that it is the same there. */
const SAME =
  /^(?:更(?:加|为)?(?:严重|厉害|多|夸张|乱)|也|同样|一样|还)(?:是|有|一样|存在|如此|这样|这个样子|这情况|有这个?问题|有这种情况|同样)*[的了]?$/;
export function saysSame(text: string, before: string): boolean {
  // 103号广告牌也是: the thing may be named again.
  const thing = /^[一-龥]{1,5}(?=[也同]|一样)/.exec(text)?.[0] ?? '';
  return SAME.test(before.includes(thing) ? text.slice(thing.length) : text);
}
