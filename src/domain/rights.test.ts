import { describe, expect, it } from 'vitest';
import * as rights from './rights.ts';
import { aCity, anIssue, on, someSettings } from './testing/sample.ts';
import type { Person } from './directory.ts';

const city = aCity();
const settings = someSettings();
const strict = someSettings({ verify: { remindAfterHours: 24, inspectorsMayVerify: false } });
const issue = anIssue({ owner: '马超', coUnits: ['河西街道'] });

function who(name: string): Person {
  const person = city.person(name);
  if (person === undefined) throw new Error(`sample city lacks ${name}`);
  return person;
}

const EVERYBODY = [
  '周敏',
  '赵雪',
  '刘志强',
  '陈芳',
  '孙伟',
  '张建国',
  '李强',
  '王磊',
  '马超',
  '何静',
  '彭飞',
  '丁一',
  '钱多',
];
const allowed = (may: (person: Person) => boolean): string => EVERYBODY.filter((name) => may(who(name))).join(' ');

it.each([
  ['log', rights.mayLog, '周敏 赵雪 刘志强 陈芳 孙伟 彭飞 丁一'],
  ['dispatch', rights.mayDispatch, '周敏 赵雪 刘志强 陈芳 孙伟'],
  ['claim', (by: Person) => rights.mayClaim(by, issue), '张建国 李强 王磊'],
  ['report', (by: Person) => rights.mayReport(by, issue), '张建国 李强 王磊 马超'],
  ['progress', (by: Person) => rights.mayProgress(by, issue), '张建国 李强 王磊 马超 彭飞'],
  ['assign an owner', (by: Person) => rights.mayAssignOwner(by, issue), '张建国 李强 王磊'],
  ['ask for an extension', (by: Person) => rights.mayRequest(by, issue), '张建国 李强 王磊'],
  ['decide the first extension', (by: Person) => rights.mayDecideExtension(by, issue), '周敏 赵雪'],
  ['decide the second', (by: Person) => rights.mayDecideExtension(by, { ...issue, extensionCount: 1 }), '周敏'],
  ['decide an appeal', rights.isOfficeLead, '周敏'],
  ['reassign', rights.mayReassign, '周敏 赵雪'],
  ['urge', rights.mayUrge, '周敏 赵雪 刘志强 陈芳 孙伟'],
  ['recheck', (by: Person) => rights.mayRecheck(by, strict), '周敏 赵雪 刘志强 陈芳'],
])('may %s', (_, may, people) => {
  expect(allowed(may)).toBe(people);
});

it('an owner reports on his own problem only', () => {
  expect(rights.mayReport(who('马超'), anIssue({ owner: '王磊' }))).toBe(false);
});

describe('verify', () => {
  it.each([
    ['刘志强', '市城管局', null],
    ['孙伟', '市城管局', null],
    ['王磊', '市城管局', 'ownUnit'],
    ['马超', '市城管局', 'ownUnit'],
    ['丁一', '市城管局', 'role'],
    ['钱多', '市城管局', 'role'],
    ['周敏', '市创城办', 'ownReport'],
  ] as const)('%s on a report of %s: %s', (name, reporterUnit, bar) => {
    expect(rights.verifyBar(who(name), issue, reporterUnit, settings)).toBe(bar);
  });

  it('nobody verifies what he reported, nor the office what the office must rectify', () => {
    expect(rights.verifyBar(who('刘志强'), anIssue({ reportedBy: '刘志强' }), null, settings)).toBe('ownReport');
    expect(rights.verifyBar(who('周敏'), anIssue({ units: ['市创城办'] }), null, settings)).toBe('ownUnit');
  });

  it('plain inspectors only where the setting lets them', () => {
    expect(rights.verifyBar(who('孙伟'), issue, '市城管局', strict)).toBe('role');
  });
});

describe('withdraw', () => {
  const logged = anIssue({ loggedBy: '孙伟', team: '督查三组', loggedAt: on('11-22 10:00') });
  it.each([
    ['孙伟', '11-22 10:30', true],
    ['孙伟', '11-22 10:31', false],
    ['刘志强', '11-22 10:01', false],
    ['周敏', '11-25 10:00', true],
    ['赵雪', '11-25 10:00', true],
    ['王磊', '11-22 10:01', false],
  ])('%s at %s: %s', (name, at, may) => {
    expect(rights.mayWithdraw(who(name), logged, on(at), settings)).toBe(may);
  });

  it("a team's lead withdraws what his team logged, at any time", () => {
    const ours = anIssue({ loggedBy: '别人', team: '督查一组', loggedAt: on('11-01 10:00') });
    expect(rights.mayWithdraw(who('刘志强'), ours, on('11-22 10:00'), settings)).toBe(true);
  });
});
