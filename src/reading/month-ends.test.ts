/** 月底 and its sisters: of which month, and never with the last digits of a problem's number. */
import { describe, expect, test } from 'vitest';
import { LIAISON, OFFICE, saidOf } from '../testing/reader.ts';

const sentAt = new Date('2026-11-18T10:00:00+08:00');
const limit = (text: string): string | null => {
  const { deadline } = saidOf(`人民路垃圾成堆，环卫中心${text}清理`, { sentAt });
  return deadline === null
    ? null
    : `${deadline.fault ?? deadline.at?.slice(0, 10) ?? ''}${deadline.doubtful ? ' ?' : ''}`;
};

describe('the month that is named is the month that is meant', () => {
  test.each([
    ['十二月月底前', '2026-12-31'],
    ['12月月底前', '2026-12-31'],
    ['12月份月底前', '2026-12-31'],
    ['12月的月底前', '2026-12-31'],
    ['12月份底前', '2026-12-31'],
    ['下月月底前', '2026-12-31'],
    ['下个月月底前', '2026-12-31'],
    ['下下个月底前', '2027-01-31'],
    ['本月月底前', '2026-11-30'],
    ['明年1月月底前', '2027-01-31'],
    ['明年12月底前', '2027-12-31'],
    ['2027年3月月底前', '2027-03-31'],
    ['明年12月5日前', '2027-12-05'],
    ['明年底前', '2027-12-31'],
    ['明年年底前', '2027-12-31'],
    ['2027年底前', '2027-12-31'],
    ['明年上半年前', '2027-06-30'],
    ['12月份25号前', '2026-12-25'],
    ['下个月的25号前', '2026-12-25'],
    ['下个月月中旬前', '2026-12-20'],
    ['月初前', '2026-12-10'],
    ['12月月中前', '2026-12-15 ?'],
    ['12月中前', '2026-12-15 ?'],
    ['月中前', '2026-12-15 ?'],
    ['13月底前', '没有13月'],
  ])('%s: %s', (text, expected) => {
    expect(limit(text)).toBe(expected);
  });
});

describe('as they were', () => {
  test.each([
    ['月底前', '2026-11-30'],
    ['月末前', '2026-11-30'],
    ['本月底前', '2026-11-30'],
    ['这个月底前', '2026-11-30'],
    ['下月底前', '2026-12-31'],
    ['下个月底前', '2026-12-31'],
    ['下个月中旬前', '2026-12-20'],
    ['12月底前', '2026-12-31'],
    ['十二月底前', '2026-12-31'],
    ['12月上旬前', '2026-12-10'],
    ['12月初前', '2026-12-10'],
    ['1月底前', '2027-01-31'],
    ['明年1月底前', '2027-01-31'],
    ['2026年12月底前', '2026-12-31'],
    ['年底前', '2026-12-31'],
    ['今年年底前', '2026-12-31'],
    ['年内', '2026-12-31'],
    ['12月前', '2026-12-31'],
    ['11月30日前', '2026-11-30'],
    ['十一月三十日前', '2026-11-30'],
    ['明年3月15日前', '2027-03-15'],
    ['13月5日前', '没有13月'],
    ['11月31日前', '没有11月31日'],
    ['20日之前', '2026-11-20'],
    ['20日内', '2026-12-08'],
  ])('%s: %s', (text, expected) => {
    expect(limit(text)).toBe(expected);
  });
});

describe('a number keeps its digits', () => {
  test.each<[string, string, number[], string | null]>([
    ['401月底前申请延期，等料', 'issue.extend', [401], '2026-11-30'],
    ['401 月底前申请延期，等料', 'issue.extend', [401], '2026-11-30'],
    ['四〇一月底前申请延期，等料', 'issue.extend', [401], '2026-11-30'],
    ['3011月底前申请延期，等料', 'issue.extend', [3011], '2026-11-30'],
    ['41月底前申请延期，等料', 'issue.extend', [41], '2026-11-30'],
    ['#4月底前申请延期，等料', 'issue.extend', [4], '2026-11-30'],
    ['#12月底前申请延期，等料', 'issue.extend', [12], '2026-11-30'],
    ['310月初开工，申请延期', 'issue.extend', [310], null],
    ['401月中前申请延期，等料', 'issue.extend', [401], '2026-12-15'],
    ['401下月底前申请延期，等料', 'issue.extend', [401], '2026-12-31'],
    ['401 12月底前申请延期，等料', 'issue.extend', [401], '2026-12-31'],
    ['401申请延期到12月底，等料', 'issue.extend', [401], '2026-12-31'],
    ['401、302月底前申请延期，等料', 'issue.extend', [401, 302], '2026-11-30'],
    ['312号到15号申请延期，等料', 'issue.extend', [312], '2026-12-15'],
    ['301号到305号申请延期到月底，等料', 'issue.extend', [301, 302, 303, 304, 305], '2026-11-30'],
  ])('%s', (text, act, issueNos, day) => {
    const said = saidOf(text, { sender: LIAISON, sentAt });
    expect([said.act, said.issueNos, said.deadline?.at?.slice(0, 10) ?? null]).toEqual([act, issueNos, day]);
  });

  test.each<[string, string, number[]]>([
    ['同意301月底前整改到位，准予延期', 'extend.approve', [301]],
    ['301月底前整改，退回，地面有油污', 'issue.return', [301]],
  ])('the office: %s', (text, act, issueNos) => {
    const said = saidOf(text, { sender: OFFICE, sentAt });
    expect([said.act, said.issueNos]).toEqual([act, issueNos]);
  });

  test.each(['401月5日前申请延期，等料', '40111月25日前申请延期，等料'])(
    'a month inside a number is asked for: %s',
    (text) => {
      const { deadline, issueNos } = saidOf(text, { sender: LIAISON, sentAt });
      expect([deadline?.at, deadline?.fault, issueNos]).toEqual([
        null,
        expect.stringMatching(/没有说是几月/),
        [Number(/^\d+/.exec(text)?.[0])],
      ]);
    },
  );

  const BEHIND = [
    '月底前',
    '月初',
    '月末',
    '月中前',
    '月上旬',
    '月下旬前',
    '月份',
    '月5日前',
    '月25日',
    '号到15号',
    '年底前',
    '月',
  ];
  test.each(BEHIND)('every number before %s is read whole or not at all', (words) => {
    for (let no = 100; no < 1300; no += 7) {
      for (const [text, sender] of [
        [`${no}${words}申请延期，等料`, LIAISON],
        [`同意${no}${words}整改到位，准予延期`, OFFICE],
      ] as const) {
        const { issueNos } = saidOf(text, { sender, sentAt });
        expect({ text, others: issueNos.filter((one) => one !== no) }).toEqual({ text, others: [] });
      }
    }
  });
});
