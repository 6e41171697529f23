/** 合并: clauses that go on about a problem are written to it. */
import { continuesOn } from './continuations.ts';
import type { Joining } from './continuations.ts';
import type { Defect } from './defects.ts';
import { isAnotherThing } from './own-thing.ts';
import type { IssueTools } from './tools.ts';
import { tellsWrong } from './wrong.ts';

/** Clauses that are no problem of their own go to the one before. */
export function fold(defects: readonly Defect[], tools: IssueTools): Defect[] {
  const kept: Defect[] = [];
  for (const defect of defects) {
    const last = kept.at(-1);
    const isElsewhere =
      last !== undefined &&
      last.location !== defect.location &&
      (tellsWrong(defect.text) || (defect.text.length >= 3 && /\d/.test(defect.location ?? '')));
    const isAnother = last !== undefined && tellsWrong(defect.text) && isAnotherThing(last.text, defect.text);
    const isLone = tools.findCategory(defect.text) === null && !isElsewhere && !isAnother;
    const isLastLone =
      last !== undefined && tools.findCategory(last.text) === null && last.location === defect.location;
    if (last && (isLone || isLastLone)) kept[kept.length - 1] = { ...last, text: `${last.text},${defect.text}` };
    else kept.push(defect);
  }
  return kept;
}

/** 菜帮子、鸡毛、塑料袋刮得满街跑: names alone, and what is wrong stands behind the last of them. */
const isBareName = (text: string): boolean => {
  const last = text.split(',').at(-1) ?? '';
  return last.length <= 4 && !tellsWrong(last);
};

/** What goes on about the problem before is written to it; 、 and a new place begin another. */
export function join(defects: Defect[], defect: Defect, by: Joining): void {
  const { isListed } = by;
  const last = defects.at(-1);
  const goesOn =
    last?.location === defect.location &&
    ((!isListed && !tellsWrong(last.text)) || (isListed && isBareName(last.text)) || continuesOn(last, defect, by));
  if (last && goesOn) defects[defects.length - 1] = { ...last, text: `${last.text},${defect.text}` };
  else defects.push(defect);
}
