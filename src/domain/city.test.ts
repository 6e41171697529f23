import { describe, expect, it } from 'vitest';
import { createDirectory, hasRole, isInspector, isOffice } from './city.ts';
import { aCity, aPerson } from './testing/sample.ts';

const city = aCity();
const names = (list: readonly { readonly name: string }[]): string[] => list.map(({ name }) => name);

describe('units', () => {
  it.each([
    ['市城管局', '市城管局'],
    ['城管', '市城管局'],
    ['创城办', '市创城办'],
    ['河西', '河西街道'],
    ['水务局', undefined],
    ['', undefined],
  ])('%s is %s', (typed, unit) => {
    expect(city.unit(typed)?.name).toBe(unit);
  });

  it('a word for several units gives all of them, a unit itself, an unknown word none', () => {
    expect(city.unitNames('各街道')).toEqual(['河西街道', '东湖街道']);
    expect(city.unitNames('城管')).toEqual(['市城管局']);
    expect(city.unitNames('各部门')).toEqual([]);
  });

  it('ranking groups are kept apart', () => {
    expect(city.rankingGroups).toEqual(['部门', '街道乡镇']);
    expect(names(city.unitsOfRankingGroup('街道乡镇'))).toEqual(['河西街道', '东湖街道', '城关镇']);
  });
});

describe('people', () => {
  it('are found by name and by alias', () => {
    expect(city.person('张局')?.name).toBe('张建国');
    expect(city.person('无名')).toBeUndefined();
  });

  it('an alias of two people stands for neither', () => {
    const twins = createDirectory({
      ...city.data,
      people: [
        { ...aPerson('王一', '市城管局', 'unitDeputy'), aliases: ['王局'] },
        { ...aPerson('王二', '市住建局', 'unitDeputy'), aliases: ['王局'] },
      ],
    });
    expect(twins.person('王局')).toBeUndefined();
    expect(twins.person('王二')?.unit).toBe('市住建局');
  });

  it.each([
    ['wecom', 'Wx-王磊', '王磊'],
    ['wecom', 'wX-王磊', '王磊'],
    ['dingtalk', 'dd-王磊', '王磊'],
    ['dingtalk', 'DD-王磊', undefined],
    ['simulator', '王磊', '王磊'],
    ['simulator', '张局', undefined],
    ['wecom', '', undefined],
  ] as const)('%s id %s is %s', (platform, id, name) => {
    expect(city.personById(platform, id)?.name).toBe(name);
  });

  it('several roles at once', () => {
    const person = aPerson('某某', '市创城办', 'officeStaff', 'inspector');
    expect([isOffice(person), isInspector(person), hasRole(person, 'admin')]).toEqual([true, true, false]);
  });

  it('teams, groups and the office', () => {
    const liu = city.person('刘志强');
    const wang = city.person('王磊');
    if (liu === undefined || wang === undefined) throw new Error('sample city');
    expect([city.teamOf(liu), city.teamOf(wang)]).toEqual(['督查一组', null]);
    expect(names(city.unitsOfPerson(wang))).toEqual(['市城管局']);
    expect(names(city.unitsOfPerson(liu))).toEqual([]);
    expect(names(city.groupsOf(wang))).toEqual(['创城督查工作群']);
    expect(names(city.officePeople())).toEqual(['周敏', '赵雪']);
  });
});

describe('who answers for a unit', () => {
  it.each([
    ['市城管局', ['王磊'], ['李强']],
    ['市住建局', ['何静'], ['黄海']],
    ['市园林中心', ['林峰'], ['林峰']],
    ['文昌社区', ['袁霞'], ['袁霞']],
    ['城关镇', [], []],
  ])('%s: liaison %j, official named in the bulletin %j', (unit, liaisons, officials) => {
    expect(names(city.liaisonsOf(unit))).toEqual(liaisons);
    expect(names(city.responsibleOfficials(unit))).toEqual(officials);
  });
});

it('sites are found by name and alias', () => {
  expect(city.site('牛角弄')?.name).toBe('牛角巷');
  expect(city.site('牛角')).toBeUndefined();
});
