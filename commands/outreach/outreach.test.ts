/** 入户宣传和满意度 as conversations (domain §11). */
import { expect, test } from 'vitest';
import { inRoom } from '../../src/testing/in-room.ts';
import { WEDNESDAY_10 } from '../../src/testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const ALL = [new Date('2026-01-01'), new Date('2027-01-01')] as const;
const visits = () => here.room.house.storage.store.outreach.between(...ALL);
const scores = () => here.room.house.storage.store.satisfaction.between(...ALL);

test('households and leaflets are counted; a remark that tells a defect becomes a problem that waits for the office', async () => {
  const heard = await here.says('丁一', '翠竹社区入户32户，发放宣传单120份，居民反映楼道灯不亮');
  expect(heard.text).toContain('翠竹社区入户32户，宣传单120份，居民反映1条');
  expect(await visits()).toMatchObject([
    { grid: '翠竹社区', households: 32, leaflets: 120, issueNos: [1], by: '丁一' },
  ]);
  expect(await here.room.issue(1)).toMatchObject({
    state: 'draft',
    source: 'citizen',
    category: 'facility',
    location: '翠竹社区',
  });
  expect(heard.pushes.find(({ person }) => person === '周敏')?.text).toContain('回复“确认1”交办');
  await here.says('周敏', '确认1，责任单位市住建局');
  expect((await here.room.issue(1)).state).toBe('dispatched');
});

test('the sender’s own community where none is named; a correction stands in place of the first', async () => {
  await here.says('丁一', '今天入户20户，发宣传单60张');
  await here.says('丁一', '更正：今天入户22户，发宣传单66张');
  await here.says('匡玉英', '今天走访居民15户，发放宣传册15份');
  const text = (await here.says('周敏', '本周入户宣传情况')).text;
  expect(text).toContain('2个网格，入户37户，宣传单81份');
  expect(text).toContain('翠竹社区：入户22户，宣传单66份');
  expect(await visits()).toHaveLength(3);
});

test.each(['问卷统一口径，让居民都选非常满意', '翠竹社区3号楼问卷选的非常满意12户', '教居民填满意，问卷刷分'])(
  'single answers are neither collected nor coached: %s',
  async (text) => {
    expect((await here.says('丁一', text)).text).toContain('问卷由居民自己作答');
    expect(await visits()).toEqual([]);
    expect(await here.room.issues()).toEqual([]);
  },
);

test('satisfaction: the last figure of a grid counts, under 80 is named', async () => {
  await here.says('赵雪', '满意度 翠竹社区 78');
  expect((await here.says('赵雪', '满意度 翠竹社区 83.5')).text).toContain('翠竹社区83.5');
  expect((await here.says('赵雪', '文昌社区满意度 79.2')).text).toContain('79.2（低于80）');
  const text = (await here.says('周敏', '各社区满意度情况')).text;
  expect(text).toContain('文昌社区79.2（低于80）、翠竹社区83.5');
  expect(text).toContain('低于80分的1个');
  expect(await scores()).toHaveLength(3);
});

test('a grid member does not enter satisfaction, and nothing is recorded', async () => {
  expect((await here.says('丁一', '满意度 翠竹社区 99')).text).toContain('没有作任何改动');
  expect(await scores()).toEqual([]);
});
