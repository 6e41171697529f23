/** 问题: what is wrong, clause by clause, and where. */
import type { FindCategory } from '../categories.ts';
import { deadlineIn } from '../deadlines.ts';
import type { Place } from '../places.ts';
import { continuesOn } from './continuations.ts';
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

/** What goes on about the problem before is written to it; 、 and a new place begin another. */
function join(defects: Defect[], defect: Defect, isListed: boolean, findCategory: FindCategory): void {
  const last = defects.at(-1);
  if (last && last.location === defect.location && continuesOn(last, defect, isListed, findCategory))
    defects[defects.length - 1] = { ...last, text: `${last.text},${defect.text}` };
  else defects.push(defect);
}

const EDGES_BEFORE =
  /^(?:[\s,、:”()的]|["“](?![^"”]*[”"])|处(?=有)|有一?个(?=.{2})|那里|这里|存在|出现|有人|有(?![害毒机线轨偿效])(?=.{2})|发现|仍有|还有|把|将|一带|这边|那边|这儿|对(?=.{4}))+/;
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
        ((from !== null && from === to) || time !== null || (half !== null && from !== null)) && milestone === null,
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
