/** What only sounds like an order: denied, doubted, past, told of others. Nothing may be written on it. */
import { expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { choose } from '../../bot/choose.ts';
import { corpusReader, aMessage, LIAISON, OFFICE } from '../../testing/reader.ts';
import type { Heard } from '../said.ts';

const INSPECTOR: Heard['sender'] = { name: '孙伟', roles: ['inspector'], unit: '督查三组' };
const READS = /^(?:help|issue\.show|query\..*|.*\.query|paper\.(?:show|list)|report\.show|inspection\.show)$/;

const written = (text: string, sender: Heard['sender']): string[] => {
  const choice = choose(commands, corpusReader.understand(aMessage(text, { sender, images: 1 })), {
    roles: sender?.roles ?? [],
  });
  return choice.kind === 'readings'
    ? choice.readings.filter(({ command }) => !READS.test(command.id)).map(({ command }) => command.id)
    : [];
};

test.each([
  '如果327整改好了我再报',
  '327整改了吗？',
  '明天去整改327',
  '327还没整改好',
  '327明天整改完',
  '【转发】市城管局已完成327整改',
  '王局说327已整改',
  '听说327通过了',
  '谢谢，327销号了',
  '327不认领',
  '327昨天就认领了',
  '327认领过了',
  '327要不要申诉',
  '327申诉过了',
  '我们申请过327延期',
  '327延期申请什么时候批',
])('a unit says “%s”', (text) => {
  expect(written(text, LIAISON)).toEqual([]);
});

test.each([
  '327要不要转给住建局',
  '327本来应该转给住建局的',
  '327转不转住建局都行',
  '327先别转给住建局',
  '327不能撤销',
  '谁撤销了327',
  '327和330不重复',
  '327和330没重复，别合并',
  '催过327了',
  '327已经催了三次',
  '不要催327',
  '昨天同意了327延期',
  '同意327延期吗',
  '会议纪要：327销号',
  '327整改得很好，通报表扬',
])('the office says “%s”', (text) => {
  expect(written(text, OFFICE)).toEqual([]);
});

test.each([
  '327会不会反弹',
  '327、330这两个不要退回',
  '327退回吗',
  '327应该能过',
  '327先放着',
  '301到305里303不过，其他通过',
])('an inspector says “%s”', (text) => {
  expect(written(text, INSPECTOR)).toEqual([]);
});

test.each([
  ['327转给住建局，不要再转来转去', 'issue.reassign'],
  ['305和306重复，合并，不要重复登记', 'issue.merge'],
  ['332别拖了，催一下', 'issue.urge'],
  ['338怎么还没动静，催催园林', 'issue.urge'],
])('still an order: %s', (text, id) => {
  expect(written(text, OFFICE)).toEqual([id]);
});
