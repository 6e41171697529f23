/** Problems that come with more than a place and a unit: of the 四查, from a superior, with a helping unit, where something was settled. */
import type { Person } from '../../domain/directory.ts';
import { enter } from './entry.ts';
import { found, rectifiers } from './finding.ts';
import type { Stage } from './stage.ts';
import { DEFECTS } from './words.ts';

const ORIGINS: readonly (readonly [words: string, origin: string | null, source: string])[] = [
  ['领导督导发现', 'leaders', 'inspection'],
  ['行业联查', 'sector', 'inspection'],
  ['网格巡查', 'grid', 'inspection'],
  ['属地排查', 'territory', 'inspection'],
  ['省级督查反馈', null, 'superior'],
];

/** 四查 and 上级督查: said before the place. */
export async function ofOrigin(stage: Stage, by: Person): Promise<void> {
  const { random } = stage;
  const [words, origin, source] = random.pick(ORIGINS);
  const { finding, unit } = found(stage);
  const sentence = `${finding.place}${finding.what.words}，请${finding.unit}${finding.until?.words ?? ''}处理`;
  const wanted = new RegExp(`【交办】#${stage.cases.length + 1}\\|${unit}`);
  const speaker = source === 'superior' ? '赵雪' : by.name;
  if (!(await stage.gets(speaker, `${words}：${sentence}`, wanted))) return;
  enter(stage, { by, finding, units: [unit], origin, source, loggedBy: speaker });
  stage.count(`found by ${origin ?? source}`);
}

/** 牵头、配合. */
export async function together(stage: Stage, by: Person): Promise<void> {
  const { random } = stage;
  const { finding, unit } = found(stage);
  const helper = random.pick(rectifiers(stage).filter((each) => each !== unit));
  const text = `${finding.place}${finding.what.words}，请${unit}牵头，${helper}配合，${finding.until?.words ?? ''}处理`;
  const wanted = new RegExp(`【交办】#${stage.cases.length + 1}\\|${unit}(?:\\|紧急)?\\n[^]*协办：${helper}`);
  if (!(await stage.gets(by.name, text, wanted))) return;
  enter(stage, { by, finding, units: [unit] });
  stage.count('lead and helping unit');
}

/** The same kind of thing where an appeal has settled whose it is: the bot knows. */
export async function settledPlace(stage: Stage, by: Person): Promise<void> {
  const { random, rulings } = stage;
  const { place, category } = random.pick(rulings);
  const last = rulings.findLast((each) => each.category === category && isOneOf(each.place, place));
  const what = DEFECTS.find((each) => each.category === category);
  if (
    last === undefined ||
    what === undefined ||
    stage.cases.some((each) => each.place === place && each.twin !== null)
  )
    return;
  const wanted = new RegExp(`责任单位建议${last.unit}（.*裁定归${last.unit}，见#\\d+）`);
  if (!(await stage.gets(by.name, `${place}${what.words}`, wanted))) return;
  if (!(await stage.gets(by.name, '对', new RegExp(`【交办】#${stage.cases.length + 1}\\|${last.unit}`)))) return;
  enter(stage, { by, finding: { place, what, unit: last.unit, until: null }, units: [last.unit] });
  stage.count('settled before');
}

const isOneOf = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);
