/** Sheets asked for in chat: who gets what, and that a group never sees them. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { workedCase } from '../../src/domain/testing/worked-case.ts';
import { readSheets } from '../../src/papers/sheet.ts';
import { attachedFile } from '../../src/testing/attached.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { closeRoom } from '../../src/testing/close-room.ts';
import { openRoom } from '../../src/testing/room.ts';
import type { Heard, Room } from '../../src/testing/room.ts';

let room: Room;

beforeEach(async () => {
  room = await openRoom();
  await haveIssues(room, workedCase);
});

afterEach(() => closeRoom(room));

/** Rows of the sheet that came one-to-one, the two head lines left out. */
async function sheetOf(heard: Heard): Promise<readonly (readonly unknown[])[]> {
  const message = [...heard.replies, ...heard.pushes].find(({ text }) => text.includes('/sim/api/files/'));
  expect(message?.person).not.toBeNull();
  const [sheet] = await readSheets(await attachedFile(room, message));
  return sheet?.rows.slice(2) ?? [];
}

it('the office gets all, one-to-one, also when it asks in a group', async () => {
  const heard = await room.says('周敏', '导出台账');
  expect(heard.text).toBe('好的，正在整理《问题台账》，做好后单独发给您。');
  expect(heard.pushes.map(({ person, text }) => [person, text.split('\n')[0]])).toEqual([
    ['周敏', '《问题台账》整理好了，请查收。'],
  ]);
  expect(await sheetOf(heard)).toHaveLength((await room.issues()).length);
});

it('a unit gets its own and no other’s', async () => {
  const own = await sheetOf(await room.says('王磊', '导出台账', { group: null }));
  expect(own.length).toBeGreaterThan(0);
  expect(own.every((row) => [row[2], row[13]].some((cell) => String(cell).includes('市城管局')))).toBe(true);
  const refused = await room.says('王磊', '导出市住建局的台账', { group: null });
  expect(refused.text).toContain('您可以导出本单位（市城管局）的表格');
  expect(refused.pushes).toEqual([]);
});

it('a team gets what it logged; citizens nothing', async () => {
  const own = await sheetOf(await room.says('刘志强', '导出台账', { group: null }));
  expect(own.every((row) => row.includes('督查一组'))).toBe(true);
  expect((await room.says('刘志强', '导出单位整改情况表', { group: null })).text).toContain('督查组可以导出本组的台账');
  const stranger = await room.says('路人甲', '导出台账', { group: null });
  expect(stranger.text).not.toContain('正在整理');
});

it('one unit, one period', async () => {
  const rows = await sheetOf(await room.says('周敏', '导出市住建局本周的问题台账', { group: null }));
  expect(rows.map((row) => row[0])).toEqual([310]);
});

it('says in its title and its name what it counts, and that it is empty', async () => {
  const titleOf = async (heard: Heard) => {
    const message = [...heard.replies, ...heard.pushes].find(({ text }) => text.includes('/sim/api/files/'));
    const [sheet] = await readSheets(await attachedFile(room, message));
    return [sheet?.rows[0]?.[0], sheet?.rows.length, decodeURIComponent(message?.text ?? '')] as const;
  };
  const asked = (text: string) => room.says('周敏', text, { group: null }).then(titleOf);
  const [whole] = await asked('导出单位整改情况表');
  expect(whole).toBe('单位整改情况表（截至2026年11月22日10:00）');
  const [week, , message] = await asked('导出本周的单位整改情况表');
  expect(week).toBe('单位整改情况表（11月16—22日交办，截至2026年11月22日10:00）');
  expect(message).toContain('《单位整改情况表》（11月16—22日交办）整理好了，请查收。');
  expect(message).toContain('/单位整改情况表-11月16—22日交办-2026-11-22.xlsx');
  const [, rows, none] = await asked('导出上周的单位整改情况表');
  expect(rows).toBe(2);
  expect(none).toContain('《单位整改情况表》（11月9—15日交办）整理好了，这个范围内没有内容，表是空的。');
  const [ledger, , named] = await asked('导出市住建局本周的问题台账');
  expect(ledger).toBe('问题台账（市住建局，11月16—22日交办，截至2026年11月22日10:00）');
  expect(named).toContain('/问题台账-市住建局-11月16—22日交办-2026-11-22.xlsx');
});

it.each([
  ['导出任务分解表', '任务分解表'],
  ['导出资料清单', '资料清单'],
  ['导出单位整改情况表', '单位整改情况表'],
])('%s', async (text, name) => {
  const heard = await room.says('周敏', text, { group: null });
  expect(heard.text).toContain(`正在整理《${name}》`);
  expect(heard.text).toContain(`${encodeURIComponent(name)}-2026-11-22.xlsx`);
});
