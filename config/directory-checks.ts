/** What can only be seen across the whole directory: names that lead nowhere, names that lead to two things. */
import { rolesOf } from './directory-shape.ts';
import type { DirectoryFile } from './directory-shape.ts';
import type { Complaint } from './faults.ts';
import { checkAnswerable } from './site-checks.ts';
import { expandUnits } from './members.ts';
import { UNIT_ROLES } from './roles.ts';

/** All faults that need more than one entry to be seen. The shape has been checked before. */
export function checkDirectory(file: DirectoryFile): Complaint[] {
  return [
    ...checkUnits(file),
    ...checkPeople(file),
    ...checkOfficeLead(file),
    ...checkSites(file),
    ...checkAnswerable(file),
    ...checkUnitGroups(file),
    ...checkGroups(file),
    ...checkPlatformIds(file),
  ];
}

type Path = Complaint['path'];
type Claim = { readonly word: string; readonly owner: string; readonly path: Path; readonly onKey?: boolean };

const isSameEntry = (one: Path, other: Path): boolean => one[0] === other[0] && one[1] === other[1];

/** A word may belong to one owner only; a repetition within the same entry is harmless. */
function clashes(claims: readonly Claim[], sentence: (word: string, first: string, second: string) => string) {
  const first = new Map<string, Claim>();
  return claims.flatMap((claim): Complaint[] => {
    const before = first.get(claim.word);
    if (before === undefined) first.set(claim.word, claim);
    if (before === undefined || isSameEntry(before.path, claim.path)) return [];
    const { word, owner, path, onKey = false } = claim;
    return [{ path, message: sentence(word, before.owner, owner), onKey }];
  });
}

/** Names first, so that an alias meeting a name is reported at the alias. */
function claimsOf(section: string, entries: readonly { name: string; aliases: readonly string[] }[]): Claim[] {
  return [
    ...entries.map(({ name }, at) => ({ word: name, owner: name, path: [section, at, 'name'] })),
    ...entries.flatMap(({ name, aliases }, at) =>
      aliases.map((word, nth) => ({ word, owner: name, path: [section, at, 'aliases', nth] })),
    ),
  ];
}

function checkUnits(file: DirectoryFile): Complaint[] {
  const words = Object.keys(file.unitGroups).map((word) => ({
    word,
    owner: word,
    path: ['unitGroups', word],
    onKey: true,
  }));
  const teams = file.teams.map((word, at) => ({ word, owner: word, path: ['teams', at] }));
  return [
    ...clashes([...claimsOf('units', file.units), ...teams, ...words], (word, first, second) =>
      first === second
        ? `“${word}”写了两次，请删去一个`
        : first === word
          ? `“${second}”的简称“${word}”是另一个单位的名称，请改掉`
          : `“${word}”同时指“${first}”和“${second}”，请只留给一个`,
    ),
    ...file.units.flatMap(({ rankingGroup }, at): Complaint[] =>
      rankingGroup === null || file.rankingGroups.includes(rankingGroup)
        ? []
        : [
            {
              path: ['units', at, 'rankingGroup'],
              message: `没有名为“${rankingGroup}”的排名组，可用的有：${file.rankingGroups.join('、')}`,
            },
          ],
    ),
  ];
}

function checkPeople(file: DirectoryFile): Complaint[] {
  const places = new Set([...file.units.map(({ name }) => name), ...file.teams]);
  const faults = clashes(claimsOf('people', file.people), (word, first, second) =>
    first === second
      ? `有两个人叫“${word}”，请在姓名后加单位或数字以示区别`
      : first === word
        ? `“${second}”的称呼“${word}”是另一个人的姓名，请改掉`
        : `称呼“${word}”同时指“${first}”和“${second}”，请只留给一个`,
  );
  for (const [at, person] of file.people.entries()) {
    const roles = rolesOf(person);
    if ((person.role === undefined) === (person.roles === undefined)) {
      const message = roles.length === 0 ? `“${person.name}”没有写角色（role）` : 'role 和 roles 只能写一个';
      faults.push({ path: ['people', at, roles.length === 0 ? 'name' : 'role'], message });
    }
    if (person.unit !== null && !places.has(person.unit)) {
      const message = `“${person.name}”的单位“${person.unit}”不在 units 和 teams 里，请写全称或先添加该单位`;
      faults.push({ path: ['people', at, 'unit'], message });
    }
    if (person.unit === null && roles.some((role) => UNIT_ROLES.has(role))) {
      faults.push({ path: ['people', at, 'name'], message: `“${person.name}”没有写单位（unit）` });
    }
  }
  return faults;
}

/** What only the office's lead decides (domain §3) would wait for ever. */
function checkOfficeLead(file: DirectoryFile): Complaint[] {
  if (file.people.some((person) => rolesOf(person).includes('officeLead'))) return [];
  const message = '没有创城办负责人：申诉、挂账、第二次延期和督办文书都要由他决定。请在他的一行写上 role: 创城办负责人';
  return [{ path: ['people'], message, onKey: true }];
}

function checkSites(file: DirectoryFile): Complaint[] {
  const units = new Set(file.units.map(({ name }) => name));
  const chiefs = new Set([...units, ...file.people.map(({ name }) => name)]);
  const faults = clashes(claimsOf('sites', file.sites), (word, first, second) =>
    first === second ? `点位“${word}”写了两次，请删去一个` : `“${word}”同时指点位“${first}”和“${second}”，请只留给一个`,
  );
  for (const [at, { name, territory, unit, roadChief }] of file.sites.entries()) {
    if (territory !== null && !units.has(territory)) {
      faults.push({ path: ['sites', at, 'territory'], message: `点位“${name}”的属地“${territory}”不在 units 里` });
    }
    if (unit !== null && !units.has(unit)) {
      faults.push({ path: ['sites', at, 'unit'], message: `点位“${name}”的责任单位“${unit}”不在 units 里` });
    }
    if (roadChief !== null && !chiefs.has(roadChief)) {
      faults.push({
        path: ['sites', at, 'roadChief'],
        message: `点位“${name}”的路长“${roadChief}”不在 people 和 units 里`,
      });
    }
  }
  return faults;
}

function checkUnitGroups(file: DirectoryFile): Complaint[] {
  const units = new Set(file.units.map(({ name }) => name));
  return Object.entries(file.unitGroups).flatMap(([word, members]) =>
    members.flatMap((member, at): Complaint[] =>
      units.has(member) ? [] : [{ path: ['unitGroups', word, at], message: `“${word}”里的“${member}”不在 units 里` }],
    ),
  );
}

function checkGroups(file: DirectoryFile): Complaint[] {
  const people = new Set(file.people.map(({ name }) => name));
  const unknownUnit = (word: string, path: Path): Complaint[] =>
    file.rankingGroups.includes(word) || expandUnits([word], file).length > 0
      ? []
      : [{ path, message: `“${word}”不是单位、单位统称或排名组，请写单位全称` }];
  const ids = file.groups.map(({ id, name }, at) => ({ word: id, owner: name, path: ['groups', at, 'id'] }));
  return [
    ...clashes(ids, (word, first, second) => `群“${first}”和“${second}”的 id 都是“${word}”，请改掉一个`),
    ...file.groups.flatMap((group, at) => [
      ...group.units.flatMap((word, nth) => unknownUnit(word, ['groups', at, 'units', nth])),
      ...group.members.flatMap((member, nth): Complaint[] => {
        const path = ['groups', at, 'members', nth];
        if (typeof member !== 'string') {
          return 'all' in member
            ? []
            : member.units.flatMap((word, unit) => unknownUnit(word, [...path, 'units', unit]));
        }
        return people.has(member)
          ? []
          : [{ path, message: `群“${group.name}”的成员“${member}”不在 people 里，请写全名` }];
      }),
    ]),
  ];
}

function checkPlatformIds(file: DirectoryFile): Complaint[] {
  const ofPeople = (key: 'wecom' | 'dingtalk'): Claim[] =>
    file.people.flatMap((person, at) =>
      person[key] === undefined ? [] : [{ word: person[key], owner: person.name, path: ['people', at, key] }],
    );
  const ofGroups = (platform: 'wecom' | 'dingtalk', key: string): Claim[] =>
    file.groups.flatMap((group, at) => {
      const value: unknown = Object.entries(group[platform] ?? {}).find(([name]) => name === key)?.[1];
      return typeof value === 'string' ? [{ word: value, owner: group.name, path: ['groups', at, platform, key] }] : [];
    });
  // The id itself may be a secret (webhook), so the sentence names the owners only.
  return [
    ...clashes(ofPeople('wecom'), (_, first, second) => `“${first}”和“${second}”的企业微信账号相同，请核对`),
    ...clashes(ofPeople('dingtalk'), (_, first, second) => `“${first}”和“${second}”的钉钉账号相同，请核对`),
    ...[
      ofGroups('wecom', 'chatId'),
      ofGroups('wecom', 'webhook'),
      ofGroups('dingtalk', 'conversationId'),
      ofGroups('dingtalk', 'webhook'),
    ].flatMap((claims) => clashes(claims, (_, first, second) => `群“${first}”和“${second}”用了同一个群地址，请核对`)),
  ];
}
