/** Times that are said roughly, and several words that name one time. */
import { describe, expect, test } from 'vitest';
import { LIAISON, saidOf } from '../testing/reader.ts';

const sentAt = new Date('2026-11-18T10:00:00+08:00');
const limit = (text: string): string | null => {
  const { deadline } = saidOf(`人民路垃圾成堆，环卫中心${text}清理`, { sentAt });
  return deadline === null ? null : `${deadline.at?.slice(5, 16) ?? ''}${deadline.doubtful ? ' ?' : ''}`;
};

describe('said roughly: the later one, and a yes', () => {
  test.each([
    ['下午两三点前', '11-18T15:00 ?'],
    ['下午三四点前', '11-18T16:00 ?'],
    ['两三点前', '11-18T15:00 ?'],
    ['明天上午八九点前', '11-19T09:00 ?'],
    ['晚上七八点前', '11-18T20:00 ?'],
    ['晚上十一二点前', '11-18T23:59 ?'],
    ['明天下午2、3点前', '11-19T15:00 ?'],
    ['一两天内', '11-20T23:59 ?'],
    ['两三天内', '11-21T23:59 ?'],
    ['三五天内', '11-23T23:59 ?'],
    ['十三四天内', '12-02T23:59 ?'],
    ['一两个小时内', '11-18T12:00 ?'],
  ])('%s: %s', (text, expected) => {
    expect(limit(text)).toBe(expected);
  });

  test.each(['327申请延期两三天，下雨', '327申请延期一两天，下雨'])('how many days is asked for: %s', (text) => {
    expect(saidOf(text, { sender: LIAISON, sentAt })).toMatchObject({
      issueNos: [327],
      extendDays: null,
      deadline: null,
    });
  });

  test.each([
    ['327申请延期五天，下雨', 5],
    ['327申请延期十二天，下雨', 12],
    ['327申请延期二十天，下雨', 20],
    ['327申请延期两周，下雨', 14],
    ['327申请延期半个月，下雨', 15],
  ])('%s: %i days', (text, days) => {
    expect(saidOf(text, { sender: LIAISON, sentAt }).extendDays).toBe(days);
  });
});

describe('a day and its hour, with words between', () => {
  test.each([
    ['20日之前不晚于17点', '11-20T17:00'],
    ['20日前，最晚17点', '11-20T17:00'],
    ['明天最晚17点前', '11-19T17:00'],
    ['明天最迟不超过17点', '11-19T17:00'],
    ['周五务必17点前', '11-20T17:00'],
    ['周五不迟于下午5点', '11-20T17:00'],
    ['11月25日当天17点前', '11-25T17:00'],
  ])('%s: %s', (text, expected) => {
    expect(limit(text)).toBe(expected);
  });
});

describe('the same day, named twice', () => {
  test.each([
    ['11月25日（周三）17点前', '11-25T17:00'],
    ['11月25日（星期三）前', '11-25T23:59'],
    ['11月25日周三17点前', '11-25T17:00'],
    ['11月25日17时（周三）前', '11-25T17:00'],
    ['12月25日（周五）17点前', '12-25T17:00'],
    ['周五（20日）17点前', '11-20T17:00'],
    ['周五（12月25日）前', '12-25T23:59'],
    ['明天（19日）下午5点前', '11-19T17:00'],
    ['明天（11月19日）17点前', '11-19T17:00'],
    ['下周三25日前', '11-25T23:59'],
    ['下周周五前', '11-27T23:59'],
    ['下周的周五前', '11-27T23:59'],
    // Two days that cannot both be right, and an hour that belongs to neither for sure.
    ['11月25日（周四）17点前', '11-25T17:00 ?'],
    ['11月25日17时（周四）前', '11-25T17:00 ?'],
    ['明天（19日下午）5点前', '11-19T17:00 ?'],
    ['周五开会回来以后3点前', '11-18T15:00 ?'],
  ])('%s: %s', (text, expected) => {
    expect(limit(text)).toBe(expected);
  });
});

describe('a span ends with its end', () => {
  test.each([
    ['周五9点到11点之间', '11-20T11:00'],
    ['周五9点到11点', '11-20T11:00'],
    ['周五9:00-11:00', '11-20T11:00'],
    ['周五9-11点', '11-20T11:00'],
    ['周五11点到1点之间', '11-20T13:00'],
    ['周五下午4点到6点', '11-20T18:00'],
    ['周五2点到4点之间', '11-20T16:00'],
    ['今天14点至16点', '11-18T16:00'],
    ['明天下午2-3点前', '11-19T15:00'],
    ['明天下午两点到三点', '11-19T15:00'],
    ['周五9点到周六11点', '11-21T11:00'],
    ['11月20日17点到21日9点', '11-21T09:00'],
  ])('%s: %s', (text, expected) => {
    expect(limit(text)).toBe(expected);
  });
});

describe('as they were', () => {
  test.each([
    ['明天下午5点前', '11-19T17:00'],
    ['20日，17点前', '11-20T17:00'],
    ['11月20日、21日', '11-21T23:59'],
    ['周五到周日', '11-22T23:59'],
    ['周五周六', '11-21T23:59'],
    ['明后两天', '11-20T23:59'],
    ['三天内', '11-21T23:59'],
    ['十天内', '11-28T23:59'],
    ['十二天内', '11-30T23:59'],
    ['二十三天内', '12-11T23:59'],
    ['2-3天内', '11-21T23:59'],
    ['两小时内', '11-18T12:00'],
    ['本周五下班前', '11-20T18:00'],
    ['今天17点前', '11-18T17:00'],
  ])('%s: %s', (text, expected) => {
    expect(limit(text)).toBe(expected);
  });

  test.each(['每晚8点到10点跳广场舞扰民', '昨天下午2点到4点没人值守', '晚上七八点还在摆摊'])(
    'no limit in: %s',
    (text) => {
      expect(saidOf(`人民路${text}`, { sentAt }).deadline).toBeNull();
    },
  );
});
