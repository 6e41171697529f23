/** 单位: which units a text names, by full name, short name, sound or a word for several; and in what part (牵头, 配合, 从…转). */
import type { DirectoryData } from '../domain/directory.ts';
import { homophonesOf } from './homophones.ts';
import { alternatives } from './mention.ts';

export interface UnitMention {
  readonly start: number;
  readonly end: number;
  readonly typed: string;
  /** Canonical names; several for 三大运营商. */
  readonly units: readonly string[];
  readonly isGroup: boolean;
  readonly isFuzzy: boolean;
}

export type FindUnits = (
  text: string,
  spans?: readonly { readonly start: number; readonly end: number }[],
) => readonly UnitMention[];

/** A short name without such an ending is an everyday word (消防, 移动, 大桥): it needs the right neighbours. */
const ENDING =
  /(?:局|办|办事处|委|中心|公司|大队|队|所|处|部|街道|镇|乡|社区|联|集团|政府|台|大厅|居委会|院|站|运营商)$/;
const BEFORE_SHORT =
  /(?:^|[\s,。;:!?、()@+/"“”|【】]|请|由|让|叫|给|催|转|和|与|及|跟|找|归|从|到|把|成|为|办|位|下|醒|促|查|看|问|责|系|知|比|对|加[个上]?|除了?|了|吧|嘛|啊|属于|把|将|是|在|各|牵头|配合|派|交|改|换|位|着|定|\d号?|[项条处个件]|们|还有|辛苦|劳烦|麻烦|喊|[不应]该|应当|[这此]事|件事|[点号日班天周末底]前|[之以]前|[日天时周]内|[,。;\s][A-H])$/;
/** 上礼拜河西, 今儿城管: a day named before it ends where the name begins. */
const AFTER_A_DAY =
  /(?:[今明昨前后](?:[天日]|儿个?)|[上下本这每]个?(?:周|星期|礼拜|月|季度)|(?:周|星期|礼拜)[一二三四五六日天]|月份|以来|目前|现在|当前)$/;
const AFTER_SHORT =
  /^(?:$|[\s,。;:!?、()@/"“”|【】]|[+＋]|[两三几四五各]家|即刻|自己|今晚|[上下中]午|还有|[擦刷抹铲剪捆绑收挪移劝封围盖浇洗拖搬涂填砌铺焊卸抽扑约罚扣取落讲]|说[一下声]|也|都|快|怎么|咋|在(?=[早晚上下中])|跟|同|会同|连同|一起|共同|联合|牵|打捞|捞|刷|涂|铲|剪|捆|绑|收|挪|移|劝|封|围|盖|浇|种|巡|打扫|洗|先|得|需|应|要|说明|这|那|等|吧|啊|呢|就|办|和|与|及|抓紧|尽快|马上|立即|立刻|赶紧|请|来|去|看|处理|负责|牵头|主责|承[办担接]|主办|配合|协办|协助|协同|整改|清|拆|修|换|核|落实|解决|今|明|后天|周|本|下下?个?(?:周|月|星期)|这周|月底|上|\d|[一二两三四五六七八九十]{1,2}[天日周个小]|的|转|重点|盯|加|前|那边|这边|部门|单位|同志|你们|他们|认(?!为|识)|接[了下手收单]|领[了走下]|受理|签收|[超逾过到按]期|按时|及时|办结|有|还|排|为什么|管|改|问题|未|限|快|速|辛苦|务必|必须|资料|材料|报|到|没|把|几|办|全(?!部门|[国省市])|或|现在|最近|反弹|安排|派|组织|加强|执法|注意|帮|查|维|跟|冲|运|扫|补|及时|带人|速)/;
/** 消防通道, 环卫车, 园林绿化: a short name with these behind it is part of another word, wherever it stands. */
const OTHER_WORD =
  /^(?:通道|栓|设施|器材|[车门箱水管井面桶柜亭岗桥线缆杆网]|安全|演练|隐患|队员|知识|宣传|工人|作业|设备|绿化|景观|公厕|厕所|营业|网点|信号|手机|支付|电话|上(?!午|门)|下(?!午|周|班|下|个?月|个?星期)|头|段|人员|垃圾|执法|服务|在(?![早晚上下中]|[^,]{0,6}(?:加派|安排|值守|执勤))|是|不|也|都|已|说|镇|乡|村|街|路|社区|小区|[的了过率吗呢?]|有|没|还|怎|真|太|很)/;
/** 走城管来管一下, 去交警跟消防大队: what plainly goes on to tell a unit needs nothing before it. */
const PLAINLY_TOLD =
  /^(?:(?:的?(?:同志|人|部门))?(?:来|去|过来|过去)(?:管|看|查|清|处理|收|拖|劝|修|弄|人)|(?:马上|立即|立刻|赶紧|尽快|抓紧|即刻|迅速)(?:派|来|去|安排|处理|整改|清|修|到|把|组织|拖|换)|(?:今天|今晚|明天|后天|周[一二三四五六日]|[上下中]午|\d+[点号天])[^,。;]{0,8}(?:前|内|清|管|处理|拖|劝|去|来|收|修|换|查|整改)|(?:跟|和|还有|与|、)[一-龥]{2,4}?(?:今天|明天|今晚|后天|马上|赶紧|尽快|周[一二三四五])|(?:跟|和|还有|与|、)[一-龥]{2,8}?(?:局|大队|中心|街道|镇|办|公司|社区))/;
/** 河西办证大厅, 在东湖办理: the word goes on. */
const GETS_DONE = /^(?:证|理(?!解)|公[楼室区地大]|案|事(?!处))/;
const CLAUSE_HEAD = /(?:^|[,。;!?\s])$/;
const SUFFIXES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/街道$/, ['街道', '街道办', '街道办事处', '街办', '办事处', '办']],
  [/镇$/, ['镇', '镇政府', '镇人民政府']],
  [/乡$/, ['乡', '乡政府', '乡人民政府']],
  [/社区$/, ['社区', '社区居委会', '居委会']],
];

/** All ways of writing each unit, from the directory and by rule: without 市, with 街道办. */
function namesOf(directory: DirectoryData): Map<string, string> {
  const names = new Map<string, string>();
  for (const { name, aliases } of directory.units) {
    const base = name.replace(/^[市区县](?=.{2})/, '');
    const [pattern, endings] = SUFFIXES.find(([suffix]) => suffix.test(name)) ?? [/$/, ['']];
    const made = endings.map((ending) => base.replace(pattern, ending));
    for (const form of [name, base, ...made, ...aliases]) if (!names.has(form)) names.set(form, name);
    // 市 before a short name that has the ending of an office.
    for (const alias of aliases) if (ENDING.test(alias) && !names.has(`市${alias}`)) names.set(`市${alias}`, name);
  }
  return names;
}

/** A name without its ending (文旅, 市监), good only among other units: 公安、文旅、市监配合. */
function stemsOf(names: ReadonlyMap<string, string>): Map<string, string> {
  const stems = new Map<string, string>();
  for (const [name, unit] of names) {
    const stem = name.replace(/(?:局|委|中心|街道|公司|大队)$/, '');
    if (stem.length >= 2 && stem !== name && !names.has(stem) && !stems.has(stem)) stems.set(stem, unit);
  }
  return stems;
}

export function unitFinder(directory: DirectoryData): FindUnits {
  const names = namesOf(directory);
  const groups = new Map(Object.entries(directory.unitGroups));
  const exact = new RegExp(alternatives([...names.keys(), ...groups.keys()]), 'g');
  const stems = stemsOf(names);
  const stemInList = new RegExp(
    `(?<=[、和+])(?:${alternatives([...stems.keys()])})(?=[、和+配协牵负]|$|[,。;]|[两三四五几]家|一起|共同|联合|今|明|后天|\\d|抓紧|尽快|马上|立即|整治|处理|去|来|看|查|管|都|周|本周|下周|月底)|(?:${alternatives([...stems.keys()])})(?=[、+和跟]|牵头|配合|协办|一起|联合|[两三四五几]家)|(?:${alternatives([...stems.keys()].filter((stem) => stem.length >= 3))})(?=还|有|的|超|整改|问题|没|未)`,
    'g',
  );
  const findBySound = homophonesOf([...names.keys()].filter((name) => name.length >= 3 && ENDING.test(name)));
  const touches = (spans: readonly { start: number; end: number }[], start: number, end: number): boolean =>
    spans.some((span) => start < span.end && span.start < end);

  return (said, spans = []) => {
    // A picture ends a word as a comma does.
    const text = said.replace(/\p{Extended_Pictographic}/gu, (sign) => ','.repeat(sign.length));
    const mentions: UnitMention[] = [];
    const found = [...text.matchAll(exact)];
    const ends = new Set(found.map((match) => match.index + match[0].length));
    const starts = new Set(found.map((match) => match.index));
    for (const match of found) {
      const [whole, start] = [match[0], match.index];
      // 东湖街道办理: the 办 belongs to what follows.
      const isDeed = whole.endsWith('办') && GETS_DONE.test(text.slice(start + whole.length));
      const typed = isDeed ? whole.slice(0, -1) : whole;
      const end = start + typed.length;
      if (touches(spans, start, end) || (isDeed && !names.has(typed))) continue;
      const group = groups.get(typed);
      const isShort = group === undefined && !ENDING.test(typed);
      // 电信移动联通三家: short names in a row stand for each other.
      const isBegun =
        ends.has(start) ||
        BEFORE_SHORT.test(text.slice(0, start)) ||
        AFTER_A_DAY.test(text.slice(0, start)) ||
        PLAINLY_TOLD.test(text.slice(end));
      const isEnded =
        starts.has(end) ||
        AFTER_SHORT.test(text.slice(end)) ||
        // 环卫擦干净: at the head of a clause whatever it is told to do.
        (start > 0 &&
          (CLAUSE_HEAD.test(text.slice(0, start)) ||
            (ends.has(start - 1) && /[、和与跟及]/.test(text[start - 1] ?? ''))) &&
          !OTHER_WORD.test(text.slice(end)));
      if (isShort && !(isBegun && isEnded)) continue;
      const unit = names.get(typed);
      const units = group ?? (unit === undefined ? [] : [unit]);
      mentions.push({ start, end, typed, units, isGroup: group !== undefined, isFuzzy: false });
    }
    for (const match of text.matchAll(stemInList)) {
      const [typed, start] = [match[0], match.index];
      const unit = stems.get(typed);
      const end = start + typed.length;
      if (unit === undefined || touches(mentions, start, end) || touches(spans, start, end)) continue;
      mentions.push({ start, end, typed, units: [unit], isGroup: false, isFuzzy: false });
    }
    for (const { start, typed, meant } of findBySound(text)) {
      const end = start + typed.length;
      const unit = names.get(meant);
      if (unit === undefined || touches(mentions, start, end) || touches(spans, start, end)) continue;
      mentions.push({ start, end, typed, units: [unit], isGroup: false, isFuzzy: true });
    }
    return mentions.toSorted((a, b) => a.start - b.start);
  };
}
