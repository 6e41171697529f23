/** 问题: what is wrong, clause by clause, and where. */
import { isMakeshift, tellsByWhom } from './continuations.ts';
import { isOpening, visitedIn } from '../openings.ts';
import type { Place } from '../place.ts';
import type { Ordered, Sentence, Told } from './clauses.ts';
import { isInstruction, isToldToDo } from './instructions.ts';
import { fold, join } from './joining.ts';
import { isNamedAgain } from './named-again.ts';
import { isInOrder, isInOrderThere } from './nothing-wrong.ts';
import { placed, type Piece, saysSame } from './pieces.ts';
import { placeOf } from './placing.ts';
import { thingAt } from './things-there.ts';
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

/** Whether what comes next still lies at the heading: no other site was named since. The mouth of a side street (人民路:…解放路口…) is on it. */
const staysIn = (heading: Place, last: Place | null): boolean =>
  last === null ||
  last.base === heading.base ||
  last.site === null ||
  last.site === heading.site ||
  (/[路街道]$/.test(heading.base) && /[路街巷道]口$/.test(last.text));

/** The problems of a message, and the place it ends at. */
export function defectsIn(scene: Scene, tools: IssueTools): { defects: Defect[]; place: Place | null } {
  const { sequence, sentences } = scene;
  let place = scene.place;
  let heading: Place | null = null;
  let isOpened = false;
  const defects: Defect[] = [];
  for (const [sentence, { isItem }] of sentences.entries()) {
    // 阳光新城:①…②电梯口…③…: each item begins at the place of the list.
    if (isItem && heading === null && defects.length === 0) heading = place;
    const isHeaded = heading !== null && (isItem || isOpened) && staysIn(heading, place);
    const found = inSentence(
      { ...scene, place: isHeaded ? heading : place, isHeaded, before: defects },
      [...sequence.entries()].filter(([, one]) => one.sentence === sentence),
      tools,
    );
    place = found.place ?? place;
    // 翠竹园里面:3栋…;5栋…;垃圾房…: so does each sentence behind a colon.
    if (heading === null && found.heading !== null) [heading, isOpened] = [found.heading, true];
    defects.push(...found.defects);
  }
  return { defects, place };
}

function inSentence(
  { place, isFixed, isStrict, isHeaded, before }: Scene & { isHeaded: boolean; before: readonly Defect[] },
  parts: readonly (readonly [number, Told | Ordered])[],
  tools: IssueTools,
): { defects: Defect[]; place: Place | null; heading: Place | null } {
  let current = place;
  let heading: Place | null = null;
  let isOrdered = false;
  let closed = -1;
  const defects: Defect[] = [];
  for (const [at, part] of parts) {
    if (part.kind === 'order') {
      isOrdered ||= defects.length > 0 && !part.isBracketed;
      if (part.isBracketed) closed = defects.length;
      continue;
    }
    const isOnlyNamed = isNamedAgain(
      part,
      parts,
      [...before, ...defects].filter(({ location }) => location === (current?.text ?? null)),
    );
    const clause = isOnlyNamed ? '' : withoutAsides(part.text);
    const visited = isFixed ? null : visitedIn(clause);
    if (visited !== null) {
      current = placeOf(visited, tools.places);
      continue;
    }
    const isBehind = part.isLoose || isOrdered;
    if (clause === '' || (isStrict && isSaidBeside(clause, isBehind, tools))) continue;
    // 是隔壁饭店倒的: who did it, not another place.
    const told =
      isFixed || (defects.length > 0 && tellsByWhom(clause))
        ? [{ rest: clause, place: current, others: [] }]
        : placed(clause, current, defects.length > 0 || (current === place && !isHeaded), tools);
    current = told.at(-1)?.place ?? current;
    // 我是三中的家长, 看了40个摊位: at most it tells where.
    if (told.every(({ rest }) => isOpening(rest) && !saysSame(rest, '')) || isOpening(clause)) continue;
    const isTold = part.isLoose || /^(?:请|麻烦)?[把将]/.test(clause);
    const problems = told.flatMap(({ rest, place: where, others }) => {
      // 奶茶店 把垃圾扫进下水道: the shop in the place is who does it.
      const doer = rest !== clause && /^[把将]/.test(rest) ? rest.charAt(0) : '';
      const own = withoutJoint(clause, rest);
      const said = doer + landed(trimDefect(isTold ? withoutDeed(own) : own), rest === clause ? '' : clause);
      // 公厕脏: one word behind the thing that the place ends with.
      const text = said.length === 1 && tellsWrong(said) ? `${thingAt(where?.text ?? '')}${said}` : said;
      // 保安亭没人值班: behind its place nothing is only a remark.
      const isNone =
        text.length < 2 ||
        isInOrder(own) ||
        isInOrderThere(own) ||
        isWish(text) ||
        isInstruction(text) ||
        (isRemark(text) && (rest === clause || !/^[没无](?!问题|事|毛病)/.test(text)));
      return isNone ? [] : [{ text, place: where, alsoAt: others, location: where?.text ?? null }];
    });
    const listed = problems.length === 0 ? atPlaces(told, defects.at(-1)) : null;
    if (listed) {
      defects[defects.length - 1] = listed;
      continue;
    }
    const same = sameElsewhere(told, defects.at(-1) ?? before.at(-1));
    if (same) {
      defects.push({ ...same, at, sentence: part.sentence });
      continue;
    }
    // 锦绣花园三区:1.… 2.…: what stands before the colon is where, not what.
    if (
      part.isHeading &&
      problems.every(({ text }) => (text.length <= 4 || tools.findCategory(text) === null) && !tellsWrong(text))
    ) {
      const more = problems.map(({ text }) => text).join('、');
      if (current !== null && !isFixed && more.length <= 8 && SUBDIVISION.test(more))
        current = { ...current, text: `${current.text}${more}` };
      if (defects.length === 0) heading = current;
      continue;
    }
    // 今天下雨，人民路…: before a place is named, what is not wrong only leads to it.
    const leadsIn =
      isStrict && current === null && defects.length === 0 && problems.every(({ text }) => isIdleWord(text, tools));
    for (const problem of leadsIn ? [] : problems) {
      const defect = { at, sentence: part.sentence, ...problem, lead: problem.text };
      if (closed === defects.length) defects.push(defect);
      else join(defects, defect, { isListed: told.length > 1, findCategory: tools.findCategory });
    }
  }
  const isSettled = defects.length === 1 || defects.every(({ text }) => tools.findCategory(text) !== null);
  return { defects: isSettled ? defects : fold(defects, tools), place: current, heading };
}

/** 乱停车:人民路、解放路、建设路: what was told before its places. */
function atPlaces([only, more]: readonly Piece[], last: Defect | undefined): Defect | null {
  if (
    !last ||
    last.location !== null ||
    !only?.place ||
    more ||
    only.rest !== '' ||
    (only.others.length === 0 && !only.place.text.includes('、'))
  )
    return null;
  return { ...last, place: only.place, alsoAt: only.others, location: only.place.text };
}

/** 33号前盲道被占，35号前也是: the same thing at another place. */
function sameElsewhere([only, more]: readonly Piece[], last: Defect | undefined): Defect | null {
  if (!last || !only?.place || more || only.place.text === last.location || !saysSame(only.rest, last.text))
    return null;
  return { ...last, place: only.place, alsoAt: [], location: only.place.text };
}

/** 锦绣花园 三区, 二期. */
const SUBDIVISION = /(?:[区组期楼栋口门段侧边厅院内里层号苑])$/;

/** Instructions, remarks, and what a unit is told to do. */
function isSaidBeside(clause: string, isBehindOrder: boolean, tools: IssueTools): boolean {
  if (!isBehindOrder && isMakeshift(clause)) return false;
  if (isInstruction(clause) || isRemark(clause)) return true;
  const named = tools.places.first(clause, true);
  const isElsewhere = named !== null && named.start <= 8 && !/^(?:门口|路面|现场)/.test(named.text);
  if (isElsewhere) return false;
  const isProblem = tools.findCategory(clause) !== null;
  return isToldToDo(clause) ? isBehindOrder || !isProblem : isBehindOrder && !(isProblem && tellsWrong(clause));
}

const isIdleWord = (text: string, { findCategory }: IssueTools): boolean =>
  findCategory(text) === null && !tellsWrong(text);
