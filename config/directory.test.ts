import { describe, expect, test } from 'vitest';
import type { DirectoryData } from '../src/domain/directory.ts';
import { parseDirectory } from './directory.ts';
import type { Directory } from './directory.ts';
import { faultLine } from './faults.ts';
import { readSource } from './source.ts';

/** A small city that is right; the cases below each break one line of it. */
const CITY = `city: 示例市
units:
  - { name: 市创城办, kind: office, aliases: [创城办] }
  - { name: 市城管局, kind: department, aliases: [城管], rankingGroup: 部门 }
  - { name: 东湖街道, kind: street, aliases: [东湖], rankingGroup: 街道乡镇 }
teams: [督查一组]
people:
  - { name: 甲一, unit: 市创城办, role: 创城办负责人, aliases: [甲主任], wecom: jia, dingtalk: '1' }
  - { name: 乙二, unit: 市城管局, roles: [unitLiaison, owner], wecom: yi }
  - { name: 丙三, unit: 督查一组, role: inspectorLead, mobile: '13000000000' }
sites:
  - { name: 人民路, type: main_road, territory: 东湖街道, unit: 市城管局, roadChief: 乙二 }
unitGroups:
  各街道: [东湖街道]
groups:
  - id: city
    name: 工作群
    members: [甲一, { all: inspectors }, { units: [部门] }, 乙二]
    units: [各街道, 市城管局]
    receivesBulletin: true
    wecom: { chatId: c1, webhook: "\${WECOM_WEBHOOK_CITY}" }
  - { id: other, name: 另一群, members: [{ all: liaisons }], wecom: { chatId: c2 } }
milestones: { 国检: null, 省检: 2026-12-20 }
`;
const ENV = { WECOM_WEBHOOK_CITY: 'https://example.com/send?key=SECRET' };

function read(text: string, env: Record<string, string | undefined> = ENV): Directory | string[] {
  const source = readSource('directory.yaml', text, env);
  if (source.faults.length > 0) return source.faults.map(faultLine);
  const parsed = parseDirectory(source.value);
  return 'directory' in parsed
    ? parsed.directory
    : parsed.complaints.map((complaint) => faultLine(source.locate(complaint)));
}

const broken = (from: string, to: string) => {
  expect(CITY).toContain(from);
  return read(CITY.replace(from, to));
};

test('a directory that is right becomes the domain’s data: roles, members and units written out', () => {
  const directory = read(CITY);
  if (Array.isArray(directory)) throw new Error(directory.join('\n'));
  const data: DirectoryData = directory;
  expect(data.people[0]).toEqual({
    name: '甲一',
    unit: '市创城办',
    roles: ['officeLead'],
    aliases: ['甲主任'],
    ids: { wecom: 'jia', dingtalk: '1' },
    mobile: null,
  });
  expect(data.people[1]?.roles).toEqual(['unitLiaison', 'owner']);
  expect(data.groups[0]).toEqual({
    id: 'city',
    name: '工作群',
    members: ['甲一', '丙三', '乙二'],
    units: ['东湖街道', '市城管局'],
    receivesBulletin: true,
    wecom: { chatId: 'c1', webhook: 'https://example.com/send?key=SECRET' },
    dingtalk: null,
  });
  expect(data.groups[1]?.members).toEqual(['乙二']);
  expect(data.milestones).toEqual({ 国检: null, 省检: '2026-12-20' });
});

describe('one broken line: the fault, where it is, and what to do', () => {
  test.each([
    [
      'unit: 市城管局, roles',
      'unit: 城管局, roles',
      '9:23 “乙二”的单位“城管局”不在 units 和 teams 里，请写全称或先添加该单位',
    ],
    ['teams: [督查一组]', 'teams: [督查一组, 督查一组]', '6:15 “督查一组”写了两次，请删去一个'],
    ['teams: [督查一组]', 'teams: [督查一组, 市创城办]', '6:15 “市创城办”写了两次，请删去一个'],
    ['aliases: [东湖]', 'aliases: [城管]', '5:43 “城管”同时指“市城管局”和“东湖街道”，请只留给一个'],
    ['aliases: [东湖]', 'aliases: [市城管局]', '5:43 “东湖街道”的简称“市城管局”是另一个单位的名称，请改掉'],
    [
      'rankingGroup: 部门',
      'rankingGroup: 局办',
      '4:66 没有名为“局办”的排名组，可用的有：部门、街道乡镇、路长单位、社区',
    ],
    ['name: 丙三', 'name: 乙二', '10:13 有两个人叫“乙二”，请在姓名后加单位或数字以示区别'],
    ['aliases: [甲主任]', 'aliases: [乙二]', '8:53 “甲一”的称呼“乙二”是另一个人的姓名，请改掉'],
    ['wecom: yi', 'wecom: jia', '9:65 “甲一”和“乙二”的企业微信账号相同，请核对'],
    [
      'roles: [unitLiaison, owner]',
      'role: 局长',
      '9:35 角色只能是：指挥部领导、创城办负责人、创城办工作人员、督查组长、督查员、一把手、分管领导、联络员、社区负责人、责任人、网格长、网格员、路长、包联干部、市民、监督员、系统管理员',
    ],
    [
      'role: 创城办负责人',
      'role: 创城办工作人员',
      '7:1 没有创城办负责人：申诉、挂账、第二次延期和督办文书都要由他决定。请在他的一行写上 role: 创城办负责人',
    ],
    ['roles: [unitLiaison, owner], ', '', '9:13 “乙二”没有写角色（role）'],
    ['unit: 市城管局, roles', 'roles', '9:13 “乙二”没有写单位（unit）'],
    ['territory: 东湖街道', 'territory: 西湖街道', '12:46 点位“人民路”的属地“西湖街道”不在 units 里'],
    ['unit: 市城管局, roadChief', 'unit: 市园林局, roadChief', '12:58 点位“人民路”的责任单位“市园林局”不在 units 里'],
    ['roadChief: 乙二', 'roadChief: 丁四', '12:75 点位“人民路”的路长“丁四”不在 people 和 units 里'],
    ['各街道: [东湖街道]', '各街道: [南湖街道]', '14:9 “各街道”里的“南湖街道”不在 units 里'],
    [
      '各街道: [东湖街道]',
      '各街道: [东湖街道]\n  城管: [东湖街道]',
      '15:3 “城管”同时指“市城管局”和“城管”，请只留给一个',
    ],
    ['members: [甲一,', 'members: [甲乙,', '18:15 群“工作群”的成员“甲乙”不在 people 里，请写全名'],
    ['{ units: [部门] }', '{ units: [局办] }', '18:50 “局办”不是单位、单位统称或排名组，请写单位全称'],
    [
      '{ all: inspectors }',
      '{ all: 督查 }',
      '18:19 成员应写姓名，或 { all: inspectors | office | liaisons | deputies | principals | communityHeads | gridMembers }，或 { units: [单位] }',
    ],
    ['units: [各街道,', 'units: [各乡镇,', '19:13 “各乡镇”不是单位、单位统称或排名组，请写单位全称'],
    ['id: other', 'id: city', '22:11 群“工作群”和“另一群”的 id 都是“city”，请改掉一个'],
    ['chatId: c2', 'chatId: c1', '22:76 群“工作群”和“另一群”用了同一个群地址，请核对'],
    ['省检: 2026-12-20', '省检: 12月20日', '23:29 日期应写成 2026-11-22 的样子；还没有定就写 null'],
    ['kind: office', 'knid: office', ['3:5 缺少“kind”，请补上', '3:19 不认识“knid”，请检查拼写或删去']],
    ['name: 工作群', 'name: [工作群]', '17:11 “name”应为文字'],
    ["dingtalk: '1'", 'dingtalk: 1', '8:81 “dingtalk”应为文字，数字请加上引号'],
  ])('%s → %s', (from, to, expected) => {
    const faults = broken(from, to);
    const lines = Array.isArray(expected) ? expected : [expected];
    expect(faults).toHaveLength(lines.length);
    for (const [at, line] of lines.entries()) {
      const said = Array.isArray(faults) ? faults[at]?.replace('directory.yaml:', '') : undefined;
      expect(said).toBe(line);
    }
  });
});

describe('addresses of groups are secrets', () => {
  test('a name that is not set', () => {
    expect(read(CITY, {})).toEqual([
      'directory.yaml:21:35 环境变量 WECOM_WEBHOOK_CITY 没有设置，请在 .env 中写上 WECOM_WEBHOOK_CITY=…',
    ]);
  });

  test('one that is not https is refused without being repeated', () => {
    expect(read(CITY, { WECOM_WEBHOOK_CITY: 'http://example.com/send?key=SECRET' })).toEqual([
      'directory.yaml:21:35 机器人地址应以 https:// 开头，请从群设置里重新复制',
    ]);
  });

  test('plain http to this machine is let through for trials', () => {
    expect(read(CITY, { WECOM_WEBHOOK_CITY: 'http://127.0.0.1:9/send' })).not.toBeInstanceOf(Array);
  });

  test('a name in small letters is no name', () => {
    expect(broken('${WECOM_WEBHOOK_CITY}', '${city}')).toEqual([
      'directory.yaml:21:35 “${…}”里只能写大写字母、数字和下划线组成的环境变量名，例如 ${WECOM_WEBHOOK_CITY}',
    ]);
  });
});

describe('YAML itself', () => {
  test.each([
    ['teams: [督查一组]', 'city: 另一市', '6:1 同一个名称写了两次，请删去一个'],
    ['teams: [督查一组]', 'teams: [督查一组', '7:1 缩进没有与同级的行对齐，或者上一行的引号、括号没有成对'],
    ['    name: 工作群', '\tname: 工作群', '17:1 缩进用了 Tab 键，请改用空格'],
  ])('%s → %s', (from, to, line) => {
    const faults = broken(from, to);
    const first = Array.isArray(faults) ? faults[0]?.replace('directory.yaml:', '') : undefined;
    expect(first).toBe(line);
  });

  test('an empty file lacks what it must have', () => {
    expect(read('')).toEqual([
      'directory.yaml:1:1 缺少“city”，请补上',
      'directory.yaml:1:1 缺少“units”，请补上',
      'directory.yaml:1:1 缺少“people”，请补上',
    ]);
  });

  test('a file that is a list is refused', () => {
    expect(read('- a')).toEqual(['directory.yaml:1:1 这一项应为一组“名称: 值”']);
  });
});
