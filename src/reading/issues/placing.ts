/** 何处: the place of a clause, from its own words, the clause before, the label or the quoted card. */
import type { Place, PlaceFinder } from '../place.ts';
import { stripLead } from '../spoken.ts';
import { isDeed } from './trimming.ts';
import { isInstruction, isToldToDo } from './instructions.ts';
import { thingIn } from './things-there.ts';
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
  base: label,
  site: places.first(label)?.site ?? null,
});

const INSIDE = /^(?:整个)?(?:小区|院子?|园区?|校园?|市场|场|医院|广场|公园|车?站|社区|工地)(?:[内里]|内部|里面)(?!垃)/;

/** 市三中周边、实验小学内外: where its parts are named, around it says nothing. */
const withoutAround = (place: string): string =>
  place.replace(/(?<=.{2})(?:及其?|和)?(?:周边|附近|周围|沿线|沿街|沿途|一带|内外|里面?|内部?|各处|全线|辖区)$/, '');

const FLOOR = /(?:[负地]下?[一二三四五1-5]|[一二三四五六七八九十\d]{1,2})[楼层]$/;
const WRITTEN_ON =
  /^(?:大?门口?上?|门[头边]|墙上|窗口上?|牌子上?|告示牌?上?|公告上?|玻璃上)(?:明明|都|也|还)?(?:是)?(?:写|贴|标|公示|说|印|注明|挂)(?:着|的|了|明)?(?=[^,]*(?:点|开|营业|时间|全天|照常|周))/;

/** 花坛里有烟头: in it is where, and 里 no part of what is wrong. */
const withItsInside = (part: string | null, text: string): string | null => {
  const inside = part === null || part === '' ? null : /^[里内](?=[有全都满尽还])/.exec(text.slice(part.length));
  return inside ? `${part ?? ''}${inside[0]}` : part;
};

/** The place a clause begins with, or one of its parts in the place before (7栋, 中段). */
export function takePlace(
  clause: string,
  current: Place | null,
  /** The place is of something said before, not just now being named, and no heading. */
  isSettled: boolean,
  tools: IssueTools,
): { rest: string; place: Place | null; others: readonly Place[] } {
  const text = stripLead(clause);
  // 大门口两侧…；小区内…: of the whole again.
  if (current && INSIDE.test(text)) return { rest: text, place: { ...current, text: current.base }, others: [] };
  // 门口写着八点半开: where it is written, not where it is wrong.
  if (current && WRITTEN_ON.test(text)) return { rest: text, place: current, others: [] };
  const part = current && withItsInside(tools.places.partAt(text), text);
  if (current && part !== null && part !== '') {
    // 市三中门口 and 校门口 are one door.
    const isSameDoor = /门口?$/.test(current.text) && /门口?$/.test(part);
    // 负二层 …，出口…: on the same floor.
    const isOnFloor = FLOOR.test(current.text) && !/[楼层栋幢号座区]/.test(part);
    // 二楼3号窗口…，5号窗口…: the next window is on the same floor.
    const floor = /^\d+号/.test(part)
      ? /^.*[负一二三四五六七八九十\d][楼层](?=\d+号)/.exec(current.text)?.[0]
      : undefined;
    const base = floor ?? withoutAround((isSettled && !isOnFloor) || isSameDoor ? current.base : current.text);
    const joined = `${base}${part}`;
    const rest = text.slice(part.length);
    return { rest: `${thingIn(part, rest, tools)}${rest}`, place: { ...current, text: joined }, others: [] };
  }
  const found = withoutStructure(firstPlace(text, tools.places), text);
  if (!found) return { rest: text, place: current, others: [] };
  const isHead = found.start <= 3 || current === null;
  // 电动车把单元门口堵死: what is done to it, not where.
  // 摊主在摊位底下睡觉: who does it, at no place of its own.
  const isDoing =
    current !== null &&
    /[一-龥]{2}(?<![我咱你]们)在$/.test(text.slice(0, found.start)) &&
    tools.places.isNameless(found.text);
  const isDoneTo = /[一-龥]{2}[把将被]$/.test(text.slice(0, found.start)) && tools.places.isNameless(found.text);
  if (!isHead || isDoneTo || isDoing) return { rest: text, place: current, others: [] };
  // 渣土倒在大桥镇三组路边: where it was put is part of what is wrong.
  const isPut = /[倒扔堆停丢放摆泼贴挂建搭种晒晾铺排]在$/.test(text.slice(0, found.start));
  const head = text
    .slice(0, found.start)
    .replace(
      /(?:^|^.{0,4}[是在到了]|^(?:请)?[把将])(?:我们?|咱们?)?$|(?:在建的|我们?|咱们?|附近的?|关于|针对|发现|(?:巡查|检查|抽查|抽检|督查|暗访|走访|夜查|夜巡)[到了]?)$/,
      '',
    );
  const put = isPut ? `${text.slice(0, found.start)}${found.text.slice(found.base.length)}` : head;
  const said = SPOKEN.test(head) || isInstruction(head) || isToldToDo(head) ? '' : put;
  const { others, tail } = furtherPlaces(text.slice(found.end), tools.places);
  // 小学旁的露天垃圾池填掉: what is to be done away with is what is wrong.
  const thing = /^.{3,}的([一-龥]{2,8})$/.exec(found.text)?.[1];
  if (thing !== undefined && said === '' && tail !== '' && isDeed(tail))
    return {
      rest: `${thing}${tail}`,
      place: {
        ...found,
        ...within({ ...found, text: found.text.slice(0, -thing.length - 1) }, current, isSettled, tools.places),
      },
      others,
    };
  // 后河沿街 上垃圾满地.
  const rest = `${said}${tail.replace(/^的(?=.)/, '').replace(/^上(?!下|空|方|面|坡)(?=[一-龥]{2})/, (on) => (/[路街巷桥道]$/.test(found.text) ? '' : on))}`;
  return {
    rest: said === '' ? `${thingIn(found.text, tail, tools)}${rest}` : rest,
    place: { ...found, ...within(found, current, isSettled, tools.places) },
    others,
  };
}

/** 我跟你报一个, 记一条哈, 就那个, 我市: what people say before they name the place. */
const SPOKEN =
  /^(?:喂|哎|嗯|啊|哈|呃|就|那个|这个|机器人|我们?家?|楼下|楼上|隔壁|对面|[跟给]你们?|说|讲|报|记|登记|看见|看到|发现|瞧见|一[条下个件]|刚刚?|这会儿|市|区|县|到|从|在|啊|[,、\s])+$/;

/** 实验小学后门围墙倾斜: the wall is what is wrong, not where. */
const STRUCTURE =
  /(?<=.{2})(?:围墙|候车亭|花坛|隔离带|看台|停车棚|车棚|充电棚|栈道|长廊|连廊|喷泉池?|升旗台|塑胶跑道|宣传栏|招牌)$/;

function withoutStructure(found: Place | null, text: string): Place | null {
  const thing = found && STRUCTURE.exec(found.text)?.[0];
  if (
    !found ||
    thing == null ||
    !/^[一-龥]/.test(text.slice(found.end)) ||
    /^[里内外旁上下前后边的中]/.test(text.slice(found.end))
  )
    return found;
  return { ...found, end: found.end - thing.length, text: found.text.slice(0, -thing.length) };
}

/** 解放路 发现 工行门口: one place, told in two steps. */
function firstPlace(text: string, places: PlaceFinder): Place | null {
  const found = places.first(text, true);
  if (!found) return null;
  const link = /^(?:上|这边)?(?:时)?(?:发现|看到)/.exec(text.slice(found.end))?.[0] ?? '';
  const more = link === '' ? null : places.first(text.slice(found.end + link.length), true);
  if (!more || more.start !== 0 || more.site) return found;
  return { ...found, end: found.end + link.length + more.end, text: `${found.text}${more.text}` };
}

/** 农行门口 */
const DOOR = /[一-龥]{2}门[口前]$/;

/** 公厕门口 after 滨江公园西门: a place without a name of its own lies in the place before. */
function within(
  found: Place,
  current: Place | null,
  isSettled: boolean,
  places: PlaceFinder,
): Pick<Place, 'text' | 'base' | 'site'> {
  const text = found.text.trim();
  if (!current || found.site || found.start !== 0) return { ...found, text };
  // 理发店…，粮油店…: one shop does not lie in the other.
  const isInShop = /(?:店|馆|铺|摊|超市|饭店|宾馆|酒店)(?:门口|门前|外)?$/.test(current.base);
  const isOfTrade = !isInShop && /^[一-龥]{2,6}(?:店|馆|铺|摊|超市|饭店|餐馆|宾馆|酒店)(?:门口|门前|外)?$/.test(text);
  const isShop = isSettled && isOfTrade;
  if (isShop || places.isNameless(text)) {
    // 扶手旁边 lies at the very place, 公厕门口 in the whole of it.
    const isBeside = !isShop && !places.isPart(text);
    // 解放路工行门口…，农行门口…: doors along one street.
    const street = /^.{1,8}?(?:大道|[路街巷道])(?=.)/.exec(current.text)?.[0];
    if (street !== undefined && DOOR.test(text) && DOOR.test(current.text))
      return { text: `${street}${text}`, base: `${street}${text}`.replace(/门[口前]$/, ''), site: current.site };
    return {
      text: `${withoutAround(isBeside ? current.text : current.base)}${text}`,
      base: current.base,
      site: current.site,
    };
  }
  if (isSettled || !(current.site || isOfTrade)) return { ...found, text };
  const whole = `${withoutAround(current.text)}${text}`;
  return isOfTrade ? { text: whole, base: current.text, site: current.site } : { ...found, text: whole };
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
