import { expect, test } from 'vitest';
import { on } from '../domain/testing/sample.ts';
import { inRoom } from '../testing/in-room.ts';
import { haveIssues } from '../testing/room-issues.ts';
import { WEDNESDAY_10 } from '../testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const open = { state: 'claimed' as const, dispatchedAt: on('11-18 09:00'), deadline: on('11-30 18:00') };

test('what belonged to people who have left goes to the unit’s liaison the next morning, recorded and told in one message', async () => {
  await haveIssues(
    here.room,
    [
      { ...open, owner: '已调离的人' },
      { ...open, owner: '何静' },
      { ...open, owner: '常广平' },
      { ...open, owner: '已调离的人', state: 'closed', closedAt: on('11-18 09:50'), reportedAt: on('11-18 09:40') },
    ],
    327,
  );
  const told = (await here.room.clock('2026-11-19T08:50:00+08:00')).filter(({ text }) => text.includes('【交接】'));
  expect(told.map(({ person }) => person)).toEqual(['王磊']);
  expect(told[0]?.text).toMatch(/^【交接】已调离的人、何静已不在贵单位，其名下2件改由您负责：\n#327 .*\n#328 /);
  const owners = (await here.room.issues()).map(({ owner }) => owner);
  expect(owners).toEqual(['王磊', '王磊', '常广平', '已调离的人']);
  expect(await here.steps(327)).toEqual(['log 刘志强', 'handover 督办机器人']);
  expect(await here.steps(329)).toEqual(['log 刘志强']);
});

test('where the unit has nobody to take it, the office is told', async () => {
  await haveIssues(here.room, [{ ...open, owner: '已调离的人', units: ['市气象局'] }], 327);
  const told = (await here.room.clock('2026-11-19T08:50:00+08:00')).filter(({ text }) => text.includes('【交接】'));
  expect(told.map(({ person }) => person)).toEqual(['周敏', '赵雪']);
  expect(told[0]?.text).toContain('该单位在通讯录里没有联络员和负责人：\n#327 ');
  expect((await here.room.issue(327)).owner).toBeNull();
});

test('nobody left: nothing happens', async () => {
  await haveIssues(here.room, [{ ...open, owner: '王磊' }], 327);
  const before = await here.holding();
  const told = await here.room.clock('2026-11-20T08:50:00+08:00');
  expect(told.filter(({ text }) => text.includes('【交接】'))).toEqual([]);
  expect(await here.holding()).toBe(before);
});
