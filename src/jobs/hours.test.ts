/** The hours of the daily looks: none is lost to the quiet hours, and what keeps the law cannot be switched off. */
import { rm } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../config/settings.ts';
import { on } from '../domain/testing/sample.ts';
import { openRoom, WEDNESDAY_10 } from '../testing/room.ts';
import type { Room } from '../testing/room.ts';
import { haveIssues } from '../testing/room-issues.ts';
import { configFolder } from '../testing/settings-room.ts';
import { atHour } from './hours.ts';

test.each([
  ['08:40', '08:40'],
  ['08:00', '08:00'],
  ['07:59', '08:00'],
  ['00:00', '08:00'],
  ['19:59', '19:59'],
  ['20:00', '08:00'],
])('set for %s: at %s', (hour, at) => {
  expect(atHour(hour, defaultSettings())).toEqual({ dailyAt: at });
});

test('switched off stays off', () => {
  expect(atHour(null, defaultSettings())).toBeNull();
});

async function inCity(jobs: string, play: (room: Room) => Promise<void>): Promise<void> {
  const configDir = await configFolder(`jobs: { ${jobs} }\n`);
  const room = await openRoom({ at: WEDNESDAY_10, configDir });
  try {
    await play(room);
    expect(room.faults).toEqual([]);
  } finally {
    await room.close();
    await rm(configDir, { recursive: true });
  }
}

describe('挂账复查 and 交接 do not hang on the office’s morning', () => {
  const held = {
    state: 'suspended' as const,
    owner: '王磊',
    dispatchedAt: on('11-10 09:00'),
    deadline: on('11-30 18:00'),
    suspension: { reason: '等专项资金', plan: null, reviewOn: '2026-11-19' },
  };
  test.each([["officeMorning: '07:40'"], ['officeMorning: null'], ["officeMorning: '08:40'"]])('%s', (jobs) =>
    inCity(jobs, async (room) => {
      await haveIssues(room, [
        held,
        { state: 'claimed', owner: '已调离的人', dispatchedAt: on('11-18 09:00'), deadline: on('11-30 18:00') },
      ]);
      const said = await room.clock('2026-11-19T09:00:00+08:00');
      expect((await room.issues()).map(({ state, owner }) => [state, owner])).toEqual([
        ['claimed', '王磊'],
        ['claimed', '王磊'],
      ]);
      expect(said.some(({ text }) => text.startsWith('【挂账到期】#301'))).toBe(true);
    }),
  );
});

describe('督办阶梯 looks at everything once a day', () => {
  test.each([['overdueReminder: null'], ["overdueReminder: '09:20'"], ["overdueReminder: '21:00'"]])('%s', (jobs) =>
    inCity(jobs, async (room) => {
      await haveIssues(room, [
        {
          state: 'claimed',
          owner: '王磊',
          dispatchedAt: on('11-18 09:00'),
          deadline: on('11-27 18:00'),
          returnCount: 2,
        },
      ]);
      const said = await room.clock('2026-11-19T12:00:00+08:00');
      expect(said.some(({ text }) => text.startsWith('【待签发】'))).toBe(true);
    }),
  );
});

test('an 早报 set for the quiet hours comes when they end', () =>
  inCity("officeMorning: '07:10'", async (room) => {
    await haveIssues(room, [{ state: 'draft', dispatchedAt: null, deadline: null }]);
    const said = await room.clock('2026-11-19T12:00:00+08:00');
    expect(said.filter(({ text }) => text.startsWith('【创城办晨报】')).map(({ at }) => at)).toEqual([
      new Date('2026-11-19T00:00:00Z'),
      new Date('2026-11-19T00:00:00Z'),
    ]);
  }));
