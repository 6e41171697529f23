/** 问题: what is wrong, clause by clause, and where. */
import type { Place } from '../place.ts';
import type { Ordered, Sentence, Told } from './clauses.ts';
import { continuesOn } from './continuations.ts';
import { itemsNamed } from './items.ts';
import { isInstruction, isToldToDo } from './instructions.ts';
import { takePlace } from './placing.ts';
import { isWish, landed, trimDefect, withoutAsides, withoutDeed, withoutJoint } from './trimming.ts';
import type { IssueTools } from './tools.ts';
import { isRemark, tellsWrong } from './wrong.ts';

export interface Defect {
  /** Its place in the row of problems and orders. */
  readonly at: number;
  readonly sentence: number;
  readonly place: Place | null;
  /** 人民路、解放路都有…: the other places where it is the same. */
  readonly alsoAt: readonly Place[];
  readonly location: string | null;
  readonly text: string;
  /** Its first clause: what the others go on about. */
  readonly lead: string;
}

export interface Scene {
  readonly sequence: readonly (Told | Ordered)[];
  readonly sentences: readonly Sentence[];
  readonly place: Place | null;
  /** The place is labelled, and stays. */
  readonly isFixed: boolean;
  /** What follows a unit's name is what is to be done, unless it plainly tells of another thing. */
  readonly isStrict: boolean;
}

/** The problems of a message, and the place it ends at. */
export function defectsIn(scene: Scene, tools: IssueTools): { defects: Defect[]; place: Place | null } {
  const { sequence, sentences } = scene;
  let place = scene.place;
  let heading: Place | null = null;
  const defects: Defect[] = [];
  for (const [sentence, { isItem }] of sentences.entries()) {
    // 阳光新城:①…②电梯口…③…: each item begins at the place of the list.
    if (isItem && heading === null && defects.length === 0) heading = place;
    const start = isItem && heading !== null && place?.base === heading.base ? heading : place;
    const found = inSentence(
      { ...scene, place: start },
      [...sequence.entries()].filter(([, one]) => one.sentence === sentence),
      tools,
    );
    place = found.place ?? place;
    defects.push(...found.defects);
  }
  return { defects, place };
}

function inSentence(
  { place, isFixed, isStrict }: Scene,
  parts: readonly (readonly [number, Told | Ordered])[],
  tools: IssueTools,
): { defects: Defect[]; place: Place | null } {
  let current = place;
  let isOrdered = false;
  const defects: Defect[] = [];
  for (const [at, part] of parts) {
    if (part.kind === 'order') {
      isOrdered ||= defects.length > 0;
      continue;
    }
    const clause = sharesOut(part, parts) ? '' : withoutAsides(part.text);
    const isBehind = part.isLoose || isOrdered;
    if (clause === '' || (isStrict && isSaidBeside(clause, isBehind, tools))) continue;
    const told = isFixed
      ? [{ rest: clause, place: current, others: [] }]
      : placed(clause, current, defects.length > 0 || current === place, tools);
    current = told.at(-1)?.place ?? current;
    const isTold = part.isLoose || /^(?:请|麻烦)?[把将]/.test(clause);
    const problems = told.flatMap(({ rest, place: where, others }) => {
      // 奶茶店 把垃圾扫进下水道: the shop in the place is who does it.
      const doer = rest !== clause && /^[把将]/.test(rest) ? rest.charAt(0) : '';
      const own = withoutJoint(clause, rest);
      const text = doer + landed(trimDefect(isTold ? withoutDeed(own) : own), rest === clause ? '' : clause);
      // 保安亭没人值班: behind its place nothing is only a remark.
      const isNone =
        text.length < 2 ||
        isWish(text) ||
        isInstruction(text) ||
        (isRemark(text) && (rest === clause || !/^[没无]/.test(text)));
      return isNone ? [] : [{ text, place: where, alsoAt: others, location: where?.text ?? null }];
    });
    // 锦绣花园三区:1.… 2.…: what stands before the colon is where, not what.
    if (part.isHeading && problems.every(({ text }) => tools.findCategory(text) === null && !tellsWrong(text))) {
      const more = problems.map(({ text }) => text).join('、');
      if (current !== null && !isFixed && more.length <= 8 && SUBDIVISION.test(more))
        current = { ...current, text: `${current.text}${more}` };
      continue;
    }
    // 今天下雨，人民路…: before a place is named, what is not wrong only leads to it.
    const leadsIn =
      isStrict && current === null && defects.length === 0 && problems.every(({ text }) => isIdleWord(text, tools));
    for (const problem of leadsIn ? [] : problems)
      join(defects, { at, sentence: part.sentence, ...problem, lead: problem.text }, told.length > 1, tools);
  }
  const isSettled = defects.length === 1 || defects.every(({ text }) => tools.findCategory(text) !== null);
  return { defects: isSettled ? defects : fold(defects, tools), place: current };
}

/** 锦绣花园 三区, 二期. */
const SUBDIVISION = /(?:[区组期楼栋口门段侧边厅院内里层号苑])$/;

/** A clause cut at 、, each piece with its place: 3号摊位占道、5号摊位没有明码标价. */
function placed(
  clause: string,
  current: Place | null,
  isSettled: boolean,
  tools: IssueTools,
): readonly ReturnType<typeof takePlace>[] {
  const whole = takePlace(clause, current, isSettled, tools);
  const [head = '', ...more] = whole.rest.split(/、(?![^(]*\))/);
  const pieces = [{ ...whole, rest: head }];
  for (const piece of more) {
    const last = pieces.at(-1)?.place ?? null;
    const own = takePlace(piece, last, true, tools);
    const isOwn = own.place !== last && tools.findCategory(own.rest) !== null;
    pieces.push(isOwn ? own : { rest: piece, place: last, others: [] });
  }
  return pieces;
}

/** 1、2 市监局: only says which items the next order is about. */
const sharesOut = (told: Told, parts: readonly (readonly [number, Told | Ordered])[]): boolean => {
  const next = parts[parts.findIndex(([, part]) => part === told) + 1]?.[1];
  return next?.kind === 'order' && itemsNamed(told.text, 1) !== null;
};

/** Instructions, remarks, and what a unit is told to do. */
function isSaidBeside(clause: string, isBehindOrder: boolean, tools: IssueTools): boolean {
  if (isInstruction(clause) || isRemark(clause)) return true;
  const named = tools.places.first(clause, true);
  const isElsewhere = named !== null && named.start <= 8 && !/^(?:门口|路面|现场)/.test(named.text);
  if (isElsewhere) return false;
  const isProblem = tools.findCategory(clause) !== null;
  return isToldToDo(clause) ? isBehindOrder || !isProblem : isBehindOrder && !(isProblem && tellsWrong(clause));
}

const isIdleWord = (text: string, { findCategory }: IssueTools): boolean =>
  findCategory(text) === null && !tellsWrong(text);

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
function join(defects: Defect[], defect: Defect, isListed: boolean, { findCategory }: IssueTools): void {
  const last = defects.at(-1);
  const goesOn =
    last?.location === defect.location &&
    ((!isListed && !tellsWrong(last.text)) || continuesOn(last, defect, isListed, findCategory));
  if (last && goesOn) defects[defects.length - 1] = { ...last, text: `${last.text},${defect.text}` };
  else defects.push(defect);
}
