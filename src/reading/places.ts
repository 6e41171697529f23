/** 地点: a chain of place elements: 人民路与解放路交叉口东北角, 阳光新城3栋1单元, 牛角巷17号门口. */
import type { DirectoryData, Site } from '../domain/directory.ts';
import { alternatives } from './mention.ts';

export interface Place {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The directory's site it begins with, or lies at. */
  readonly site: Site | null;
}

export interface PlaceFinder {
  /** The first place of the text. `isNamed`: only one that has a name, not 服务台 or 公厕 alone. */
  first(text: string, isNamed?: boolean): Place | null;
  /** Directory sites named anywhere. */
  sitesIn(text: string): readonly { readonly start: number; readonly end: number; readonly site: Site }[];
  /** A part of an estate or building that the text begins with (7栋, 二期门口); null where there is none. */
  partAt(text: string): string | null;
}

/** Endings of names of places; a character that would make another word of it may not follow. */
const NAME_ENDINGS =
  '十字路口|丁字路口|三岔路口|交叉路口|交叉口|交汇处|交口|路口|大道|大街|步行街|商业街|美食街|小吃街|老街|后街|街(?![道办面坊])|胡同|里弄|弄堂|环线|高架|立交桥?|路(?![灯面障过牌况沿基桩肩边上口段线标])|路(?=[边上段])|巷(?![道])|' +
  '小区|家属院|家属楼|宿舍|花园|新城|新村|新区|家园|佳园|公寓|山庄|别墅|嘉园|名苑|雅苑|苑|府邸|华府|庭院|公馆|国际城|' +
  '农贸市场|综合市场|菜市场|批发市场|市场(?!监|局|部)|超市|商场|商城|购物中心|百货|广场(?!舞)|公园|游园|景区|景点|植物园|动物园|体育馆|体育场|图书馆|博物馆|文化馆|文化宫|影院|剧院|' +
  '人民医院|中医院|医院|卫生院|卫生室|诊所|药店|药房|小学|中学|初中|高中|幼儿园|学校|大学|学院|技校|[一二三四五六七八九]中|' +
  '汽车站|客运站|火车站|高铁站|公交站台?|公交站亭|车站|地铁站|加油站|加气站|充电站|服务区|收费站|停车场|' +
  '工地|项目部|大厦|大楼|写字楼|酒店|宾馆|旅馆|饭店|餐馆|餐厅|火锅店|烧烤店|面馆|网吧|银行|邮局|派出所|便民服务中心|服务中心|活动中心|文化站|实践[站所中心]+|服务站|服务大厅|办事大厅|政务大厅|政务中心|大厅|' +
  '公厕|公共厕所|垃圾中转站|中转站|垃圾站|垃圾屋|垃圾池|垃圾房|回收站|岗亭|门卫室|地下车库|车库|' +
  '大桥|桥头|桥下|天桥|桥(?![梁墩面])|隧道|涵洞|河道|河边|河|江边|湖边|水库|沟渠|码头|' +
  '社区(?!工作|居委)|村(?![民委里])|屯|镇(?!政府|人民)|产业园|工业园|园区|工业区|开发区|厂区|水厂|厂(?!区)|商铺|门店|菜店|便利店|店(?![外招面铺前门家主员内])|馆(?!子)';
/** Parts and sides of a place. */
const SIDE = '(?:东北|西北|东南|西南|东|西|南|北)';
const PART =
  `(?:${SIDE}(?:侧|边|面|角|段|头|端|门|口|入口|出口|大门|门口|区(?![别域]))[口外内前]?|[前后正侧大小旁偏][门](?:口|外|前|处)?|门口|门前(?!三包)|门外|门内|出入口|入口处?|出口处?|路口|巷口|(?<=[巷路街弄])口(?![香腔头罩感号])|街口|村口|桥头|转角处?|拐角处?|拐弯处|交叉口|` +
  '对面|斜对面|旁边?(?!观)|附近|周边|周围|之间|中间|中段|前段|后段|沿线|沿街|两侧|两旁|一侧|一带|内侧|外侧|里侧|背后|后面|前面|前方|后方|后侧|前侧|侧面|隔壁|' +
  '\\([^)\\s]{1,10}\\)|(?<=[巷区园场院楼校站城镇村])[内里](?=[一-龥])|围墙(?:[外内]侧?|旁|边)?|(?:周边|附近|方圆)\\d+米(?:范围)?内?|(?<=[楼桥树])下|楼下|楼上|楼前|楼后|楼顶|楼道(?![堆灯里内有墙杂飞]|口)|楼道口|楼梯间|天台|院内|院里|内部|里面|外面|外围|尽头|路段|路边|路旁|路南|路北|路东|路西|河边|广场上|地下室|地下停车场|负一[楼层]|停车场|停车棚|架空层|大堂|大厅|候车厅|候诊区|' +
  `[向往]${SIDE}\\s?(?:约|大概)?\\d+\\s?米(?:左右|处)?|\\d+\\s?米处|靠近?[一-龥]{1,6}(?:侧|边|处|那头|一侧|方向|门)|靠[路街河江湖]边?|(?:那头|这头)|处(?![理罚置]))`;
const COUNT = '(?:\\d+|[一二三四五六七八九十]{1,3})';
const BUILDING = `(?:${COUNT}(?:-\\d+)?#?\\s?(?:号楼(?![道梯])|号院|号门面|号门(?![前口外洞])|号商铺|号(?:窗口|柜台|摊位?|档口|电梯|站台|库|仓|厅|馆|井|展厅|候车厅)|号|栋|幢|单元|座|楼|层|室|期|区(?!别)|组|弄|门岗)(?<!号(?=线|车|公交)))`;
const GENERIC =
  '(?:公厕|公共厕所|厕所|卫生间|服务站|志愿服务站|服务台|服务大厅|办事大厅|大厅|幼儿园|小学|中学|学校|超市|菜场|菜市场|市场(?![监局部])|大院|药店|银行|加油站|公交站台?|站台|公交站亭|停车场|广场|公园|门卫|岗亭|小区|家属院|社区|工地|集镇|主街|老街|后街|菜店|商铺|门面房?|垃圾站|垃圾中转站|垃圾桶旁|垃圾桶边|篮球场|足球场|操场|游乐场|儿童乐园|儿童游乐区|游乐区|休闲区|健身区|健身广场|凉亭|湖边|河边|桥下|桥头|电梯间|食堂|急诊楼?|门诊楼?大?厅?|门诊部|住院部|病房|收费处|挂号处|窗口(?=前|旁)|候车室|售票厅|检票口|进站口|出站口|村委会|居委会|宿舍楼?|教学楼|实验楼|办公楼|综合楼|[A-Za-z]座|[A-Za-z]区)';
/** Within a name of a place these do not occur: verbs, particles, what is wrong. */
const NOT_IN_NAMES =
  /[占乱堆破损有没无被把停摆坏脏满漏烧晒贴挂拉缺很不太了请叫让这那我你他她们是于从为以及也都还就又再已未的在和与到至往向给催查看报说每各该某吗呢吧啊]|垃圾|杂物|污水|发现|巡查|处理|整改|责任|单位|道路|马路|问题|地点|位置|多处|一处|一个|严重|非机动|机动|公共|车辆|油烟|泥|车|对|一下|看看|列出|显示|查询|出(?=$)|^[一二三四五六七八九十两几半全沿大小高](?=$)|\d+家|[几两三]家|沿街|跨门|临街|楼道|电线|树|广告/;
/** 和平路, 为民路, 老汽车站: names that hold such a character. */
const NAME_WORDS =
  /为民|和平|太平|太和|太阳|太湖|太行|人和|永和|中和|和谐|和顺|祥和|兴和|泰和|仁和|和美|和兴|和睦|协和|保和|大有|有容|不夜城|汽车|火车|电车|新车|水车|向阳|向荣|到家|给水|对外|催化|以北|以南|再生|在水|自在|往来|还珠|还乡|机动车检测/g;
const BOUNDARY = /^[\s,。;:!?、]/;

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
  const elements = {
    site: sticky(siteSource),
    territory: sticky(
      `(?:${territories})(?:政府(?=大?门|大?院|机关|食堂|广场|办公|大楼|[一二三四五六]楼|[内里后东西南北]|旁|对面|附近|前))?(?!政府|办|居委)`,
    ),
    building: sticky(BUILDING),
    part: sticky(PART),
    generic: sticky(GENERIC),
    quoted: sticky('[“"「『《][^”"」』》\\s]{1,12}[”"」』》](?:店(?![招外内铺门])|门口|门前|前|旁)?'),
    named: sticky(`([一-龥A-Za-z0-9]{1,8}?)(?:${NAME_ENDINGS})`),
    // 儿童沙坑旁, 少年宫对面: whatever it is, the word behind it makes a place of it.
    beside: sticky(
      `([一-龥A-Za-z0-9]{2,8}?)(?:旁边?(?!观)|斜?对面|门口|门前(?!三包)|门外|附近|隔壁|[后前]面|背后|${SIDE}(?:侧|边|角|面|头))`,
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
      /^[道马公铁线电水走让]$/.test(name)
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
    const near = at(elements.building, text, from) ?? at(elements.part, text, from);
    if (gap === ',' || gap === ' ')
      return (
        near ??
        (gap === ' ' ? (at(elements.site, text, from) ?? at(elements.generic, text, from) ?? beside(text, from)) : null)
      );
    return (
      at(elements.site, text, from) ??
      near ??
      at(elements.generic, text, from) ??
      at(elements.quoted, text, from) ??
      named(text, from, 6) ??
      beside(text, from)
    );
  }

  const GAP = /^(?:[与和到至及]|[\s,]|的(?!地面|墙)|、(?=\d)|-(?=\d))?/;

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
    const match = new RegExp(siteSource).exec(text);
    return match ? (byName.get(match[0]) ?? null) : null;
  };

  return {
    first(text, isNamed = false) {
      for (let from = 0; from < text.length; from += 1) {
        const before = text.slice(0, from);
        const isStart =
          from === 0 ||
          BOUNDARY.test(text[from - 1] ?? '') ||
          /(?:在|把|将|是|到|位于|地点|位置|查|去|了|的|发现|巡查|反映|我们|你们|咱们?)$/.test(before);
        const first = startAt(text, from, isStart, isNamed);
        if (first === null) continue;
        const end = chainEnd(text, from + first.length);
        const found = text.slice(from, end);
        return { start: from, end, text: found, site: siteOf(found) };
      }
      return null;
    },
    sitesIn(text) {
      return [...text.matchAll(siteAnywhere)].flatMap((match) => {
        const site = byName.get(match[0]);
        return site ? [{ start: match.index, end: match.index + match[0].length, site }] : [];
      });
    },
    partAt(text) {
      const first =
        at(elements.building, text, 0) ??
        (/^(?:一侧|两侧|附近)/.test(text)
          ? null
          : at(sticky(`(?:${SIDE}(?:侧|门|段|区)|[前后正侧]门|门口|地下车库|架空层|楼下|电梯间)`), text, 0));
      return first === null ? null : text.slice(0, chainEnd(text, first.length));
    },
  };
}
