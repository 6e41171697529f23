/** 地点: a chain of place elements: 人民路与解放路交叉口东北角, 阳光新城3栋1单元, 牛角巷17号门口. */
import type { DirectoryData, Site } from '../domain/directory.ts';
import { isAnotherPlace } from '../domain/site-in.ts';
import { alternatives } from './mention.ts';
import type { PlaceFinder } from './place.ts';
import {
  AREA,
  BOUNDARY,
  BUILDING,
  FIXTURE,
  GENERIC,
  HERE,
  NAME_ENDINGS,
  NAME_WORDS,
  NOT_IN_NAMES,
  PART,
  SIDE,
} from './place-words.ts';

/** 店员上街, 学生过马路, 顺路: said of people on their way, and no name. */
const NO_NAME = /(?:[上站扫逛过沿满对赶压当]街|马路|[走让过顺半赶修堵问绕占]路)$/;

const sticky = (source: string): RegExp => new RegExp(source, 'y');

export function placeFinder(directory: DirectoryData): PlaceFinder {
  const byName = new Map<string, Site>();
  for (const site of directory.sites) {
    const short = site.name.replace(/(?<=.{3})小区$/, '').replace(/^市(?=.{2})/, '');
    for (const name of [site.name, ...site.aliases, short]) if (!byName.has(name)) byName.set(name, site);
  }
  const siteSource = `(?:${alternatives([...byName.keys()])})(?![灯面])`;
  const territories = alternatives(
    directory.units.filter(({ kind }) => /street|town|community|village/.test(kind)).map(({ name }) => name),
  );
  const siteAnywhere = new RegExp(siteSource, 'g');
  const siteWithin = new RegExp(siteSource);
  const elements = {
    site: sticky(siteSource),
    territory: sticky(
      `(?:${territories})(?:政府(?=大?门|大?院|机关|食堂|广场|办公|大楼|[一二三四五六]楼|[内里后东西南北]|旁|对面|附近|前))?(?!政府|办|居委)`,
    ),
    building: sticky(BUILDING),
    part: sticky(PART),
    area: sticky(AREA),
    fixture: sticky(FIXTURE),
    generic: sticky(GENERIC),
    quoted: sticky('[“"「『《][^”"」』》\\s]{1,12}[”"」』》](?:店(?![招外内铺门])|门口|门前|前|旁)?'),
    named: sticky(`([一-龥A-Za-z0-9]{1,8}?)(?:${NAME_ENDINGS})`),
    // 儿童沙坑旁, 少年宫对面: whatever it is, the word behind it makes a place of it.
    beside: sticky(
      `([一-龥A-Za-z0-9]{2,8}?)(?:旁边?(?!观)|斜?对面|门口|门前(?!三包)|门外|附近|隔壁|[后前]面|[后前]头|背后|底下|边上|下面(?!积(?!水))|(?:院|后|外|前|围|旧|老|北|南|东|西)*墙(?:外|根|角|边|脚|下)(?:头|面|侧)?|楼[下上前后顶]|${SIDE}(?:侧|边|角|面|头))`,
    ),
  };
  const at = (pattern: RegExp, text: string, from: number): string | null => {
    pattern.lastIndex = from;
    return pattern.exec(text)?.[0] ?? null;
  };

  function named(text: string, from: number, longest: number): string | null {
    elements.named.lastIndex = from;
    const match = elements.named.exec(text);
    const name = match?.[1] ?? '';
    if (
      !match ||
      name.length > longest ||
      NOT_IN_NAMES.test(name.replace(NAME_WORDS, '')) ||
      // 联合整治时代广场: the site inside is the place.
      siteWithin.test(match[0].slice(1)) ||
      /^[道马公铁线电水走让]$/.test(name) ||
      NO_NAME.test(match[0])
    )
      return null;
    return match[0];
  }

  /** 少年宫对面; null where it is no place. */
  function beside(text: string, from: number): string | null {
    elements.beside.lastIndex = from;
    const match = elements.beside.exec(text);
    return !match || NOT_IN_NAMES.test(match[1] ?? '') ? null : match[0];
  }

  /** The element at a place of the text, once a chain has begun. */
  function next(text: string, from: number, gap: string): string | null {
    const near =
      at(elements.building, text, from) ??
      at(elements.area, text, from) ??
      at(elements.fixture, text, from) ??
      at(elements.part, text, from);
    if (gap === ',' || gap === ' ')
      return (
        near ??
        (gap === ' ' ? (at(elements.site, text, from) ?? at(elements.generic, text, from) ?? beside(text, from)) : null)
      );
    return (
      at(elements.site, text, from) ??
      (/[与和到至]/.test(gap) ? at(elements.territory, text, from) : null) ??
      near ??
      at(elements.generic, text, from) ??
      at(elements.quoted, text, from) ??
      named(text, from, 6) ??
      beside(text, from)
    );
  }

  const GAP = /^(?:[与和到至及跟]|[\s,]|的(?!地面|墙)|、(?=\d)|-(?=\d))?/;

  function chainEnd(text: string, from: number): number {
    let end = from;
    for (;;) {
      const gap = GAP.exec(text.slice(end))?.[0] ?? '';
      const element = next(text, end + gap.length, gap) ?? (gap === '' ? null : null);
      if (element === null) return end;
      end += gap.length + element.length;
    }
  }

  function startAt(text: string, from: number, isStart: boolean, isNamed: boolean): string | null {
    const known = at(elements.site, text, from) ?? (isStart ? at(elements.territory, text, from) : null);
    if (known !== null) return known;
    if (!isStart) return null;
    return named(text, from, 8) ?? beside(text, from) ?? (isNamed ? null : at(elements.generic, text, from));
  }

  const siteOf = (text: string): Site | null => {
    const match = siteWithin.exec(text);
    if (!match || isAnotherPlace(match[0], text.slice(match.index + match[0].length))) return null;
    return byName.get(match[0]) ?? null;
  };

  /** The place up to its first building, side or part. */
  function baseOf(place: string): string {
    const site = siteWithin.exec(place);
    for (let from = Math.max(2, site ? site.index + site[0].length : 0); from < place.length; from += 1) {
      const part =
        at(elements.building, place, from) ??
        at(elements.area, place, from) ??
        at(elements.fixture, place, from) ??
        (site ? (at(elements.part, place, from) ?? at(elements.generic, place, from)) : null);
      // 奶茶店门口: the door is of the shop.
      if (part !== null)
        return place.slice(
          0,
          /^[店馆]门/.test(part) && from > (site?.index ?? 0) + (site?.[0].length ?? 0) ? from + 1 : from,
        );
    }
    return place;
  }

  const isPart = (text: string): boolean =>
    (at(elements.generic, text, 0) ?? at(elements.area, text, 0) ?? at(elements.fixture, text, 0)) !== null;

  return {
    first(text, isNamed = false) {
      for (let from = 0; from < text.length; from += 1) {
        const before = text.slice(0, from);
        const isStart =
          from === 0 ||
          BOUNDARY.test(text[from - 1] ?? '') ||
          /(?:在|把|将|是|到|位于|地点|位置|查|看|去|了|的|发现|巡查|反映|我们|你们|咱们?)$/.test(before);
        const first = startAt(text, from, isStart, isNamed);
        if (first === null) continue;
        const end = chainEnd(text, from + first.length);
        const found = text.slice(from, end);
        return { start: from, end, text: found, base: baseOf(found), site: siteOf(found) };
      }
      return null;
    },
    isPart,
    isNameless: (text) =>
      isPart(text) ||
      (named(text, 0, 8) === null && at(elements.site, text, 0) === null && at(elements.territory, text, 0) === null),
    sitesIn(text) {
      return [...text.matchAll(siteAnywhere)].flatMap((match) => {
        const site = byName.get(match[0]);
        return site ? [{ start: match.index, end: match.index + match[0].length, site }] : [];
      });
    },
    partAt(text) {
      // 北门农贸市场 is no 北门, nor is 北门街道.
      if (at(elements.site, text, 0) !== null || at(elements.territory, text, 0) !== null) return null;
      const first =
        at(elements.building, text, 0) ??
        at(elements.area, text, 0) ??
        (/^(?:一侧|两侧|附近)/.test(text)
          ? null
          : at(
              sticky(
                `(?:${SIDE}(?:侧|门口|大门口?|门|段|区|口|头|端|角|边|面|入口|出口|(?:围|院)墙(?:[外内]侧?|旁边?|边|根|角|下面?))|[前后正侧]门|${HERE})`,
              ),
              text,
              0,
            ));
      return first === null ? null : text.slice(0, chainEnd(text, first.length));
    },
  };
}
