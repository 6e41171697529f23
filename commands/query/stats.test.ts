import { afterAll, beforeAll, expect, it } from 'vitest';
import { on } from '../../src/domain/testing/sample.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { openRoom } from '../../src/testing/room.ts';
import type { Room } from '../../src/testing/room.ts';

let room: Room;

beforeAll(async () => {
  room = await openRoom();
  const today = { dispatchedAt: on('11-22 09:00'), deadline: on('11-22 18:00') };
  const lastWeek = { dispatchedAt: on('11-12 09:00'), deadline: on('11-13 18:00') };
  await haveIssues(room, [
    { ...today, team: '督查二组', location: '文昌路口', category: 'sanitation', units: ['河西街道'] },
    { ...today, team: '督查二组', location: '文昌路口', category: 'sanitation', units: ['东湖街道', '河西街道'] },
    { ...today, team: '督查二组', location: '步行街', state: 'claimed' },
    { ...today, location: '步行街', state: 'withdrawn' },
    { ...lastWeek, state: 'claimed', reboundCount: 1, round: 2 },
    { ...lastWeek, state: 'closed', fixedOnSpot: true, closedAt: on('11-12 09:00') },
  ]);
});

afterAll(() => room.close());

const answer = async (text: string): Promise<string> => (await room.says('周敏', text)).text;

it('a team’s week: places and problems', async () => {
  expect(await answer('督查二组这周查了几个点位，发现多少问题')).toBe(
    [
      '督查二组 11月16—22日：查了2个点位，登记问题3件。',
      '交办3件：已销号0件，整改中1件，待认领2件；整改率 0.0%(0/3)。',
      '（截至11月22日 10:00）',
    ].join('\n'),
  );
});

it('我报了几个: the sender’s own, 陈芳报了几个: hers', async () => {
  expect((await room.says('刘志强', '今天我报了几个')).text).toContain('刘志强 11月22日：登记问题');
  expect(await answer('陈芳今天报了几个')).toContain('陈芳 11月22日：登记问题0件');
});

it('today: what was logged counts, whatever became of it', async () => {
  expect(await answer('今天一共登记了多少问题')).toContain('全市 11月22日：登记问题4件。\n交办3件：');
});

it('since the beginning, said so', async () => {
  const text = await answer('还有多少没整改');
  expect(text).toContain('全市 累计：未销号4件。');
  expect(text).toContain('已销号1件（现场整改1件），整改中2件，待认领2件，其中超期1件');
  expect(text).toContain('没有说时段，按1月1日以来累计。');
  expect(await answer('反弹了几件')).toContain('反弹1件');
});

it('by category and by team, the fullest first', async () => {
  expect(await answer('本月问题分类统计')).toBe(
    [
      '【按类别统计】11月1—22日（截至11月22日 10:00）',
      '车辆停放 3件，整改率 33.3%(1/3)，超期1件',
      '环境卫生 2件，整改率 0.0%(0/2)',
    ].join('\n'),
  );
  expect(await answer('各组本周发现多少问题')).toContain('督查二组 3件');
});

it('a problem of several units counts for each', async () => {
  const text = await answer('各单位问题统计');
  expect(text).toContain('河西街道 2件');
  expect(text).toContain('东湖街道 1件');
});
