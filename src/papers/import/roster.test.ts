import { describe, expect, it } from 'vitest';
import { aCity, someSettings } from '../../domain/testing/sample.ts';
import type { RawCell } from '../sheet.ts';
import { listOf, sheetOf } from '../testing/lists.ts';
import { understandRoster } from './roster.ts';
import { understandSites } from './sites.ts';

const directory = aCity();
const settings = someSettings();

describe('people and sites', () => {
  const roster = (...rows: RawCell[][]) =>
    understandRoster(
      listOf('directory', sheetOf([['单位', '单位类别', '姓名', '角色', '职务', '手机', '企业微信账号'], ...rows])),
      { directory },
    );

  it('adds people of known and of new units, in the words of the file', () => {
    const { entries } = roster(
      ['城管局', '', '钱进', '信息员', '科员', 13800000000, 'qianjin'],
      ['市残联', '部门', '吴 双', '主要负责人', '理事长', '', ''],
    );
    expect(entries[0]).toMatchObject({
      name: '钱进',
      unit: '市城管局',
      newUnit: null,
      roles: ['联络员'],
      mobile: '13800000000',
      wecom: 'qianjin',
    });
    expect(entries[1]).toMatchObject({
      name: '吴双',
      newUnit: { name: '市残联', kind: 'department' },
      roles: ['一把手'],
    });
  });

  it.each<[string, RawCell[], RegExp]>([
    ['a post instead of a role', ['城管局', '', '钱进', '副局长', '', '', ''], /角色“副局长”不认识/],
    ['no role', ['城管局', '', '钱进', '', '科员', '', ''], /没有角色/],
    ['an unknown unit without a kind', ['市残联', '', '钱进', '联络员', '', '', ''], /单位“市残联”不在通讯录里/],
    ['a mobile that is none', ['城管局', '', '钱进', '联络员', '', '见群名片', ''], /手机号/],
    ['a person of another unit', ['住建局', '', '王磊', '联络员', '', '', ''], /“王磊”在通讯录里属于市城管局/],
    ['a name that is somebody’s alias', ['城管局', '', '张局', '联络员', '', '', ''], /“张局”在通讯录里是张建国的称呼/],
  ])('refuses a row with %s', (_, row, why) => {
    const { entries, refused } = roster(row);
    expect(entries).toEqual([]);
    expect(refused[0]?.text).toMatch(why);
  });

  it('knows who stands there already', () => {
    expect(roster(['市城管局', '', '王磊', '联络员', '', '', '']).known).toEqual([{ rowNo: 2, text: '王磊' }]);
  });

  it('reads sites by the types of the settings only', () => {
    const list = listOf(
      'sites',
      sheetOf([
        ['点位', '类型', '属地', '责任单位'],
        ['解放路', '主干道', '东湖办', ''],
        ['万达', '综合体', '', ''],
        ['人民路', 'main_road', '外星', ''],
      ]),
    );
    const outcome = understandSites(list, { directory, settings });
    expect(outcome.entries.map(({ name, type, territory, isNew }) => [name, type, territory, isNew])).toEqual([
      ['解放路', 'main_road', '东湖街道', true],
      ['人民路', 'main_road', null, false],
    ]);
    expect(outcome.refused).toEqual([{ rowNo: 3, text: '类型“综合体”不在设置的点位类型里' }]);
    expect(outcome.doubts).toEqual([{ rowNo: 4, text: '属地“外星”不在通讯录里，没有采用' }]);
  });
});
