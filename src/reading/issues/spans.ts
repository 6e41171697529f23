/** 谁、何时: the stretches of a message that name units, people and limits. What is left tells what is wrong. */
import type { DatePhrase } from '../date-phrase.ts';
import { deadlinesIn, type Deadline } from '../deadlines.ts';
import type { PersonMention } from '../people.ts';
import { stripLead } from '../spoken.ts';
import { isOwner } from '../unit-parts.ts';
import type { UnitMention } from '../units.ts';
import type { IssueTools } from './tools.ts';

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** 街道, 社区, 物业 without a name: told to act, but only the place can say who that is. */
export interface Actor extends Stretch {
  readonly isStreet: boolean;
}

export interface Spans {
  readonly units: readonly UnitMention[];
  readonly people: readonly PersonMention[];
  readonly deadlines: readonly Deadline[];
  readonly actors: readonly Actor[];
  /** Times that are no limits: when it was seen, since when it has been so. */
  readonly told: readonly DatePhrase[];
}

export function spansOf(text: string, sentAt: Date, tools: IssueTools): Spans {
  const phrases = tools.findDates(text, sentAt);
  const units = unitMentions(text, tools);
  const ends = units.map(({ end }) => end);
  const isOrdered = ({ start, end }: Stretch): boolean =>
    ends.some((at) => at <= start && /^[^,。;!?\n说讲]{0,4}$/.test(text.slice(at, start))) ||
    // 打印店横幅破了(城管,明天).
    (ends.some((at) => /^[,、\s]$/.test(text.slice(at, start))) && /^\s*\)/.test(text.slice(end))) ||
    (ends.some((at) => at <= start) && /[,\s]$/.test(text.slice(0, start)) && /^[。!\s]*$/.test(text.slice(end)));
  const deadlines = deadlinesIn(text, phrases, { now: sentAt, rules: tools.deadlineRules, isOrdered });
  return {
    units,
    people: tools
      .findPeople(text)
      .filter((one) => !isReporter(text, one))
      .map((one) => ({ ...one, start: one.start + (text[one.start] === ' ' ? 1 : 0) })),
    deadlines,
    actors: actorsIn(text).filter((actor) => !units.some((unit) => meets(unit, actor))),
    told: phrases.filter((phrase) => !deadlines.some((deadline) => meets(deadline, phrase))),
  };
}

/** 督查二组陈芳上报: whoever tells it is not whoever is to act. */
const isReporter = (text: string, { start, end, isAt }: PersonMention): boolean =>
  !isAt &&
  (/^(?:[让叫要](?:我们?|你)?(?:来)?(?:报|登|上报|发|说)|说|交代|指示|上报|报告|报送|报:|发现|反映|巡查|督查)/.test(
    text.slice(end),
  ) ||
    /(?:我是|组的?)$/.test(text.slice(0, start)));

export const meets = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end;

const NAMELESS =
  '(?:所在地?|属地|当地|辖区|相关|有关|责任)?(?:街道办事处|街道办|街办|街道|乡镇|镇里|镇上|社区居委会|居委会|社区|物业公司|物业|物管|业委会|村委会|村委|村里|产权单位|管理方|市场方|开办方|管理办|施工方|施工单位|建设单位|业主单位|权属单位|责任单位|相关单位|有关单位|主管部门|相关部门|有关部门|属地|商户|商家|店家|店主)';
const ACTORS = new RegExp(
  `(?:(?<=(?:请|由|让|叫|喊|要求|督促|通知|责成|协调|联系|麻烦|责任单位[:是为]?)\\s?)(?:你们)?|(?<=^|[,。;!\\s、和与及跟+]))(?:${NAMELESS}(?:[、和与及跟+/](?=${NAMELESS}))?)+(?=\\s*(?:$|[,。;!、和与及跟+]|[\\d一二两三]+[天日个小]|今|明|后天|[本下这]?周|[本下这]?月|限|于|务必|抓紧|尽快|马上|立即|立刻|赶紧|及时|上门|负责|牵头|配合|协助|协同|督促|落实|处理|整改|清|修|拆|换|劝|管|去|来|把|要|先|一起|共同|联合|安排|组织|派|通知|协调))`,
  'g',
);

/** A mere list of such words beside what is wrong (物业不管, 物业没人) is no order. */
function actorsIn(text: string): readonly Actor[] {
  return [...text.matchAll(ACTORS)]
    .filter(({ 0: typed, index }) => !/^(?:不|没|也|都|说)|^管(?!一|好|起)/.test(text.slice(index + typed.length)))
    .map(({ 0: typed, index }) => ({
      start: index,
      end: index + typed.length,
      isStreet: /街道|街办|乡镇|镇[里上]|属地(?!物业)/.test(typed),
    }));
}

function unitMentions(text: string, tools: IssueTools): readonly UnitMention[] {
  return (
    tools
      .findUnits(text, placeSpans(text, tools))
      .filter(({ start, end }) => !isLandmark(text.slice(end)) && !/(?:省|中央|国家)$/.test(text.slice(0, start)))
      // 城关镇说找住建，住建说找城关镇: what they say of each other orders nothing.
      .filter(
        ({ start, end }) =>
          !isOwner(text.slice(end)) &&
          // 从大桥到亲水平台一段: a stretch of road.
          !(text.slice(0, start).endsWith('从') && text.slice(end).startsWith('到')) &&
          // 我是河西街道网格员邓丽: who tells it.
          !/(?:^|[,。;!\s])(?:我们?|本人|这[里边])(?:就|都)?是$/.test(text.slice(0, start)) &&
          !/^(?:(?:说|讲|称)(?!一?[下声]|说|清|明)|又?推[给到])/.test(text.slice(end)) &&
          !/(?:说|讲|称)(?:要|去|应该|该|让)*(?:找|归|是|推给)$|推[给到]$/.test(text.slice(0, start)),
      )
  );
}

/** 税务局对面: where it stands, not who acts. */
const isLandmark = (after: string): boolean =>
  /^(?:(?:镇|街道)?(?:中心)?(?:幼儿园|小学|中学|卫生院|卫生室|学校|敬老院|养老院|福利院|文化站|文化广场|集镇|汽车站|客运站|派出所|供销社|粮站|农贸市场|菜市场|市场(?!监|局)|集市|老街|主街|大街)|营业厅|服务厅|缴费厅|收费厅|网点|围墙|(?:东北?|西北?|东南|西南|南|北)(?:围?墙|侧|边|面)|办公楼|大楼|(?:大|正|后|东|南|西|北)?门口|门前(?!三包)|斜?对面|旁边|隔壁|后面|背后|附近|院[内里]|楼下|家属院|宿舍)/.test(
    after,
  );

/** Places at the heads of clauses, where a unit's name may be part of a place's. */
function placeSpans(text: string, { places, findCategory, findUnits }: IssueTools): Stretch[] {
  // 行政服务中心上午修好: the whole of it is a unit's name, and nothing is wrong there.
  const isUnitAlone = (name: string, rest: string): boolean => {
    const unit = /(?:局|委|办|中心|公司|大队|大厅)$/.test(name) ? findUnits(name)[0] : undefined;
    return unit !== undefined && unit.start === 0 && unit.end === name.length && findCategory(rest) === null;
  };
  // 环卫管公厕: told to see to it.
  const isUnitTold = (name: string): boolean => {
    const unit = /^.{2,8}[管清修洗扫补换拆盯劝收拖]/.test(name) ? findUnits(name)[0] : undefined;
    return unit?.start === 0 && /^[管清修洗扫补换拆盯劝收拖]/.test(name.slice(unit.end));
  };
  const spans: Stretch[] = places
    .sitesIn(text)
    // 政务中心 at the end of the message is the unit of that name.
    .filter(({ start, end }) => !(start > 0 && isUnitThere(text, end) && /(?:中心|大厅)$/.test(text.slice(start, end))))
    .filter(({ end }) => !/^(?:窗口)?(?:负责|牵头|配合|整改|处理|抓紧|尽快)/.test(text.slice(end)));
  // 倒在大桥镇三组路边: behind 在 a territory with a place in it.
  for (const { index } of text.matchAll(/(?<=[在到往])[一-龥]{2,6}?(?:镇|街道|社区|乡)(?=[一-龥\d])/g)) {
    const place = places.first(text.slice(index));
    if (place?.start === 0 && !/(?:镇|街道|社区|乡)$/.test(place.text))
      spans.push({ start: index, end: index + place.end });
  }
  let from = 0;
  for (const clause of text.split(/(?<=[,;。!\n:\s])/)) {
    const lead = clause.length - stripLead(clause).length;
    const place = places.first(clause.slice(lead));
    // 翠竹社区解释下: a territory alone, after a place was named, with nothing that is wrong there.
    const isTold =
      spans.length > 0 &&
      place !== null &&
      /(?:镇|街道|社区|乡)$/.test(place.text) &&
      findCategory(clause.slice(lead + place.end)) === null;
    if (
      place &&
      place.start <= 1 &&
      !isTold &&
      !isUnitThere(clause, lead + place.end) &&
      !isUnitTold(place.text) &&
      !isUnitAlone(place.text, clause.slice(lead + place.end))
    ) {
      spans.push({ start: from + lead + place.start, end: from + lead + place.end });
    }
    from += clause.length;
  }
  return spans;
}

/** 庙岭镇12月10日前拆除, 东湖街道处理: a territory that is told to do something is a unit, not a place. */
const isUnitThere = (clause: string, end: number): boolean =>
  /(?:镇|街道|社区|乡|村|中心|大厅|政府)$/.test(clause.slice(0, end)) &&
  /^\s*(?:$|[,、。;!]|\d|请|抓紧|尽快|马上|立即|负责|牵头|配合|处理|整改|自己|即刻|今|明|后天|每[天晚周日]|天天|定期|早晚|[本下这]个?月|[上中下]午|本?周|下周|这周|月底|限|于|务必|督促|督办|核实|安排|协调|组织|派|和|与|及|跟|同|会同|联合|连同|先|得|需|应|要|打捞|清|拆|修|补|铲|说明|去|来|一周|上门|主责|[一二三四五两]日|[一二三四五两]天|国检|省检)/.test(
    clause.slice(end),
  );
