/** 同上: the place and the unit on the card that is quoted. */
import type { Place, PlaceFinder } from '../place.ts';
import type { IssueTools } from './tools.ts';

/** 同一个地方, 同上: the place on the card that is quoted. */
export function quotedPlace(text: string, quote: string | null, places: PlaceFinder): Place | null {
  if (
    quote === null ||
    !/同一?个?(?:地方|位置|地点|点位|处|上|小区|路段)|这里|这个(?:地方|位置|点位)|该处|还是这|[本该这](?:个|条|一|座|栋)?(?:小区|地方|位置|层|楼|路|街|市场|公园|点位?|站)|此处|再报|还有|另外|这[里头边儿]|里[头面]|旁边|上面/.test(
      text,
    )
  )
    return null;
  // Cards of the bot name the place on a line of its own, with the facts of its site in brackets.
  const onCard = /点位:([^\n(]+)/.exec(quote)?.[1]?.trim();
  return places.first(onCard ?? quote.replace(/^.*?#\d+\s*/s, '').replace(/^[^ ]*\|/, ''));
}

/** 单位一样, 还是他们: the unit on the card that is quoted. */
export function quotedUnits(text: string, quote: string | null, tools: IssueTools): readonly string[] {
  if (quote === null || !SAME_UNIT.test(text)) return [];
  const named = /(?:责任单位|单位)[:\s]*([^\n]+)/.exec(quote)?.[1];
  const units = tools.findUnits(named ?? quote.slice(quote.lastIndexOf('|') + 1)).flatMap(({ units: found }) => found);
  return [...new Set(units)];
}

export const SAME_UNIT =
  /(?:责任)?单位(?:也|都|还)?(?:是)?(?:一样|同上|相同|不变|照旧|同前|跟上面一样|和上面一样)|同(?:一个|样的?)?(?:责任)?单位|(?:还是|也是|仍由|还由|一并由?)(?:他们|这家|该单位|原单位|它|刚才那家)|^(?:均|都)?同上/;
