/** 花名册 → units and people of the directory (domain §3). Pure; what a person may do is never guessed from a post. */
import type { Directory } from '../../domain/city.ts';
import type { Person, Role } from '../../domain/directory.ts';
import { splitNames } from './names-cell.ts';
import { newOutcome } from './outcome.ts';
import type { Understood } from './outcome.ts';
import type { ListRow, ReadList } from './table-reading.ts';

/** A person to add or to bring up to date; only what the row says. */
export interface RosterEntry {
  readonly name: string;
  /** Canonical unit or team. */
  readonly unit: string | null;
  /** Null: the unit stands in the directory; else it is to be added. */
  readonly newUnit: {
    readonly name: string;
    readonly kind: string;
    readonly aliases: readonly string[];
    readonly rankingGroup: string | null;
  } | null;
  readonly isNew: boolean;
  /** Words of the file for the roles, as directory.yaml takes them; empty: leave as they are. */
  readonly roles: readonly string[];
  readonly mobile: string | null;
  readonly wecom: string | null;
  readonly dingtalk: string | null;
  readonly aliases: readonly string[];
}

/** Words of the file for each role, and what else lists plainly say for it. The first is what the file takes. */
const ROLE_WORDS: Readonly<Record<Role, readonly string[]>> = {
  commander: ['指挥部领导'],
  officeLead: ['创城办负责人'],
  officeStaff: ['创城办工作人员'],
  inspectorLead: ['督查组长', '组长'],
  inspector: ['督查员'],
  unitPrincipal: ['一把手', '主要负责人', '主要负责同志', '主要领导', '第一责任人'],
  unitDeputy: ['分管领导', '分管负责人', '分管负责同志'],
  unitLiaison: ['联络员', '信息员', '联系人'],
  communityHead: ['社区负责人', '社区书记'],
  owner: ['责任人', '具体责任人', '经办人'],
  gridHead: ['网格长'],
  gridMember: ['网格员'],
  roadChief: ['路长'],
  sponsor: ['包联干部'],
  citizen: ['市民'],
  observer: ['监督员'],
  admin: ['系统管理员'],
};

/** 单位类别 as lists write it → kind of the directory; other words stand for themselves (regions have their own, domain §15). */
const KIND_OF_WORD: Readonly<Record<string, string>> = {
  创城办: 'office',
  部门: 'department',
  市直部门: 'department',
  企业: 'company',
  街道: 'street',
  乡镇: 'town',
  镇: 'town',
  社区: 'community',
};

export function understandRoster(
  list: ReadList,
  { directory }: { readonly directory: Directory },
): Understood<RosterEntry> {
  const outcome = newOutcome<RosterEntry>();
  const seen = new Map<string, number>();
  for (const row of list.rows) {
    const { entry, refusal } = understandRow(row, directory);
    const before = seen.get(entry.name);
    if (refusal !== null) outcome.refuse(row.rowNo, refusal);
    else if (before !== undefined)
      outcome.refuse(row.rowNo, `“${entry.name}”与第${before}行同名；如是两个人，请加单位或数字区别`);
    else if (!entry.isNew && entry.newUnit === null && isUnchanged(entry, directory.person(entry.name)))
      outcome.know(row.rowNo, entry.name);
    else outcome.entry(entry, []);
    if (refusal === null) seen.set(entry.name, before ?? row.rowNo);
  }
  return outcome.done();
}

function understandRow(row: ListRow, directory: Directory) {
  const [name, unitText, kindText] = [row.text('name').replace(/\s/gu, ''), row.text('unit'), row.text('unitKind')];
  const isTeam = directory.teams.includes(unitText);
  const unit = isTeam ? unitText : (directory.unit(unitText)?.name ?? null);
  const standing = directory.person(name);
  const roleWords = splitNames(row.text('role'));
  const roles = roleWords.map((word) => ({ word, role: roleOf(word) }));
  const mobile = row.text('mobile').replace(/[\s-]/gu, '');
  const entry: RosterEntry & { rowNo: number } = {
    rowNo: row.rowNo,
    name,
    unit: unit ?? (unitText || null),
    newUnit:
      unit !== null || unitText === ''
        ? null
        : {
            name: unitText,
            kind: KIND_OF_WORD[kindText] ?? kindText,
            aliases: splitNames(row.text('unitAliases')),
            rankingGroup: row.text('rankingGroup') || null,
          },
    isNew: standing === undefined,
    roles: roles.flatMap(({ role }) => (role === undefined ? [] : [ROLE_WORDS[role][0] ?? role])),
    mobile: mobile || null,
    wecom: row.text('wecom') || null,
    dingtalk: row.text('dingtalk') || null,
    aliases: splitNames(row.text('aliases')),
  };
  const unknownRoles = roles.filter(({ role }) => role === undefined).map(({ word }) => `“${word}”`);
  const refusals = [
    ...(name === '' ? ['没有姓名'] : []),
    ...(unknownRoles.length > 0
      ? [`角色${unknownRoles.join('、')}不认识，请写一把手、分管领导、联络员、责任人等`]
      : []),
    ...(entry.roles.length === 0 && standing === undefined && unknownRoles.length === 0
      ? ['没有角色；职务看不出在创城工作中做什么，请加“角色”一列']
      : []),
    ...(entry.newUnit !== null && entry.newUnit.kind === ''
      ? [`单位“${unitText}”不在通讯录里；如要新增，请写单位类别（部门、企业、街道、乡镇、社区）`]
      : []),
    ...(mobile !== '' && !/^\+?\d{5,20}$/u.test(mobile) ? [`手机号“${mobile}”不对`] : []),
    ...(standing !== undefined && standing.name !== name ? [`“${name}”在通讯录里是${standing.name}的称呼`] : []),
    ...(standing !== undefined && standing.unit !== entry.unit && unitText !== ''
      ? [`“${name}”在通讯录里属于${standing.unit ?? '无单位'}；是调动还是同名，请在通讯录里改`]
      : []),
  ];
  return { entry, refusal: refusals.length === 0 ? null : refusals.join('；') };
}

const roleOf = (word: string): Role | undefined =>
  (Object.keys(ROLE_WORDS) as Role[]) // the keys of the table are the roles
    .find((role) => role === word || ROLE_WORDS[role].includes(word));

/** Everything the row says stands there already. */
function isUnchanged(entry: RosterEntry, person: Person | undefined): boolean {
  if (person === undefined) return false;
  const roles = entry.roles.flatMap((word) => roleOf(word) ?? []);
  return (
    (roles.length === 0 ||
      (roles.length === person.roles.length && roles.every((role, at) => role === person.roles[at]))) &&
    (entry.mobile === null || entry.mobile === person.mobile) &&
    (entry.wecom === null || entry.wecom === person.ids.wecom) &&
    (entry.dingtalk === null || entry.dingtalk === person.ids.dingtalk) &&
    entry.aliases.every((alias) => person.aliases.includes(alias))
  );
}
