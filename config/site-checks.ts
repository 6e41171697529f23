/** Who answers for a site or a grid must be in the directory: sponsors, leaders, heads of grids. */
import type { DirectoryFile } from './directory-shape.ts';
import type { Complaint } from './faults.ts';

/** Faults of sponsors, grids and leaders. The shape has been checked before. */
export function checkAnswerable(file: DirectoryFile): Complaint[] {
  const units = new Set(file.units.map(({ name }) => name));
  const people = new Set(file.people.map(({ name }) => name));
  const grids = new Set(file.grids.map(({ name }) => name));
  const faults: Complaint[] = [];
  const complain = (path: Complaint['path'], message: string) => faults.push({ path, message });

  for (const [at, { name, sponsors, grid, leader, nominated }] of file.sites.entries()) {
    for (const [nth, { who }] of sponsors.entries()) {
      if (units.has(who) || people.has(who)) continue;
      complain(['sites', at, 'sponsors', nth, 'who'], `点位“${name}”的包联对象“${who}”不在 people 和 units 里`);
    }
    if (grid !== null && !grids.has(grid)) {
      complain(['sites', at, 'grid'], `点位“${name}”的网格“${grid}”不在 grids 里`);
    }
    if (leader !== null && !people.has(leader)) {
      complain(['sites', at, 'leader'], `点位“${name}”的负责领导“${leader}”不在 people 里`);
    }
    if (leader !== null && !nominated) {
      complain(['sites', at, 'leader'], `点位“${name}”写了负责领导，但没有写 nominated: true`);
    }
  }
  for (const [at, { name, territory, head, members }] of file.grids.entries()) {
    if (file.grids.findIndex((grid) => grid.name === name) < at) {
      complain(['grids', at, 'name'], `网格“${name}”写了两次，请删去一个`);
    }
    if (territory !== null && !units.has(territory)) {
      complain(['grids', at, 'territory'], `网格“${name}”的属地“${territory}”不在 units 里`);
    }
    if (head !== null && !people.has(head)) {
      complain(['grids', at, 'head'], `网格“${name}”的网格长“${head}”不在 people 里`);
    }
    for (const [nth, member] of members.entries()) {
      if (!people.has(member)) {
        complain(['grids', at, 'members', nth], `网格“${name}”的网格员“${member}”不在 people 里`);
      }
    }
  }
  return faults;
}
