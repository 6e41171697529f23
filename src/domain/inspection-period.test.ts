/** 迎检期 switched in chat: which days it has had, then and afterwards. */
import { expect, test } from 'vitest';
import { closePeriod, withSwitches } from './inspection-period.ts';
import type { InspectionSwitch } from './inspection-period.ts';
import { aPerson, on, someSettings } from './testing/sample.ts';
import { isInspectionPeriod } from './workday.ts';

const opened = (at: string, to: string): InspectionSwitch => ({
  at: on(at),
  by: '周敏',
  period: { from: `2026-${at.slice(0, 5)}`, to },
});
const ended = (at: string): InspectionSwitch => ({ at: on(at), by: '周敏', period: null });

const cases: readonly (readonly [string, readonly InspectionSwitch[], string, readonly string[]])[] = [
  ['running', [opened('11-10 09:00', '2026-11-12')], '11-11 10:00', ['10', '11', '12']],
  ['over: its days stay what they were', [opened('11-10 09:00', '2026-11-12')], '11-20 10:00', ['10', '11', '12']],
  ['ended early', [opened('11-10 09:00', '2026-11-14'), ended('11-12 15:00')], '11-20 10:00', ['10', '11']],
  ['ended on its first day', [opened('11-10 09:00', '2026-11-14'), ended('11-10 15:00')], '11-10 16:00', []],
  [
    'made longer',
    [opened('11-10 09:00', '2026-11-11'), opened('11-11 09:00', '2026-11-13')],
    '11-20 10:00',
    ['10', '11', '12', '13'],
  ],
];

test.each(cases)('%s', (_, switches, at, days) => {
  const settings = withSwitches(someSettings(), switches, on(at));
  const all = Array.from({ length: 21 }, (__, index) => String(index + 5).padStart(2, '0'));
  expect(all.filter((day) => isInspectionPeriod(`2026-11-${day}`, settings))).toEqual(days);
});

test.each([
  ['ended: its days stay what they were', '11-12 15:00', ['10', '11']],
  ['ended before it began: it comes all the same', '11-09 15:00', ['10', '11', '12', '13', '14']],
])('of the settings file, %s', (_, end, days) => {
  const file = someSettings({ inspectionPeriod: { from: '2026-11-10', to: '2026-11-14' } });
  const settings = withSwitches(file, [ended(end)], on('11-20 10:00'));
  const all = Array.from({ length: 21 }, (__, index) => String(index + 5).padStart(2, '0'));
  expect(all.filter((day) => isInspectionPeriod(`2026-11-${day}`, settings))).toEqual(days);
});

test.each([
  ['before it begins', '11-09 15:00', '迎检期还没有开始（11月10—14日），是设置文件里定的，没有作任何改动。'],
  ['when it is over', '11-15 09:00', '现在不在迎检期，不用结束。'],
])('结束 %s is refused, for it would end nothing', (_, at, sentence) => {
  const settings = someSettings({ inspectionPeriod: { from: '2026-11-10', to: '2026-11-14' } });
  const by = aPerson('周敏', '市创城办', 'officeLead');
  expect(() => closePeriod({ by, at: on(at), settings, newest: undefined })).toThrow(sentence);
  expect(() => closePeriod({ by, at: on('11-10 00:00'), settings, newest: undefined })).not.toThrow();
});
