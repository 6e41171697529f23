/** 何处: the place of a clause, from its own words, the clause before, the label or the quoted card. */
import type { Place, PlaceFinder } from '../places.ts';
import { stripLead } from '../spoken.ts';
import type { IssueTools } from './tools.ts';

/** 庙岭镇 旱厕未拆: where nothing else is said, the territory at the head is the place too. */
export function territoryAt(text: string, tools: IssueTools): string | null {
  const first = tools.findUnits(text)[0];
  return first?.start === 0 && /(?:镇|街道|街道办|社区|乡|村|居委会)$/.test(first.typed) ? first.typed : null;
}

/** What is labelled as the place is the place, whatever it looks like. */
export const placeOf = (label: string, places: PlaceFinder): Place => ({
  start: 0,
  end: 0,
  text: label,
  site: places.first(label)?.site ?? null,
});

/** 同一个地方, 同上: the place on the card that is quoted. */
export function quotedPlace(text: string, quote: string | null, places: PlaceFinder): Place | null {
  if (
    quote === null ||
    !/同一?个?(?:地方|位置|地点|点位|处|上|小区|路段)|这里|这个(?:地方|位置|点位)|该处|还是这|此处|再报|还有|另外|这[里头边儿]|里[头面]|旁边|上面/.test(
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

/** The place a clause begins with, or one of its parts in the place before (7栋, 中段). */
export function takePlace(
  clause: string,
  current: Place | null,
  /** The place is of something said before, not just now being named. */
  isSettled: boolean,
  tools: IssueTools,
): { rest: string; place: Place | null; others: readonly Place[] } {
  const text = stripLead(clause);
  const part = current && tools.places.partAt(text);
  if (current && part !== null && part !== '') {
    const base = isSettled ? estateOf(current.text) : current.text;
    const joined = `${base}${part}`;
    return { rest: text.slice((part ?? '').length), place: { ...current, text: joined }, others: [] };
  }
  const found = tools.places.first(text, true);
  if (!found) return { rest: text, place: current, others: [] };
  const isHead = found.start <= 3 || current === null;
  if (!isHead) return { rest: text, place: current, others: [] };
  const head = text
    .slice(0, found.start)
    .replace(
      /(?:^|.*[是把将在到了])(?:我们?|咱们?)?$|(?:在建的|我们?|咱们?|附近的?|关于|针对|发现|巡查到?|检查到?)$/,
      '',
    );
  const isWithin = current?.site && !isSettled && !found.site && found.start === 0;
  const { others, tail } = furtherPlaces(text.slice(found.end), tools.places);
  return {
    rest: `${head}${tail.replace(/^的(?=.)/, '')}`,
    place: { ...found, text: `${isWithin ? current.text : ''}${found.text.trim()}` },
    others,
  };
}

/** 、滨江大道、建设路三条路的…: places that share what follows. */
function furtherPlaces(text: string, places: PlaceFinder): { others: readonly Place[]; tail: string } {
  const others: Place[] = [];
  let tail = text;
  while (tail.startsWith('、')) {
    const next = places.first(tail.slice(1), true);
    if (!next || next.start !== 0) break;
    others.push(next);
    tail = tail.slice(1 + next.end);
  }
  if (others.length === 0) return { others, tail: text };
  return {
    others,
    tail: tail.replace(
      /^等?(?:[\d一二两三四五六七八九十几]+(?:条路|条街|个?地方|处|个小区|个点位|个路口))?(?:的|都|均|也)*/,
      '',
    ),
  };
}

/** The place without its last parts: 阳光新城3栋1单元 → 阳光新城. */
const estateOf = (location: string): string =>
  location.replace(/(?:\d+|[一二三四五六七八九十]+)(?:号楼|栋|幢|单元|座|楼|层|室|期).*$/, '') || location;
