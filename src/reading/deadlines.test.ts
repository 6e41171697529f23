/** Deadlines by the corpus' "Reading of dates", and what is none. */
import { expect, test } from 'vitest';
import { saidOf } from '../testing/reader.ts';

const WEDNESDAY = new Date('2026-11-18T10:00:00+08:00');
const at = (text: string, sentAt: Date): string | null =>
  saidOf(`人民路垃圾成堆，环卫中心${text}清理`, { sentAt }).deadline?.at ?? null;
const end = (day: string): string => `${day}T23:59:59+08:00`;
const time = (day: string, clock: string): string => `${day}T${clock}:00+08:00`;

test.each<[string, string | null]>([
  // From the library trial: what general parsers got wrong.
  ['25日前', end('2026-11-25')],
  ['25号之前', end('2026-11-25')],
  ['本月25日前', end('2026-11-25')],
  ['11月25号前', end('2026-11-25')],
  ['2026年11月25日前', end('2026-11-25')],
  ['2026-11-25前', end('2026-11-25')],
  ['十一月二十五日前', end('2026-11-25')],
  ['11/25前', end('2026-11-25')],
  ['11.25前', end('2026-11-25')],
  ['明天下午5点前', time('2026-11-19', '17:00')],
  ['3日内', end('2026-11-21')],
  ['三天之内', end('2026-11-21')],
  ['即日起3日内', end('2026-11-21')],
  ['限期三天', end('2026-11-21')],
  ['一周内', end('2026-11-25')],
  ['一个月内', end('2026-12-18')],
  ['5个工作日内', end('2026-11-25')],
  ['两小时内', time('2026-11-18', '12:00')],
  ['半小时内', time('2026-11-18', '10:30')],
  ['24小时内', time('2026-11-19', '10:00')],
  ['48小时以内', time('2026-11-20', '10:00')],
  ['月底前', end('2026-11-30')],
  ['本月底前', end('2026-11-30')],
  ['12月底前', end('2026-12-31')],
  ['年底前', end('2026-12-31')],
  ['本周五前', end('2026-11-20')],
  ['这周五前', end('2026-11-20')],
  ['周五前', end('2026-11-20')],
  ['下周三前', end('2026-11-25')],
  ['下周一上午', time('2026-11-23', '12:00')],
  ['星期五下班前', time('2026-11-20', '18:00')],
  ['今天下班前', time('2026-11-18', '18:00')],
  ['今晚8点前', time('2026-11-18', '20:00')],
  ['明早9点前', time('2026-11-19', '09:00')],
  ['明天上午十点半前', time('2026-11-19', '10:30')],
  ['明日17时前', time('2026-11-19', '17:00')],
  ['后天中午12点前', time('2026-11-20', '12:00')],
  ['大后天前', end('2026-11-21')],
  ['次日', end('2026-11-19')],
  ['11月25日17:30前', time('2026-11-25', '17:30')],
  ['11月25日下午5点半前', time('2026-11-25', '17:30')],
  ['11月25日18时前', time('2026-11-25', '18:00')],
  ['1月5日前', end('2027-01-05')],
  // A label before a date is no length of time.
  ['时限12月3日前', end('2026-12-03')],
  ['期限十二月三日', end('2026-12-03')],
  ['时限2个月', end('2027-01-18')],
  ['12号前', end('2026-12-12')],
  ['5点前', time('2026-11-18', '17:00')],
  ['国检前', null],
  ['立即', null],
])('%s said on a Wednesday', (text, expected) => {
  expect(at(text, WEDNESDAY)).toBe(expected);
});

test.each([
  ['本周五前', end('2026-11-27'), true],
  ['11月20日前', end('2026-11-27'), true],
  ['下周五前', end('2026-11-27'), false],
  ['周一上午', time('2026-11-23', '12:00'), false],
  ['下下周一前', end('2026-11-30').replace('11-30', '11-30'), false],
])('%s said on a Sunday: %s, to be confirmed: %s', (text, expected, doubtful) => {
  const said = saidOf(`人民路垃圾成堆，环卫中心${text}清理`);
  expect(said.deadline).toMatchObject({ at: expected, doubtful });
});

test('just after midnight tomorrow is the next day', () => {
  expect(at('明天', new Date('2026-11-23T00:30:00+08:00'))).toBe(end('2026-11-24'));
});

test('a milestone without a day keeps its words', () => {
  expect(saidOf('南溪镇集镇主街垃圾乱倒，国检前整治到位').deadline).toMatchObject({ at: null, text: '国检前' });
});

test.each([
  '刚才上午9点20巡查发现人民路垃圾成堆',
  '人民路路灯坏了半个月',
  '人民路垃圾堆了三天了',
  '昨天下午在人民路发现垃圾',
  '人民路3号楼2单元楼道堆物',
  '五一路128号门口垃圾成堆',
  '时代广场门口垃圾成堆',
  '一周岁的孩子在人民路被井盖绊倒',
])('no deadline in: %s', (text) => {
  expect(saidOf(text).deadline).toBeNull();
});
