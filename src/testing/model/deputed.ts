/** 代班 by the domain's own code: who acts, as the directory of the day has him. */
import { withDeputies } from '../../domain/absence.ts';
import { createDirectory } from '../../domain/city.ts';
import type { Person } from '../../domain/directory.ts';
import { dayOf } from '../../domain/shanghai.ts';
import { CAST, UNITS } from './cast.ts';
import type { Scene } from './scene.ts';

const directory = createDirectory({
  city: '模型市',
  units: UNITS.map((name) => ({ name, kind: 'department', aliases: [], rankingGroup: null })),
  people: CAST,
  teams: [],
  sites: [],
  groups: [],
  unitGroups: {},
  milestones: {},
});

/** With the rights of whoever is away that day. */
export function asToday({ by, at, standsInFor }: Scene): Person {
  if (standsInFor === null) return by;
  const day = dayOf(new Date(at));
  const today = withDeputies(directory, [{ person: standsInFor, deputy: by.name, from: day, to: day }]);
  return today.person(by.name) ?? by;
}
