/** 外出代班, 恢复整改, 记录: what is meant by them, and what only sounds like it. */
import { expect, test } from 'vitest';
import { loadConfig } from '../../../config/load.ts';
import { createReader } from '../reader.ts';
import type { Said } from '../said.ts';

const reader = createReader(loadConfig({ dir: 'config', demo: true, env: {} }));

const UNIT = { name: '王磊', roles: ['unitLiaison'], unit: '市城管局' } as const;
const OFFICE = { name: '周敏', roles: ['officeLead'], unit: '市创城办' } as const;

const read = (text: string, sender: typeof UNIT | typeof OFFICE): Said =>
  reader.understand({
    text,
    chatKind: 'group',
    mentionsBot: true,
    sender,
    images: 0,
    quote: null,
    sentAt: new Date('2026-11-22T10:00:00+08:00'),
    pending: null,
  });

test.each([
  ['我下周出差，常广平代', '2026-11-23', '2026-11-29'],
  ['明天我请假，工作由常广平代理', '2026-11-23', '2026-11-23'],
  ['本周常广平代我', '2026-11-16', '2026-11-22'],
  ['今天常广平替我', '2026-11-22', '2026-11-22'],
  ['我11月24日到26日休假，由@常广平 代班', '2026-11-24', '2026-11-26'],
  ['我下周二外出学习，这边的事常广平代管', '2026-11-24', '2026-11-24'],
  ['我这周培训，请常广平顶一下', '2026-11-16', '2026-11-22'],
  ['11月30日至12月4日年假，联络员工作由常广平接替', '2026-11-30', '2026-12-04'],
])('%s: 常广平 stands in', (text, from, to) => {
  const said = read(text, UNIT);
  expect([said.act, said.persons, said.period]).toEqual(['person.absence', ['常广平'], { from, to }]);
});

test.each(['我回来了', '我返岗了', '已销假', '取消代班', '我今天回单位了'])('%s: it is over', (text) => {
  expect(read(text, UNIT).act).toBe('person.absence');
});

test.each([
  '我下周出差，常广平代我开会',
  '王局出差了',
  '我下周出差',
  '常广平代领一下文件',
  '时代广场门口有人发传单',
  '谁能代我值班吗',
  '他请假了，谁代',
  '我回来了再说',
  '等我回来了再整改',
  '市民代表下周来，常广平接待',
  '请假条已经交给常广平了',
])('%s: nobody stands in for anybody', (text) => {
  expect(read(text, UNIT).act).not.toBe('person.absence');
});

test.each([
  '433恢复整改',
  '433解除挂账',
  '结束430的挂账',
  '433可以动工了，恢复整改',
  '取消433挂账，恢复计时',
  '433不再挂账，12月20日前整改',
  '430挂账到期，恢复办理',
  '#433 撤销挂账',
])('%s: goes on', (text) => {
  expect(read(text, OFFICE)).toMatchObject({ act: 'issue.resume' });
});

test.each([
  '433申请挂账',
  '433撤销挂账申请',
  '433先不恢复整改',
  '433什么时候恢复整改？',
  '433未恢复办理',
  '同意433挂账',
  '大家恢复办理日常工作',
])('%s: does not go on', (text) => {
  expect(read(text, OFFICE).act).not.toBe('issue.resume');
});

test.each(['327记录', '#327 记录', '327办理记录', '327的流程记录', '327号全部记录'])('%s: is shown', (text) => {
  expect(read(text, UNIT)).toMatchObject({ act: 'issue.show', issueNos: [327] });
});
