import { describe, expect, it } from 'vitest';
import { isOver, isQuiet, nextLoudMoment } from './manners.ts';
import { reminderFor, remindersFor } from './reminders.ts';
import type { ReminderTopic } from './reminders.ts';
import { aCity, anIssue, on, someSettings } from './testing/sample.ts';

const settings = someSettings();
const reviewed = someSettings({ inspectionPeriod: { from: '2026-11-21', to: '2026-11-22' } });

describe('quiet (§13.2)', () => {
  it.each([
    ['11-20 18:10', false, '11-20 18:10', 'Friday evening'],
    ['11-20 19:59', false, '11-20 19:59', 'the last minute'],
    ['11-20 20:00', true, '11-23 08:00', 'Friday night: Monday morning'],
    ['11-23 07:59', true, '11-23 08:00', 'early'],
    ['11-22 10:00', true, '11-23 08:00', 'Sunday'],
    ['10-10 10:00', false, '10-10 10:00', 'a worked Saturday'],
    ['10-01 10:00', true, '10-05 08:00', 'a holiday, the next one, and the weekend after it'],
  ])('%s: %s, loud again %s (%s)', (at, quiet, loud) => {
    expect(isQuiet(on(at), settings)).toBe(quiet);
    expect(nextLoudMoment(on(at), settings)).toEqual(on(loud));
  });

  it('an inspection period has no quiet', () => {
    expect(isQuiet(on('11-22 22:00'), reviewed)).toBe(false);
    expect(isQuiet(on('11-23 22:00'), reviewed)).toBe(true);
  });

  it('a rest day on which the group works is none, its night is', () => {
    expect([isQuiet(on('11-22 18:10'), settings, true), isQuiet(on('11-22 20:10'), settings, true)]).toEqual([
      false,
      true,
    ]);
  });
});

it('a Sunday on which the group works is no rest day, and its night is a night', () => {
  const sunday = ['11-22 18:10', '11-22 21:00'].map((at) => isQuiet(on(at), settings, true));
  expect(sunday).toEqual([false, true]);
});

it('the last day of the group is its own (§13.7)', () => {
  const ended = someSettings({ campaign: { from: '2026-01-01', to: '2026-11-19' } });
  expect([isOver(on('11-19 23:00'), ended), isOver(on('11-20 00:00'), ended)]).toEqual([false, true]);
});

describe('reminders, bundled per person', () => {
  const directory = aCity();
  const at = on('11-20 10:00');
  const all: readonly ReminderTopic[] = ['overdue', 'due', 'unclaimed', 'awaitingVerification'];
  const question = { at, directory, settings, topics: all, most: 2 };
  const issues = [
    anIssue({ no: 1, deadline: on('11-17 18:00'), dispatchedAt: on('11-16 10:00'), state: 'claimed', owner: '马超' }),
    anIssue({ no: 2, deadline: on('11-20 18:00'), dispatchedAt: on('11-19 10:00') }),
    anIssue({ no: 3, deadline: on('11-27 18:00'), dispatchedAt: on('11-19 10:00') }),
    anIssue({ no: 4, deadline: on('11-27 18:00'), dispatchedAt: on('11-20 09:30') }),
    anIssue({ no: 5, deadline: on('11-21 18:00'), dispatchedAt: on('11-19 10:00'), state: 'claimed', owner: '王磊' }),
    anIssue({ no: 6, deadline: on('11-21 12:00'), dispatchedAt: on('11-19 10:00'), state: 'claimed', owner: '王磊' }),
    anIssue({ no: 7, state: 'reported', reportedAt: on('11-19 09:00'), dispatchedAt: on('11-18 10:00') }),
    anIssue({ no: 8, state: 'reported', reportedAt: on('11-20 09:00'), dispatchedAt: on('11-18 10:00') }),
    anIssue({ no: 9, state: 'closed', deadline: on('11-20 18:00') }),
  ];

  it('a liaison hears everything of his unit once, in one text', () => {
    const person = directory.person('王磊');
    if (person === undefined) throw new Error('sample city');
    const reminder = reminderFor(person, issues, question);
    expect(reminder?.issueNos).toEqual([1, 2, 5, 6, 3]);
    expect(reminder?.text).toMatchInlineSnapshot(`
      "【创城提醒】王磊同志（截至11月20日 10:00）
      已超期1件：
      #1 人民路与解放路交叉口东北角 非机动车乱停放，占用盲道：超期3天
      整改后请回复“1已整改”并附照片。
      今明两天到期3件：
      #2 人民路与解放路交叉口东北角 非机动车乱停放，占用盲道：今天18:00到期（待认领）
      #6 人民路与解放路交叉口东北角 非机动车乱停放，占用盲道：11月21日到期
      另有1件
      确有困难的，请在到期前回复“2申请延期到…，原因：…”。
      待认领1件：
      #3 人民路与解放路交叉口东北角 非机动车乱停放，占用盲道：11月27日到期（待认领）
      请回复“认领3”。"
    `);
  });

  it('who hears of what, and nobody without something', () => {
    expect(remindersFor(issues, question).map(({ person, issueNos }) => `${person} ${issueNos.join(',')}`)).toEqual([
      '周敏 7',
      '赵雪 7',
      '刘志强 7',
      '王磊 1,2,5,6,3',
      '马超 1',
    ]);
    expect(remindersFor(issues, { ...question, topics: ['due'] }).map(({ person }) => person)).toEqual(['王磊']);
  });
});
