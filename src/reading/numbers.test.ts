/** Numbers of problems, tasks and messages, and the figures that are none of them. */
import { expect, test } from 'vitest';
import { LIAISON, saidOf } from '../testing/reader.ts';

test.each<[string, number[]]>([
  ['327已整改', [327]],
  ['#327已整改', [327]],
  ['＃３２７ 已整改', [327]],
  ['327号已整改', [327]],
  ['问题327已整改', [327]],
  ['WT-2026-0327已整改', [327]],
  ['三二七号整改好了', [327]],
  ['给住建局就327起草督办单', [327]],
  ['三百二十七号整改好了', [327]],
  ['301、302已整改', [301, 302]],
  ['301,302,303已整改', [301, 302, 303]],
  ['301和302已整改', [301, 302]],
  ['301到305已整改', [301, 302, 303, 304, 305]],
  ['301-303已整改', [301, 302, 303]],
  ['301～303已整改', [301, 302, 303]],
  ['除了302，301到304都已整改', [301, 303, 304]],
  ['301到304已整改，302除外', [301, 303, 304]],
  ['327处理好了', [327]],
  ['327周五前能弄好', [327]],
  ['327车辆已拖走', [327]],
  ['327整改到位，清理垃圾3车', [327]],
  ['327已整改，补种60棵', [327]],
  ['327已于11月21日整改完成', [327]],
  ['327昨天下午5点已整改', [327]],
  ['327路公交已改道', []],
  ['打12345反映', []],
  ['办公室13800001234', []],
  ['2026年已完成整改', []],
  ['3处已整改', []],
  ['3栋1单元已清理', []],
  ['17号门口已清理', []],
  ['进度60%', []],
  ['前5名已公布', []],
  ['督查3组来过', []],
])('problems in %s: %j', (text, expected) => {
  expect(saidOf(text, { sender: LIAISON }).issueNos).toEqual(expected);
});

test.each<[string, number[]]>([
  ['任务5进度60%', [5]],
  ['任务分解表第5项进度60%', [5]],
  ['第5、6项任务已完成', [5, 6]],
  ['任务五完成一半', [5]],
  ['5号任务我们认领', [5]],
  ['完成任务分解', []],
])('tasks in %s: %j', (text, expected) => {
  expect(saidOf(text, { sender: LIAISON }).taskNos).toEqual(expected);
});

test.each<[string, number[]]>([
  ['留言12已回复', [12]],
  ['市民留言12、13已答复', [12, 13]],
  ['12号留言已办结', [12]],
  ['12345工单已处理', []],
  ['还有3条留言没回复', []],
])('messages in %s: %j', (text, expected) => {
  expect(saidOf(text, { sender: LIAISON }).messageNos).toEqual(expected);
});

test('without a number of its own a message speaks of the quoted card', () => {
  expect(saidOf('已整改', { sender: LIAISON, quote: '【交办】#330 解放路78号 店外经营' }).issueNos).toEqual([330]);
  expect(saidOf('已整改', { sender: LIAISON, quote: '327路公交改道了' }).issueNos).toEqual([]);
});
