/** 问题: what is wrong, clause by clause, and where. */
import type { FindCategory } from '../categories.ts';
import { deadlineIn } from '../deadlines.ts';
import type { Place } from '../places.ts';
import { afterCut, isInstruction } from './instructions.ts';
import { unitMentions } from './orders.ts';
import { takePlace } from './placing.ts';
import type { IssueTools } from './tools.ts';

export interface Defect {
  readonly place: Place | null;
  /** 人民路、解放路都有…: the other places where it is the same. */
  readonly alsoAt: readonly Place[];
  readonly location: string | null;
  readonly text: string;
}

/** The problems of a block (a sentence, an item of a list), and the place it ends at. `isFixed`: the place is known and stays. */
export function defectsIn(
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
      : takePlace(clause.trim(), current, defects.length > 0 || current === place, tools);
    current = found;
    for (const text of rest.split('、')) {
      const trimmed = trimDefect(text);
      if (trimmed.length < 2 || isInstruction(trimmed)) continue;
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
    // Only what has a thing of its own can be a problem of its own.
    !isListed &&
    (isBare(defect.text) || (SOURCE.test(last.text) && SPILLS.test(defect.text) && !SOURCE.test(defect.text)))
      ? true
      : last !== undefined &&
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

/** 垃圾桶倒了，垃圾撒一地; 下水道堵了，粪水漫到路上: what comes out of a thing that is broken or full. */
const SOURCE = /桶|箱|管|下水|井|沟|厕|池|排水|泵|宰|泄漏|爆|洗车|洗碗|鱼摊|卖鱼/;
const SPILLS =
  /撒|洒|漫|流(?:到|得|了|出|下|满|一)|横流|淌|溢|冒|一地|满地|遍地|到处都?是|熏|臭|难闻|[掉落滴砸]下来|滴|积水|进水|发霉|绊|摔|滑倒|崴/;
/** Words that tell how, how long or how badly, but name no thing: 都黑屏一星期了, 很严重, 臭气熏天. */
const MANNER =
  /已经?|好几?|半|多|快|都|也|又|还|很|太|特别|非常|十分|挺|有点|严重|厉害|得很|得|的|了|着|过|在|是|没|不|有|被|一直|长期|天天|每天|经常|老是|总是|现在|目前|到处|满地|遍地|一地|一片|一大?[片堆排圈截段]|黑屏|坏|破|损|裂|碎|烂|断|歪|倒|掉|塌|脏|乱|臭气?|熏天|难闻|味道?|大|高|深|长|宽|小|窄|危险|吓人|难看|影响|明显|明[显白]|人管|人修|人理|人清|人问|管|修|理|清|处理|解决|动静|反应|时间|久|(?:[\d一二两三四五六七八九十几]+)个?(?:天|周|星期|礼拜|月|年|次|回|处|个|块|米|厘米|公分|小时)|[上下]|来|去|样子|不成|成|走路|行人|群众|居民|百姓|老人|小孩|孩子|[\s,。!]/g;
const isBare = (text: string): boolean => text.replace(MANNER, '').length < 2;

/** The smell of a toilet and the dirt around a bin are part of what was said before. */
const goesOn = (before: string | null, category: string, text: string): boolean =>
  before === category || (before === 'toilet' && category === 'sanitation' && /臭|味|脏|湿滑|污/.test(text));

const EDGES_BEFORE =
  /^(?:[\s,、:”()的]|["“](?![^"”]*[”"])|处(?=有)|有一?个(?=.{2})|那里|这里|存在|出现|有人|有(?=.{2})|发现|仍有|还有|把|将|一带|这边|那边|这儿|对(?=.{4}))+/;
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
    text = `${before},\uE002${text.slice(end)}`;
  }
  return text
    .replace(/\uE002[^,。;!\s\uE002]*/g, (tail) => afterCut(tail.slice(1)))
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
