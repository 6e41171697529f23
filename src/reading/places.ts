/** 地点: a chain of place elements: 人民路与解放路交叉口东北角, 阳光新城3栋1单元, 牛角巷17号门口. */
import type { DirectoryData, Site } from '../domain/directory.ts';
import { alternatives } from './mention.ts';

export interface Place {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The text without buildings, sides and other parts: 阳光新城 of 阳光新城3栋1单元. */
  readonly base: string;
  /** The directory's site it begins with, or lies at. */
  readonly site: Site | null;
}

export interface PlaceFinder {
  /** The first place of the text. `isNamed`: only one that has a name, not 服务台 or 公厕 alone. */
  first(text: string, isNamed?: boolean): Place | null;
  /** Directory sites named anywhere. */
  sitesIn(text: string): readonly { readonly start: number; readonly end: number; readonly site: Site }[];
  /** Named by what it is alone (公厕门口, 儿童乐园, 扶手旁边), so that it lies in another place. */
  isNameless(text: string): boolean;
  /** A part of an estate or building that the text begins with (7栋, 二期门口); null where there is none. */
  partAt(text: string): string | null;
}

/** Endings of names of places; a character that would make another word of it may not follow. */
const NAME_ENDINGS =
  '十字路口|丁字路口|三岔路口|交叉路口|交叉口|交汇处|交口|路口|大道|大街|步行街|商业街|美食街|小吃街|老街|后街|街(?![道办面坊])|胡同|里弄|弄堂|环线|高架|立交桥?|路(?![灯面障过牌况沿基桩肩边上口段线标])|路(?=[边上段])|巷(?![道])|' +
  '小区|家属院|家属楼|宿舍|花园|新城|新村|新区|家园|佳园|公寓|山庄|别墅|嘉园|名苑|雅苑|苑|府邸|华府|庭院|公馆|国际城|' +
  '夜市(?!摊)|早市|集市|农贸市场|综合市场|菜市场|批发市场|市场(?!监|局|部)|超市|商场|商城|购物中心|百货|广场(?!舞)|公园|游园|景区|景点|植物园|动物园|体育馆|体育场|图书馆|博物馆|文化馆|文化宫|影院|剧院|' +
  '人民医院|中医院|医院|卫生院|卫生室|诊所|药店|药房|小学|中学|初中|高中|幼儿园|学校|大学|学院|技校|[一二三四五六七八九]中|' +
  '汽车站|客运站|火车站|高铁站|公交站台?|公交站亭|车站|地铁站|加油站|加气站|充电站|服务区|收费站|停车场|' +
  '工地|项目部|大厦|大楼|写字楼|酒店|宾馆|旅馆|饭店|餐馆|餐厅|火锅店|烧烤店|面馆|网吧|银行|邮局|派出所|便民服务中心|服务中心|活动中心|文化站|实践[站所中心]+|服务站|服务大厅|办事大厅|政务大厅|政务中心|大厅|' +
  '公厕|公共厕所|垃圾中转站|中转站|垃圾站|垃圾屋|垃圾池|垃圾房|回收站|岗亭|门卫室|地下车库|车库|' +
  '大桥|桥头|桥下|天桥|桥(?![梁墩面])|隧道|涵洞|河道|河边|河|江边|湖边|水库|沟渠|码头|' +
  '社区(?!工作|居委)|村(?![民委里])|屯|镇(?!政府|人民)|产业园|工业园|园区|工业区|开发区|厂区|水厂|厂(?!区)|商铺|门店|菜店|便利店|店(?![外招面铺前门家主员内])|馆(?!子)';
/** Parts and sides of a place. */
const SIDE = '(?:东北|西北|东南|西南|东|西|南|北)';
const PART =
  `(?:${SIDE}(?:侧|边|面|角|段|头|端|门|口|入口|出口|大门|门口|区(?![别域]))(?:[口内前]|外(?!面))?|[前后正侧大小旁偏][门](?:口|外|前|处)?|[校院厂店园楼寺]门口?(?!卫|禁|前三包)|门口|门前(?!三包)|门外|门内|出入口|入口处?|出口处?|路口|巷口|(?<=[巷路街弄])口(?![香腔头罩感号])|街口|村口|桥头|转角处?|拐角处?|拐弯处|交叉口|` +
  '对面|斜对面|旁边?(?!观)|附近|周边|周围|之间|中间|中段|前段|后段|沿线|沿街|两侧|两旁|一侧|一带|内侧|外侧|里侧|背后|后面|前面|前方|后方|后侧|前侧|侧面|隔壁|' +
  '\\([^)\\s。;]{1,16}\\)|(?<=[巷区园场院楼校站城镇村])[内里](?=[一-龥])|(?<=[院园厂校站场区])外(?![卖墙地来])|围墙(?:[外内]侧?|旁边?|边|根|角|下面?|上面?(?=[一-龥]))?|(?:周边|附近|方圆)\\d+米(?:范围)?内?|(?<=[楼栋幢])[前后](?![面方侧门])|(?<=[楼桥树])下|楼下|楼上|楼前|楼后|楼顶|楼道(?![堆灯里内有墙杂飞]|口)|楼道口|楼梯间|天台|院内|院里|内部|里面|外面|外围|尽头|路段|路边|路旁|路[东西南北]侧?|河边|广场上|地下室|地下停车场|[负地]下?[一二三四1-4][楼层]|停车场|停车棚|架空层|大堂|大厅|候车厅|候诊区|' +
  `(?<=[侧边面])\\d+米(?:处|左右)?|(?:进去|往里走?|再?往前走?|前行)(?:约|大概|大约)?(?:\\d+|[一二两三四五六七八九十百几]+)米(?:左右)?(?:处|的?地方)?|的?[那这][条个座栋家块片](?:小?巷子?|小路|胡同|院子|楼|空地|地方|位置|路口|拐角)|[向往]${SIDE}\\s?(?:约|大概|走)?\\d+\\s?米(?:左右|处)?|\\d+\\s?米处|靠近?[一-龥]{1,6}(?:侧|边|处|那头|一侧|方向|门)|靠[路街河江湖]边?|(?:那头|这头)|处(?![理罚置]))`;
const COUNT = '(?:\\d+|[一二三四五六七八九十]{1,3})';
const BUILDING = `(?:${COUNT}(?:-\\d+)?#?\\s?(?:号楼(?![道梯])|号院|号门面|号门(?![前口外洞])|号商铺|号(?:窗口|柜台|摊位?|档口|电梯|站台|库|仓|厅|馆|井|展厅|候车厅)|号|栋|幢|单元|座|楼|层|室|期|区(?!别)|组|弄|门岗)(?<!号(?=线|车|公交)))`;
/** Areas of markets, stations, hospitals and estates: where, not what. */
const AREA =
  '(?:(?:水产|熟食|活禽|家禽|蔬菜|肉类|鲜肉|豆制品|干货|水果|粮油|调料|海鲜|冷鲜|早餐|小吃|美食|候车|候诊|候梯|挂号|收费|缴费|售票|取药|取号|输液|住院|门诊|急诊|体检|健身|儿童|休闲|停车|充电|游乐|游玩|装卸|卸货|仓储|办公|教学|运动|就餐|用餐|接待|服务|等候|等待|吸烟|生活|商业|经营|摊位|铺面|宿舍|业务|办事|咨询|亲子|阅读|自习|餐饮|娱乐|景观)(?:大厅|通道|区域?|厅|处|楼|场)|[A-Za-z东南西北]区|地下通道|下穿(?:隧道|通道)?|人行通道|过街通道|人行天桥|过街天桥|电梯口|电梯厅|楼梯口|扶梯口|检票口|出站口|进站口|安检口|走廊|过道|连廊|长廊|桥洞|背街|操场|主席台|儿童乐园|亲水平台|栈道|河堤|堤坝)';
/** Things at a place that may be what is wrong as well. */
const FIXTURE =
  '(?:高速(?:公路)?(?:出入口|出口|入口|口)|人工湖|喷泉池?|看台|候车亭|健身步道|步道|升旗台|塑胶跑道|停车棚|自行车棚|车棚|充电棚|门卫室?|传达室|保安亭|收发室|配电房|配电室|水泵房|泵房|母婴室|更衣室|开水间|茶水间|导医台|花坛(?![种里])|中央隔离带|隔离带|非机动车道|辅道|匝道|水沟|排水沟|明渠|夜市)';
const GENERIC =
  '(?:公厕|公共厕所|厕所|卫生间|服务站|志愿服务站|服务台|服务大厅|办事大厅|大厅|幼儿园|小学|中学|学校|超市|菜场|菜市场|市场(?![监局部])|大院|药店|银行|加油站|公交站台?|站台|公交站亭|停车场|广场|公园|门卫|岗亭|小区|家属院|社区|工地|集镇|集市|早市|主街|老街|后街|菜店|商铺|门面房?|垃圾站|垃圾中转站|垃圾桶旁|垃圾桶边|篮球场|足球场|操场|游乐场|儿童乐园|儿童游乐区|游乐区|休闲区|健身区|健身广场|凉亭|湖边|河边|桥下|桥头|电梯间|食堂|急诊楼?|门诊楼?大?厅?|门诊部|住院部|病房|收费处|挂号处|窗口(?=前|旁)|候车室|售票厅|检票口|进站口|出站口|儿童乐园|村委会|居委会|宿舍楼?|教学楼|实验楼|办公楼|综合楼|[A-Za-z]座|[A-Za-z]区)';
/** Within a name of a place these do not occur: verbs, particles, what is wrong. */
const NOT_IN_NAMES =
  /[占乱堆破损有没无被把停摆坏脏满漏烧晒贴挂拉缺很不太了请叫让这那我你他她们是于从为以及也都还就又再已未的在和与到至往向给催查看报说每各该某吗呢吧啊]|垃圾|杂物|污水|发现|巡查|处理|整改|责任|单位|道路|马路|问题|地点|位置|多处|一处|一个|严重|非机动|机动|公共|车辆|油烟|泥|车|对|一下|看看|列出|显示|查询|出(?=$)|^[一二三四五六七八九十两几半全沿大小高](?=$)|\d+家|[几两三]家|沿街|跨门|临街|楼道|电线|(?<![柳桃枣榆槐桂梧银果])树(?![湾林人园屯村庄德家山])|广告/;
/** 和平路, 为民路, 老汽车站: names that hold such a character. */
const NAME_WORDS =
  /为民|和平|太平|太和|太阳|太湖|太行|人和|永和|中和|和谐|和顺|祥和|兴和|泰和|仁和|和美|和兴|和睦|协和|保和|大有|有容|不夜城|汽车|火车|电车|新车|水车|向阳|向荣|到家|给水|对外|催化|以北|以南|再生|在水|自在|往来|还珠|还乡|机动车检测|满庭|满园|未来|无名|被服|停云|清泉|有恒|向前|和润|在水|天下|得月|看台|清真|看守/g;
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
    area: sticky(AREA),
    fixture: sticky(FIXTURE),
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
      // 联合整治时代广场: the site inside is the place.
      new RegExp(siteSource).exec(match[0].slice(1)) !== null ||
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
    const match = new RegExp(siteSource).exec(text);
    return match ? (byName.get(match[0]) ?? null) : null;
  };

  /** The place up to its first building, side or part. */
  function baseOf(place: string): string {
    const site = new RegExp(siteSource).exec(place);
    for (let from = Math.max(2, site ? site.index + site[0].length : 0); from < place.length; from += 1) {
      const part =
        at(elements.building, place, from) ??
        at(elements.area, place, from) ??
        at(elements.fixture, place, from) ??
        (site ? at(elements.part, place, from) : null);
      if (part !== null) return place.slice(0, from);
    }
    return place;
  }

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
    isNameless: (text) =>
      (at(elements.generic, text, 0) ?? at(elements.area, text, 0) ?? at(elements.fixture, text, 0)) !== null ||
      (named(text, 0, 8) === null && at(elements.site, text, 0) === null && at(elements.territory, text, 0) === null),
    sitesIn(text) {
      return [...text.matchAll(siteAnywhere)].flatMap((match) => {
        const site = byName.get(match[0]);
        return site ? [{ start: match.index, end: match.index + match[0].length, site }] : [];
      });
    },
    partAt(text) {
      const first =
        at(elements.building, text, 0) ??
        at(elements.area, text, 0) ??
        (/^(?:一侧|两侧|附近)/.test(text)
          ? null
          : at(
              sticky(`(?:${SIDE}(?:侧|门|段|区|口|头|端|角|入口|出口)|[前后正侧]门|门口|地下车库|架空层|楼下|电梯间)`),
              text,
              0,
            ));
      return first === null ? null : text.slice(0, chainEnd(text, first.length));
    },
  };
}
