import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DirectoryData } from '../src/domain/directory.ts';
import type { Settings } from '../src/domain/settings.ts';
import { ConfigFaults } from './faults.ts';
import { loadConfig, loadDirectory } from './files.ts';
import { defaultSettings } from './settings.ts';
import { aConfigFolder, SMALL_DIRECTORY } from './testing.ts';

const EXAMPLES = import.meta.dirname;

function faultsOf(dir: string, demo = false): string[] {
  try {
    loadConfig({ dir, demo, env: {} });
  } catch (error) {
    if (error instanceof ConfigFaults) return error.message.replaceAll(`${dir}/`, '').split('\n');
    throw error;
  }
  return [];
}

describe('the examples', () => {
  const { directory, settings }: { directory: DirectoryData; settings: Settings } = loadConfig({
    dir: EXAMPLES,
    demo: true,
    env: {},
  });

  test('settings.example.yaml states the defaults, all of them', () => {
    expect(settings).toEqual(defaultSettings());
  });

  test('the invented city holds all of the corpus’ directory', () => {
    const corpus = loadDirectory(join(EXAMPLES, 'fixtures/corpus-directory.json'));
    expect(directory.units).toEqual(corpus.units);
    expect(directory.teams).toEqual(corpus.teams);
    expect(directory.unitGroups).toEqual(corpus.unitGroups);
    expect(directory.milestones).toEqual(corpus.milestones);
    expect(directory.sites).toMatchObject(corpus.sites.map(({ name, type, territory }) => ({ name, type, territory })));
    for (const { name, unit, roles, aliases } of corpus.people) {
      expect(directory.people).toContainEqual(expect.objectContaining({ name, unit, roles, aliases }));
    }
  });

  test.each([
    [
      ['department', 'company', 'street', 'town'],
      ['unitPrincipal', 'unitDeputy', 'unitLiaison'],
    ],
    [['community'], ['communityHead']],
    [['office'], ['officeLead', 'officeStaff']],
  ] as const)('every unit of the kinds %j has its %j', (kinds, roles) => {
    const lacking = directory.units
      .filter(({ kind }) => kinds.some((wanted) => wanted === kind))
      .flatMap(({ name }) =>
        roles
          .filter((role) => !directory.people.some((person) => person.unit === name && person.roles.includes(role)))
          .map((role) => `${name} ${role}`),
      );
    expect(lacking).toEqual([]);
  });

  test('everybody can be reached on both platforms', () => {
    expect(directory.people.filter(({ ids }) => !ids.wecom || !ids.dingtalk)).toEqual([]);
  });

  test('the four groups, and who is in the city’s', () => {
    expect(directory.groups.map(({ id, name, receivesBulletin }) => [id, name, receivesBulletin])).toEqual([
      ['city', '创城督查工作群', true],
      ['departments', '部门群', true],
      ['towns', '街道乡镇群', true],
      ['office', '创城办群', false],
    ]);
    const outside = directory.people.filter(({ name }) => !directory.groups[0]?.members.includes(name));
    expect(new Set(outside.flatMap(({ roles }) => roles))).toEqual(
      new Set(['commander', 'observer', 'admin', 'owner']),
    );
  });
});

describe('which file is in force', () => {
  test('outside demo mode a missing one is a fault, named with what to do', () => {
    const { dir } = aConfigFolder({});
    expect(faultsOf(dir)).toEqual([
      'directory.yaml:1:1 没有这个文件，请把同目录的示例文件（.example.yaml）复制一份再修改',
      'settings.yaml:1:1 没有这个文件，请把同目录的示例文件（.example.yaml）复制一份再修改',
    ]);
  });

  test('in demo mode an own file goes before the example, and the examples fill in', () => {
    const { dir } = aConfigFolder({ 'directory.yaml': SMALL_DIRECTORY });
    expect(loadConfig({ dir, demo: true, env: {} }).directory.city).toBe('示例市');
    const empty = aConfigFolder({});
    expect(loadConfig({ dir: empty.dir, demo: true, env: {} }).directory.units).toHaveLength(41);
  });
});

describe('both files together', () => {
  test('a city of its own needs no settings: default suggestions of units it has not fall away', () => {
    const { dir } = aConfigFolder({ 'directory.yaml': SMALL_DIRECTORY, 'settings.yaml': '' });
    const { settings } = loadConfig({ dir, demo: false, env: {} });
    expect(new Set(settings.categories.flatMap(({ usualUnits }) => usualUnits))).toEqual(new Set(['territory']));
  });

  test('a unit that the settings themselves name must be there', () => {
    const { dir } = aConfigFolder({
      'directory.yaml': SMALL_DIRECTORY,
      'settings.yaml': 'categories:\n  - { id: psa, usualUnits: [市创城办, territory, 宣传部] }\n',
    });
    expect(faultsOf(dir)).toEqual([
      'settings.yaml:2:46 类别“psa”的单位“宣传部”不在 directory.yaml 的 units 里；属地街道或乡镇请写 territory',
    ]);
  });

  test('every unit and group that the settings name must be there; all are told at once, with what was meant', () => {
    const { dir } = aConfigFolder({
      'directory.yaml': `${SMALL_DIRECTORY}groups:\n  - { id: city, name: 创城督查工作群, members: [甲一] }\n`.replace(
        'units:',
        'units:\n  - { name: 市教育局, kind: department }\n  - { name: 市交警大队, kind: department }',
      ),
      'settings.yaml': `siteTypes:
  - { id: market, units: [市市场监管局, 市场监管居] }
material:
  indicators:
    - { indicator: Ⅱ-3, units: [市教育局, 市教育居] }
duty:
  posts:
    - { name: 人民路口, units: [交警队大] }
publications: { groups: [city, no-such-group, ctiy] }
`,
    });
    expect(faultsOf(dir)).toEqual([
      'settings.yaml:2:35 点位类型“market”的单位“市场监管居”不在 directory.yaml 的 units 里',
      'settings.yaml:5:39 指标“Ⅱ-3”的单位“市教育居”不在 directory.yaml 的 units 里，是否应为“市教育局”',
      'settings.yaml:8:29 岗位“人民路口”的单位“交警队大”不在 directory.yaml 的 units 里，是否应为“市交警大队”',
      'settings.yaml:9:32 没有 id 为“no-such-group”的群，directory.yaml 里有：city',
      'settings.yaml:9:47 没有 id 为“ctiy”的群，是否应为“city”',
    ]);
  });

  test('a site’s type must be one of the settings', () => {
    const { dir } = aConfigFolder({
      'directory.yaml': `${SMALL_DIRECTORY}sites:\n  - { name: 老茶馆, type: tea_house }\n`,
      'settings.yaml': '',
    });
    expect(faultsOf(dir)).toEqual(['directory.yaml:7:24 点位“老茶馆”的类型“tea_house”不在设置的 siteTypes 里']);
  });

  test('faults of both are told at once, in the order of the lines', () => {
    const { dir } = aConfigFolder({
      'directory.yaml': SMALL_DIRECTORY.replace('市创城办, role', '创城办, role').replace(
        'kind: office',
        'kind: office, rankingGroup: 甲',
      ),
      'settings.yaml': 'extend: { most: 9 }\n',
    });
    expect(faultsOf(dir).map((line) => line.split(' ')[0])).toEqual([
      'directory.yaml:3:47',
      'directory.yaml:5:23',
      'settings.yaml:1:17',
    ]);
  });
});

describe('a directory by itself', () => {
  test('of the corpus: roles, words for several units and ranking groups are translated', () => {
    const directory = loadDirectory(join(EXAMPLES, 'fixtures/corpus-directory.json'));
    expect(directory.people.find(({ name }) => name === '丁一')?.roles).toEqual(['gridMember']);
    expect(directory.unitGroups['三大运营商']).toEqual(['市电信公司', '市移动公司', '市联通公司']);
    expect(directory.units.find(({ name }) => name === '南溪镇')?.rankingGroup).toBe('街道乡镇');
    expect(directory.groups).toEqual([]);
  });

  test('of the corpus, broken: the fault has its place', () => {
    const { dir } = aConfigFolder({
      'x.json':
        '{"city":"甲","groups":{},\n"units":[{"name":"乙","kind":"office","aliases":[]}],\n"people":[{"name":"丙","unit":"丁","role":"inspector"}]}',
    });
    expect(() => loadDirectory(join(dir, 'x.json'))).toThrow(/x\.json:3:30 “丙”的单位“丁”不在 units 和 teams 里/);
  });
});
