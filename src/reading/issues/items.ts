/** 第几项: how people share out the items of a list: 1、2市监局，3交警; 前面的归环卫，后面的归城管. */
import { NUMERAL, parseNumeral } from '../numerals.ts';

const ONE = '(?:\\d{1,2}|[一二三四五六七八九十]|[A-Ha-h](?![A-Za-z]))';
/** 3, 三, C */
const numberOf = (one: string): number =>
  /[A-Ha-h]/.test(one) ? one.toUpperCase().charCodeAt(0) - 64 : (parseNumeral(one) ?? 0);
const LISTED = new RegExp(
  `^(?:问题|图|序号)?第?(${ONE}(?:\\s?[、,和及与到至~\\-]+\\s?(?:第|图)?${ONE})*)(?:[项条处个点件题]|号问题)?(?:问题)?的?(?:都|均)?[:由归给]?$`,
);
const FROM_AN_END = new RegExp(
  `^(前|后|头|最后|上|下)(?:面|边|者)?(?:的|那)?(${NUMERAL})?(?:[个处项条件点]|者)?(?:问题)?的?(?:都|均)?[由归给]?$`,
);

/** The numbers, from 1, of the items that a stretch names, out of `count`; null where it names none. */
export function itemsNamed(text: string, count: number): readonly number[] | null {
  // AB都归住建局
  const letters = /^([A-H]{2,6})(?:两|三)?[个项条处]?(?:都|均)?[归由给]?$/.exec(text)?.[1];
  if (letters !== undefined) return Array.from(letters, numberOf);
  // 23 of a list of three
  if (/^[1-9]{2}$/.test(text) && Number(text) > count && text.charAt(0) < text.charAt(1))
    return Array.from(text, Number).every((no) => no <= count) ? Array.from(text, Number) : null;
  const listed = LISTED.exec(text)?.[1];
  if (listed !== undefined) {
    const [from, to] = listed.split(/[到至~-]+/).map((one) => numberOf(one.replace(/\D(?=\d)|第|图/g, '')));
    if (from && to && from < to) return Array.from({ length: to - from + 1 }, (_, i) => from + i);
    return [...listed.matchAll(new RegExp(ONE, 'g'))].map(([one]) => numberOf(one));
  }
  const end = FROM_AN_END.exec(text);
  if (!end) return /^(?:其余|其他|其它|剩下|余下|别)的?(?:[个处项条])?(?:问题)?的?(?:都)?$/.test(text) ? [] : null;
  const many = Math.min(parseNumeral(end[2] ?? '1') ?? 1, count);
  const first = /^[前头上]/.test(end[1] ?? '') ? 1 : count - many + 1;
  return Array.from({ length: many }, (_, i) => first + i);
}

/** 住建局管第一个, 城管负责问题二, 环卫清前面的: named behind the unit. */
export function itemsBehind(order: string, count: number): readonly number[] | null {
  const named =
    /(?:管|负责|处理|整改|改|办|牵头|清|修|承办|归|去|包)((?:问题|第|[前后头]).{1,12}?|[一二三四五六七八九\d](?:[、和][一二三四五六七八九\d])*|[1-9]{2})(?:的?(?:处理|整改|问题))?[,。;]?$/.exec(
      order,
    )?.[1];
  return named === undefined ? null : itemsNamed(named, count);
}
