/** 夜间与休息日 (§13.2). 18 November 2026 is a Wednesday, 20 a Friday. */
import { expect, test } from 'vitest';
import { defaultSettings } from '../../config/settings.ts';
import { datedText, heldSentence, isNight, noticeMoment, numbersIn } from './night.ts';
import { stampText } from './shanghai.ts';

const settings = defaultSettings();
const on = (text: string): Date => new Date(`2026-11-${text}:00+08:00`);
const work = { urgent: false, presses: false };
const pressing = { urgent: false, presses: true };

test.each([
  ['a step by day', '18T10:00', work, '11月18日 10:00'],
  ['a step in the evening', '18T22:00', work, '11月19日 08:00'],
  ['a step before eight', '19T06:30', work, '11月19日 08:00'],
  ['an urge in the evening', '18T22:00', pressing, '11月19日 08:00'],
  ['danger at night', '18T22:00', { urgent: true, presses: false }, '11月18日 22:00'],
  ['an urge about danger at night', '18T22:00', { urgent: true, presses: true }, '11月18日 22:00'],
  ['a step on Friday evening', '20T22:00', work, '11月23日 08:00'],
  ['a step on Sunday', '22T10:00', work, '11月22日 10:00'],
  ['a step on Sunday before eight', '22T07:30', work, '11月22日 08:00'],
  ['an urge on Sunday', '22T10:00', pressing, '11月23日 08:00'],
])('%s: %s', (_, at, urgency, expected) => {
  expect(stampText(noticeMoment(on(at), urgency, settings))).toBe(expected);
});

test('an inspection period has no quiet', () => {
  const period = { ...settings, inspectionPeriod: { from: '2026-11-10', to: '2026-11-30' } };
  expect(noticeMoment(on('18T22:00'), pressing, period)).toEqual(on('18T22:00'));
  expect(isNight(on('18T22:00'), period)).toBe(false);
});

test.each([
  ['#301 人民路：今天17:00到期', '#301 人民路：11月18日17:00到期'],
  ['时限：明天 10:00（剩12小时） 交办：刘志强', '时限：11月19日 10:00 交办：刘志强'],
  ['昨天 16:20报整改，今日已清', '11月17日 16:20报整改，11月18日已清'],
  ['后天到期；大后天、然后天黑', '11月20日到期；大后天、然后天黑'],
  ['今天常平路', '今天常平路'],
])('“%s” is told as of its day', (said, told) => {
  expect(datedText(said, on('18T22:05'))).toBe(`${told}\n（11月18日 22:05的消息，夜间和休息日暂存）`);
});

test('numbers of problems in a text', () => {
  expect(numbersIn('#301、#302和#301，见督办〔2026〕18号')).toEqual([301, 302]);
});

test.each([
  [['王磊'], '19T08:00', '夜间和休息日免打扰：给王磊的消息明天08:00送达，急事请电话联系。'],
  [['王磊', '何静'], '23T08:00', '夜间和休息日免打扰：给王磊、何静的消息11月23日 08:00送达，急事请电话联系。'],
  [['甲', '乙', '丙', '丁'], '19T08:00', '夜间和休息日免打扰：给甲、乙、丙等4人的消息明天08:00送达，急事请电话联系。'],
])('the sender is told: %s', (names, dueAt, sentence) => {
  expect(heldSentence(names, on(dueAt), on('18T22:00'))).toBe(sentence);
});
