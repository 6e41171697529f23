/** 登记: a message about problems → one entry per problem, with its place, category, units, deadline (corpus README, `issues`). */
import type { FindCategory } from './categories.ts';
import type { DatePhrase } from './dates.ts';
import { deadlineIn, type Deadline, type DeadlineRules } from './deadlines.ts';
import { written } from './fold.ts';
import { NUMERAL, parseNumeral } from './numerals.ts';
import type { FindPeople } from './people.ts';
import type { Place, PlaceFinder } from './places.ts';
import type { IssueEntry } from './said.ts';
import { stripLead, tidyDictation } from './spoken.ts';
import { partsOf, type FindUnits, type UnitMention } from './units.ts';

export interface IssueTools {
  readonly places: PlaceFinder;
  readonly findUnits: FindUnits;
  readonly findPeople: FindPeople;
  readonly findCategory: FindCategory;
  readonly findDates: (text: string, sentAt: Date) => readonly DatePhrase[];
  readonly deadlineRules: DeadlineRules;
  /** Canonical names of the units that may be responsible (not inspection teams). */
  readonly unitNames: ReadonlySet<string>;
}

interface Orders {
  readonly units: readonly string[];
  readonly coUnits: readonly string[];
  readonly persons: readonly string[];
  readonly deadline: Deadline | null;
}

interface Defect {
  readonly place: Place | null;
  /** 人民路、解放路都有…: the other places where it is the same. */
  readonly alsoAt: readonly Place[];
  readonly location: string | null;
  readonly text: string;
}

const LABELS =
  /(地点|位置|点位|地址|在哪[里儿]?|哪里|问题描述|存在问题|什么事|啥事|问题|情况|内容|责任单位|责任主体|整改单位|承办单位|处理单位|谁负责|谁来改|责任人|责任|牵头单位|牵头|主责单位|协办单位|配合单位|协办|配合|整改时限|完成时限|整改期限|完成期限|时限|期限|什么时候|要求|类别|备注)\s*:/g;
const WHERE = /地点|位置|点位|地址|哪里|在哪/;
const URGENT = /尽快|立刻|立即|马上|抓紧|赶紧|速(?:去|来|办|速|处理|整改)|火速|赶快|第一时间|从速|加急|急[!,。]/;
const REPEATED = /第[二三四五六七八九十\d]+次|多次|屡次|反复|又是|老问题|再次|屡禁不止|说过好?几[次遍]/;
const FIXED =
  /(?:现场|当场|立行立改)(?:已经?|就|立即|督促|均已|都)?(?:其|商户|业主|店主)?(?:整改|清理|纠正|劝离|改正|处理|清|改)(?:完毕|完成|完|好|到位|掉|了)|(?:现场|当场)(?:已经?|均已)(?:整改|清理|纠正|劝离|改正|处理|清|改)|(?:已|均已|都)(?:现场|当场|立行立)(?:整)?(?:改|清|劝|纠|处理)/;

/** 现场已整改: found and put right in the same moment. */
export const isFixedOnSpot = (text: string): boolean => FIXED.test(text);

/** What is told to be done, and all that is no part of a description. */
const INSTRUCTIONS =
  /(?:请|麻烦|要求|督促|希望|烦请|责令|务必)?(?:相关|有关|属地|各|责任)?(?:单位|部门)?(?:你们|咱们)?(?:请|务必|要|必须|得|去|来|给)?(?:尽快|立刻|立即|马上|抓紧|赶紧|速速?|火速|赶快|第一时间|及时|按时|按期)?(?:时间)?先?(?:安排人?|派人|组织人?)?(?:去|来|给|把它)?(?:核实|核查|处理|整改|清理|清运|清扫|清掉|解决|落实|更换|换掉|换|修复|修好|修一下|维修|修理|修|补上|拆除|拆掉|整治|劝离|规范|弄|搞|看|盯|跟进|反馈|回复|报送|报|拿|清走|清|搬走|移走|挪走|挪车|拖走|恢复|完成|办结|办理|办|协调|疏通|补种|补植|撤|管|冲洗|冲|洗|扫|派|补齐|补|换新|提走|收走|收|贴|铺|加|刷|铲|剪|修剪|浇|移|装|改|围起来|围挡|围|设置?警示\S{0,2}|放警示\S{0,2}|查处|查|控|压|取缔|疏导|值守|管控|巡逻|执法|加强\S{0,4}|安排\S{0,4}疏导)(?:一?下|一看|看|好|到位|完毕|完|干净|彻底|掉|走|完成|妥当|处理|整改|方案|结果|情况|并?反馈|拆除)*(?:吧|了|哈|啊|哦|呗|并|后)?/;
const INSTRUCTION_ONLY = new RegExp(
  `^(?:${INSTRUCTIONS.source}|[,、。;:!?\\s()]|请|前|内|并|后|和|及|的|于|把|将|由|让|叫|你们|你们管不管|管不管|有没有人管|物业|来|去|吧|啊|哈|重点|责任|主办|牵头|配合|负责|协办|主责|协助|做好|共同|联合|单位|部门|处置|整改|要求|同志|抓紧|尽快|马上|立即|立刻|赶紧|之|现场|巡查|督查|检查|发现|今天|刚才|一下|如下|问题|限期|时限|时间|完成|拍照|发群里|发群|上传|照片|处理完|整改完|完|反馈|见图|如图|图片|看图|有图|附图|谢谢|辛苦了?|收到请回复|已拍照|第[二三四五六七八九十\\d]+次(?:发现|出现|了)*|多次(?:发现|反映)?|急|加急|注意|照片已拍|照片|已拍|听好|快|开始|先|挺危险的?|危险|交办|在|是|了|都|也|就|给|属地|相关|有关|各|这些|上述|以上|整治|这里|那里|再报一个|再报|还有|另外|同一个地方|同一位置|同上|能不能|能|管管|吗|呢|希望|反映|你好|您好|天天|也是|按期|按时)*$`,
);

/** Cuts into blocks: sentences, items of a numbered list, lines. */
function blocksOf(text: string): string[] {
  return text
    .replace(/(^|[\s:;。,\n、])\(?(\d{1,2})(?:[.、)](?!\d)|\)(?=\D))\s*/g, '$1\u0001')
    .replace(/(^|[\s:;。,\n])[一二三四五六七八九]、\s*/g, '$1\u0001')
    .replace(/(^|[\s:;。,\n])(?:第[一二三四五]|首先|其次|其一|其二)(?:个|处|是)?[,:、]\s*/g, '$1\u0001')
    .split(/[;。!\n\u0001]+/)
    .map((block) => block.trim())
    .filter((block) => block !== '');
}

/** 地点:… 问题:… 责任单位:… in any order → a plain message: place, comma, problem; the rest as sentences of their own. */
function unlabelled(text: string): { place: string | null; text: string } {
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

export function readIssues(said: string, sentAt: Date, quote: string | null, tools: IssueTools): readonly IssueEntry[] {
  const { place: labelled, text } = unlabelled(tidyDictation(said));
  const blocks = blocksOf(text);
  const whole = ordersIn(text, sentAt, tools);
  const read = blocks.map((block) => ({ orders: ordersIn(block, sentAt, tools), block }));
  const fixed = labelled === null ? null : placeOf(labelled, tools.places);
  let place: Place | null = fixed ?? quotedPlace(said, quote, tools.places);
  const rows: { defect: Defect; at: number }[] = [];
  read.forEach(({ block }, at) => {
    const { defects, place: last } = defectsIn(block, place, fixed !== null, sentAt, tools);
    place = last ?? place;
    for (const defect of defects) {
      rows.push({ defect, at });
      for (const other of defect.alsoAt) rows.push({ defect: { ...defect, place: other, location: other.text }, at });
    }
  });
  const head = rows.every(({ defect }) => defect.location === null) ? territoryAt(text, tools) : null;
  return rows.map(({ defect, at }) => {
    const own = nearest(
      read.map(({ orders }) => orders),
      rows.map((row) => row.at),
      at,
    );
    return entryOf(
      { ...defect, location: defect.location ?? head },
      { orders: own, whole, text, block: blocks[at] ?? '' },
      tools.findCategory,
    );
  });
}

/** 庙岭镇 旱厕未拆: where nothing else is said, the territory at the head is the place too. */
function territoryAt(text: string, tools: IssueTools): string | null {
  const first = tools.findUnits(text)[0];
  return first?.start === 0 && /(?:镇|街道|街道办|社区|乡|村|居委会)$/.test(first.typed) ? first.typed : null;
}

/** What is labelled as the place is the place, whatever it looks like. */
const placeOf = (label: string, places: PlaceFinder): Place => ({
  start: 0,
  end: 0,
  text: label,
  site: places.first(label)?.site ?? null,
});

/** A block without orders of its own takes those of the next block that has them, then of the last one before. */
function nearest(orders: readonly Orders[], withDefects: readonly number[], at: number): Orders {
  const has = (index: number): boolean => (orders[index]?.units.length ?? 0) > 0;
  const own = orders[at];
  const order = [at, ...orders.keys()].filter((index) => index >= at);
  const before = [...orders.keys()].filter((index) => index < at).toReversed();
  const chosen = orders[[...order, ...before].find(has) ?? at];
  const limits = [...order, ...before].map((index) => orders[index]?.deadline ?? null);
  // Where each block has its own orders, one block's deadline is not another's.
  const isEach = withDefects.every(has) && withDefects.length > 1;
  const deadline = isEach
    ? (own?.deadline ?? limits.find((limit) => limit !== null) ?? null)
    : (limits.find((limit) => limit !== null) ?? null);
  return { units: chosen?.units ?? [], coUnits: chosen?.coUnits ?? [], persons: chosen?.persons ?? [], deadline };
}

function entryOf(
  defect: Defect,
  from: { orders: Orders; whole: Orders; text: string; block: string },
  findCategory: FindCategory,
): IssueEntry {
  const description = written(defect.text);
  const { orders, whole } = from;
  const deadline = orders.deadline ?? whole.deadline;
  const count = new RegExp(`(${NUMERAL})\\s*(?:多|余)?(?:处|个|台|辆|张|块|棵|盏|家|户|幅|根|堆)`).exec(defect.text);
  return {
    location: defect.location === null ? null : written(defect.location),
    category: findCategory(defect.text, defect.location) ?? 'other',
    description,
    units: orders.units.length > 0 ? orders.units : whole.units,
    coUnits: (orders.units.length > 0 ? orders.coUnits : whole.coUnits).filter((unit) => !orders.units.includes(unit)),
    persons: orders.persons.length > 0 ? orders.persons : whole.persons,
    deadline: deadline?.at ?? null,
    deadlineText: deadline?.text ?? null,
    urgent: deadline === null && URGENT.test(from.text),
    repeated: REPEATED.test(from.text),
    count: count ? parseNumeral(count[1] ?? '') : null,
    site: defect.place?.site?.name ?? null,
  };
}

/** 同一个地方, 同上: the place on the card that is quoted. */
function quotedPlace(text: string, quote: string | null, places: PlaceFinder): Place | null {
  if (
    quote === null ||
    !/同一?个?(?:地方|位置|地点|点位|处|上|小区|路段)|这里|这个(?:地方|位置|点位)|该处|还是这|此处|再报|还有|另外/.test(
      text,
    )
  )
    return null;
  // Cards of the bot name the place on a line of its own, with the facts of its site in brackets.
  const onCard = /点位:([^\n(]+)/.exec(quote)?.[1]?.trim();
  return places.first(onCard ?? quote.replace(/^.*?#\d+\s*/s, '').replace(/^[^ ]*\|/, ''));
}

/** Units, persons and deadline of a stretch of text; unit names inside places are not units. */
function ordersIn(text: string, sentAt: Date, tools: IssueTools): Orders {
  const mentions = unitMentions(text, tools);
  const parts = partsOf(text, mentions);
  const people = tools.findPeople(text).map(({ person }) => person);
  const fromPeople = people.flatMap(({ unit }) => (unit !== null && tools.unitNames.has(unit) ? [unit] : []));
  const units = [...new Set([...parts.lead, ...fromPeople.filter((unit) => !parts.co.includes(unit))])];
  return {
    // Only helpers named: then they are the ones who answer.
    units: units.length > 0 ? units : parts.co,
    coUnits: units.length > 0 ? parts.co : [],
    persons: [...new Set(people.map(({ name }) => name))],
    deadline: deadlineIn(text, tools.findDates(text, sentAt), sentAt, tools.deadlineRules),
  };
}

function unitMentions(text: string, tools: IssueTools): readonly UnitMention[] {
  const spans = placeSpans(text, tools.places);
  return tools.findUnits(text, spans);
}

/** Places at the heads of clauses, where a unit's name may be part of a place's. */
function placeSpans(text: string, places: PlaceFinder): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = places
    .sitesIn(text)
    // 政务中心 at the end of the message is the unit of that name.
    .filter(({ start, end }) => !(start > 0 && isUnitThere(text, end) && /(?:中心|大厅)$/.test(text.slice(start, end))))
    .filter(({ end }) => !/^(?:窗口)?(?:负责|牵头|配合|整改|处理|抓紧|尽快)/.test(text.slice(end)));
  let from = 0;
  for (const clause of text.split(/(?<=[,;。!\n:\s])/)) {
    const lead = clause.length - stripLead(clause).length;
    const place = places.first(clause.slice(lead));
    if (place && place.start <= 1 && !isUnitThere(clause, lead + place.end)) {
      spans.push({ start: from + lead + place.start, end: from + lead + place.end });
    }
    from += clause.length;
  }
  return spans;
}

/** 庙岭镇12月10日前拆除, 东湖街道处理: a territory that is told to do something is a unit, not a place. */
const isUnitThere = (clause: string, end: number): boolean =>
  /(?:镇|街道|社区|乡|村|中心|大厅|政府)$/.test(clause.slice(0, end)) &&
  /^\s*(?:$|[,、。;!]|\d|请|抓紧|尽快|马上|立即|负责|牵头|配合|处理|整改|今|明|后天|本?周|下周|这周|月底|限|于|务必|和|与|及|去|来|一周|[一二三四五两]日|[一二三四五两]天|国检|省检)/.test(
    clause.slice(end),
  );

function defectsIn(
  block: string,
  place: Place | null,
  isFixed: boolean,
  sentAt: Date,
  tools: IssueTools,
): { defects: Defect[]; place: Place | null } {
  const scrubbed = scrub(block, sentAt, tools);
  let current = place;
  const defects: Defect[] = [];
  for (const clause of scrubbed.split(/[,!?\n]|(?<=\S)\s+(?=\S)/)) {
    const {
      rest,
      place: found,
      others,
    } = isFixed
      ? { rest: clause.trim(), place: current, others: [] }
      : takePlace(clause.trim(), current, defects.length > 0, tools);
    current = found;
    for (const text of rest.split('、')) {
      const trimmed = trimDefect(text);
      if (trimmed.length < 2 || INSTRUCTION_ONLY.test(trimmed)) continue;
      join(
        defects,
        { place: current, alsoAt: others, location: current?.text ?? null, text: trimmed },
        rest.includes('、'),
        tools.findCategory,
      );
    }
  }
  return {
    defects:
      defects.length === 1 || defects.every(({ text }) => tools.findCategory(text) !== null)
        ? defects
        : fold(defects, tools),
    place: current,
  };
}

/** Clauses that are no problem of their own go to the one before. */
function fold(defects: readonly Defect[], tools: IssueTools): Defect[] {
  const kept: Defect[] = [];
  for (const defect of defects) {
    const last = kept.at(-1);
    const isLone = tools.findCategory(defect.text) === null;
    const isLastLone =
      last !== undefined && tools.findCategory(last.text) === null && last.location === defect.location;
    if (last && (isLone || isLastLone)) kept[kept.length - 1] = { ...last, text: `${last.text},${defect.text}` };
    else kept.push(defect);
  }
  return kept;
}

/** A clause of the same category at the same place goes on about the same problem; 、 and a new place begin another. */
function join(defects: Defect[], defect: Defect, isListed: boolean, findCategory: FindCategory): void {
  const last = defects.at(-1);
  const category = findCategory(defect.text, defect.location);
  const isSame =
    last !== undefined &&
    last.location === defect.location &&
    !(isListed && findCategory(defect.text) !== null && defect.text.length >= 3) &&
    (category === null ||
      findCategory(defect.text) === null ||
      CONSEQUENCE.test(defect.text) ||
      goesOn(findCategory(last.text, last.location), category, defect.text));
  if (last && isSame) defects[defects.length - 1] = { ...last, text: `${last.text},${defect.text}` };
  else defects.push(defect);
}

/** 占用盲道, 行人只能绕行: a clause without a thing of its own says what the one before leads to. */
const CONSEQUENCE =
  /^(?:而?且|并且?|还|又|也|都|已经?|严重)*(?:占用|占了|占着|占据|挤占|侵占|压占|影响|堵(?:塞|住|了|死)|阻[碍挡塞]|妨碍|挡住?了?|遮挡|导致|造成|致使|行人|群众|居民|车辆无法|消防车|无法|不能|只剩|仅剩|只能|难以|存在.{0,4}隐患|有.{0,4}隐患)/;

/** The smell of a toilet and the dirt around a bin are part of what was said before. */
const goesOn = (before: string | null, category: string, text: string): boolean =>
  before === category || (before === 'toilet' && category === 'sanitation' && /臭|味|脏|湿滑|污/.test(text));

const EDGES_BEFORE =
  /^(?:[\s,、:"“”()的]|处(?=有)|那里|这里|存在|出现|有人|有(?=.{2})|发现|仍有|还有|把|将|一带|这边|那边|这儿|对(?=.{4}))+/;
const EDGES_AFTER =
  /(?:[\s,、:(]|的?(?:问题|情况|现象)|清?(?:理|扫)?干净|了|吧|啊|请|由|让|叫|你们|麻烦|责任单位|单位|牵头|把它|能不能管管|能管管|管管|没人管|谁来管|希望.{0,8})+$/;
const trimDefect = (text: string): string => text.replace(EDGES_BEFORE, '').replace(EDGES_AFTER, '').trim();

/** Takes units with their verbs, persons and deadlines out, each leaving a cut. */
function scrub(block: string, sentAt: Date, tools: IssueTools): string {
  const phrases = tools.findDates(block, sentAt);
  const deadline = deadlineIn(block, phrases, sentAt, tools.deadlineRules);
  const spans: { start: number; end: number }[] = [
    ...unitMentions(block, tools),
    ...tools.findPeople(block),
    ...(deadline ? [deadline] : []),
    ...phrases.filter(
      ({ from, to, time, half, milestone }) =>
        ((from !== null && from === to) || time !== null || half !== null) && milestone === null,
    ),
  ];
  let text = block;
  for (const { start, end } of disjoint(spans).toReversed()) {
    const before = text
      .slice(0, start)
      .replace(
        /(?:请|由|让|叫|通知|联系|责任单位[是为:]?|牵头单位|协办单位|配合单位|时限|期限|最[晚迟]|限|于|在|你们?|咱们?|麻烦|赶紧|务必|@)*\s*$/,
        '',
      );
    text = `${before},\u0002${text.slice(end)}`;
  }
  return text
    .replace(/\u0002[^,。;!\s\u0002]*/g, (tail) => afterCut(tail.slice(1)))
    .replace(/@\S+/g, ',')
    .replace(/\((?:群众|市民|居民|网友)?(?:反映|投诉|举报)?(?:见图|如图|附图)?\)/g, '')
    .replace(
      /(?:^|(?<=[,。;:\s]))(?:已|均已|都)?(?:现场|当场|立行立改)(?:已经?|均已|就|立即|督促)?(?:其)?(?:整改|清理|纠正|劝离|改正|处理|清|改)[^,。;:]{0,4}:?|(?:已|均已)(?:当场|现场)[^,。;:]{2,6}/g,
      ',',
    )
    .replace(/(?:处理|整改|清理|办)完.{0,2}(?:拍照|发|反馈|回复).*$/, ',');
}

/** Overlapping stretches as one, in the order of the text. */
function disjoint(spans: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const merged: { start: number; end: number }[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ start: span.start, end: span.end });
  }
  return merged;
}

/** Told to a unit, however it goes on: 马上排水, 督促物业修好, 每天安排人值守. */
const HURRIES =
  /^(?:请|要|务必|必须|得)?(?:马上|立即|立刻|尽快|抓紧|赶紧|火速|及时|督促|责成|协调|安排|派人|每天|联合|排查|规整|归位|梳理)/;

/** What follows a unit or a time: an instruction goes, a description stays. */
function afterCut(tail: string): string {
  const instruction =
    new RegExp(
      `^(?:[前内止]|之前|以前|之内|以内|的|把|将|那边|政府)*(?:牵头|负责|主责|配合|协办|协助)?${INSTRUCTIONS.source}`,
    ).exec(tail)?.[0] ?? '';
  const rest = tail.slice(instruction.length);
  if (INSTRUCTION_ONLY.test(tail) || HURRIES.test(tail)) return '';
  return instruction.length > 0 && rest.length <= 2 ? '' : tail.replace(/^(?:[前内止]|之前|以前|之内|以内|政府)+/, '');
}

/** The place a clause begins with, or one of its parts in the place before (7栋, 中段). */
function takePlace(
  clause: string,
  current: Place | null,
  hasDefects: boolean,
  tools: IssueTools,
): { rest: string; place: Place | null; others: readonly Place[] } {
  const text = stripLead(clause);
  const part = current && tools.places.partAt(text);
  if (current && part !== null && part !== '') {
    const base = hasDefects || /\d/.test(part) ? estateOf(current.text) : current.text;
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
  const isWithin = current?.site && !hasDefects && !found.site && found.start === 0;
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
