import { afterAll, beforeAll, expect, it } from 'vitest';
import { on } from '../../src/domain/testing/sample.ts';
import type { Issue } from '../../src/domain/issue.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { openRoom } from '../../src/testing/room.ts';
import type { Room } from '../../src/testing/room.ts';

let room: Room;

/** So many closed and so many overdue of a unit. */
const unitHas = (unit: string, closed: number, overdue: number, category = 'parking'): Partial<Issue>[] => {
  const own = { units: [unit], category, dispatchedAt: on('11-17 09:00'), deadline: on('11-20 18:00') };
  const done = { state: 'closed' as const, reportedAt: on('11-18 09:00'), closedAt: on('11-18 10:00') };
  return [
    ...Array.from({ length: closed }, () => ({ ...own, ...done })),
    ...Array.from({ length: overdue }, () => ({ ...own, state: 'claimed' as const })),
  ];
};

beforeAll(async () => {
  room = await openRoom();
  await haveIssues(room, [
    ...unitHas('市城管局', 2, 2),
    ...unitHas('市住建局', 1, 1),
    ...unitHas('市环卫中心', 4, 0, 'sanitation'),
    ...unitHas('市园林中心', 0, 1),
    ...unitHas('河西街道', 3, 0),
    ...unitHas('东湖街道', 1, 3),
  ]);
});

afterAll(() => room.close());

const answer = async (text: string): Promise<string> => (await room.says('周敏', text)).text;

it('groups apart, ties on one place, the larger first, who has nothing left out', async () => {
  const lines = (await answer('整改率排名')).split('\n');
  expect(lines.slice(0, 6)).toEqual([
    '【整改率排名】累计（截至11月22日 10:00）',
    '部门：',
    '1. 市环卫中心 100.0%(4/4)',
    '2. 市城管局 50.0%(2/4)',
    '2. 市住建局 50.0%(1/2)',
    '4. 市园林中心 0.0%(0/1)',
  ]);
  expect(lines[6]).toMatch(/^不参加排名：市委宣传部、.*等24家$/);
  expect(lines.slice(7, 10)).toEqual(['街道乡镇：', '1. 河西街道 100.0%(3/3)', '2. 东湖街道 25.0%(1/4)']);
});

it('the last ones keep their places in the whole ranking', async () => {
  const text = await answer('部门整改率排名，倒数2名');
  expect(text).toContain('4. 市园林中心 0.0%(0/1)\n2. 市城管局 50.0%(2/4)\n2. 市住建局 50.0%(1/2)');
  expect(text).not.toContain('市环卫中心');
});

it('who shares the last place asked for is shown too', async () => {
  const text = await answer('部门整改率前2名');
  expect(text).toContain('2. 市城管局 50.0%(2/4)\n2. 市住建局 50.0%(1/2)');
});

it('most of something: only who has any', async () => {
  const text = await answer('哪个单位超期最多');
  expect(text).toContain('部门：\n1. 市城管局 2件\n街道乡镇：\n1. 东湖街道 3件');
});

it('one unit’s own place', async () => {
  expect(await answer('城管局整改率排第几')).toContain('市城管局：整改率 50.0%(2/4)，部门第2名（共4家）');
});

it('红黑榜 by the thresholds, small numbers on neither, the rule beside it', async () => {
  const text = await answer('街道乡镇红黑榜');
  expect(text).toContain('红榜：河西街道 100.0%(3/3)\n黑榜：东湖街道 25.0%(1/4)');
  expect(text).toContain('整改率90%以上为红榜，低于85%为黑榜，不足3件的不上榜。');
  expect(await answer('部门红榜')).not.toContain('黑榜：');
});

it('a week without problems has no ranking', async () => {
  expect(await answer('上周整改率排名')).toContain('部门：本期无交办问题');
});

it('by category', async () => {
  const text = await answer('哪类问题最多');
  expect(text).toContain('车辆停放：交办 14件');
  expect(text).not.toContain('环境卫生');
});
