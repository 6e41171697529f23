/** Made-up city and problems for tests; the settings stand beside them: each names only what matters. 2026-11-22 is a Sunday, 2026-11-16 a Monday. */
import { createDirectory } from '../city.ts';
import type { Directory } from '../city.ts';
import type { Group, Person, Role, Unit } from '../directory.ts';
import { UNTOUCHED } from '../issue.ts';
import type { Issue } from '../issue.ts';
import { atTime } from '../shanghai.ts';

export { someSettings } from './sample-settings.ts';

/** `on('11-22 10:00')`: an instant of 2026 in Shanghai. */
export function on(text: string): Date {
  const [day = '', time = '00:00'] = text.split(' ');
  return atTime(day.length === 5 ? `2026-${day}` : day, time);
}

export function anIssue(some: Partial<Issue> = {}): Issue {
  const dispatchedAt = some.dispatchedAt === undefined ? on('11-22 10:00') : some.dispatchedAt;
  return {
    ...UNTOUCHED,
    no: 327,
    state: 'dispatched',
    location: '人民路与解放路交叉口东北角',
    site: null,
    category: 'parking',
    description: '非机动车乱停放，占用盲道',
    source: 'inspection',
    origin: null,
    urgent: false,
    units: ['市城管局'],
    coUnits: [],
    loggedBy: '刘志强',
    team: '督查一组',
    groupId: 'city',
    loggedAt: dispatchedAt ?? on('11-22 10:00'),
    dispatchedAt,
    deadline: on('11-22 17:00'),
    ...some,
  };
}

export function aPerson(name: string, unit: string | null, ...roles: Role[]): Person {
  return { name, unit, roles, aliases: [], ids: { wecom: `Wx-${name}`, dingtalk: `dd-${name}` }, mobile: null };
}

const unit = (name: string, kind: string, rankingGroup: string | null, ...aliases: string[]): Unit => ({
  name,
  kind,
  aliases,
  rankingGroup,
});

const PEOPLE: readonly Person[] = [
  aPerson('周敏', '市创城办', 'officeLead'),
  aPerson('赵雪', '市创城办', 'officeStaff'),
  aPerson('刘志强', '督查一组', 'inspectorLead'),
  aPerson('陈芳', '督查二组', 'inspectorLead'),
  aPerson('孙伟', '督查三组', 'inspector'),
  { ...aPerson('张建国', '市城管局', 'unitPrincipal'), aliases: ['张局'] },
  { ...aPerson('李强', '市城管局', 'unitDeputy'), aliases: ['李局'] },
  aPerson('王磊', '市城管局', 'unitLiaison'),
  aPerson('马超', '市城管局', 'owner'),
  aPerson('黄海', '市住建局', 'unitPrincipal'),
  aPerson('何静', '市住建局', 'unitLiaison'),
  aPerson('林峰', '市园林中心', 'unitLiaison'),
  aPerson('胡斌', '市环卫中心', 'unitLiaison'),
  aPerson('彭飞', '河西街道', 'unitLiaison', 'gridHead'),
  aPerson('韩梅', '东湖街道', 'unitLiaison'),
  aPerson('袁霞', '文昌社区', 'communityHead'),
  aPerson('丁一', '翠竹社区', 'gridMember'),
  aPerson('钱多', null, 'citizen'),
];

const group = (id: string, name: string, units: readonly string[]): Group => ({
  id,
  name,
  members: PEOPLE.filter((person) => units.length === 0 || units.includes(person.unit ?? '')).map(({ name }) => name),
  units,
  receivesBulletin: true,
  wecom: null,
  dingtalk: null,
});

export function aCity(): Directory {
  return createDirectory({
    city: '江岚市',
    units: [
      unit('市创城办', 'office', null, '创城办'),
      unit('市城管局', 'department', '部门', '城管局', '城管'),
      unit('市住建局', 'department', '部门', '住建局'),
      unit('市园林中心', 'department', '部门', '园林'),
      unit('市环卫中心', 'department', '部门', '环卫'),
      unit('河西街道', 'street', '街道乡镇', '河西办', '河西'),
      unit('东湖街道', 'street', '街道乡镇', '东湖办', '东湖'),
      unit('城关镇', 'town', '街道乡镇', '城关'),
      unit('文昌社区', 'community', null),
      unit('翠竹社区', 'community', null),
    ],
    people: PEOPLE,
    teams: ['督查一组', '督查二组', '督查三组'],
    sites: [
      { name: '人民路', type: 'main_road', territory: null, aliases: [], unit: null, roadChief: null },
      { name: '牛角巷', type: 'back_street', territory: '东湖街道', aliases: ['牛角弄'], unit: null, roadChief: null },
      { name: '人民路与解放路交叉口', type: 'junction', territory: null, aliases: [], unit: null, roadChief: null },
      { name: '阳光新城', type: 'residential', territory: '河西街道', aliases: ['阳光'], unit: null, roadChief: null },
      { name: '滨江公园', type: 'park', territory: null, aliases: [], unit: '市园林中心', roadChief: null },
    ],
    groups: [group('city', '创城督查工作群', []), group('streets', '街道乡镇群', ['河西街道', '东湖街道', '城关镇'])],
    unitGroups: { 各街道: ['河西街道', '东湖街道'] },
    milestones: { 国检: null },
  });
}
