import { afterEach, beforeEach, expect, it } from 'vitest';
import { on } from '../../src/domain/testing/sample.ts';
import { workedCase } from '../../src/domain/testing/worked-case.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { openRoom } from '../../src/testing/room.ts';
import type { Room } from '../../src/testing/room.ts';

let room: Room;

beforeEach(async () => {
  room = await openRoom();
  await haveIssues(room, workedCase);
});

afterEach(() => room.close());

const published = (group = 'city') => room.house.storage.store.bulletins.latest('daily', group);

it('a preview: what would go out now for this group, tagging nobody, published nothing', async () => {
  const { text, replies } = await room.says('周敏', '生成今天的日报');
  expect(text).toContain('（预览，没有发布，也没有提醒任何人。要在本群发布，请回复“发布今天的日报到群里”。）');
  expect(text).toContain('【创城日通报】11月22日（截至10:00）');
  expect(text).toContain('市城管局 李强');
  expect(text).not.toContain('@李强');
  expect(replies[0]?.mentions).toEqual([]);
  expect(await published()).toBeUndefined();
});

it('each group has its own; one-to-one it is the city’s', async () => {
  expect((await room.says('周敏', '生成今天的日报', { group: 'towns' })).text).toContain('|本群8家单位');
  expect((await room.says('周敏', '生成今天的日报', { group: null })).text).toContain('累计交办9件');
});

it('published by the office’s lead: the leaders are tagged, the figures frozen', async () => {
  const { text, replies } = await room.says('周敏', '发布今天的日报到群里');
  expect(text).toContain('@李强');
  expect(replies[0]?.mentions).toContain('李强');
  const kept = await published();
  expect(kept).toMatchObject({ asOf: on('11-22 10:00'), groupId: 'city' });
  expect(kept?.issueNos).toEqual([301, 302, 303, 304, 305, 306, 307, 310, 311]);
});

it('nobody else may publish, and nothing is frozen', async () => {
  expect((await room.says('赵雪', '发布今天的日报到群里')).text).toContain('通报由创城办负责人发布，没有发布');
  expect((await room.says('王磊', '生成今天的日报')).text).toContain('通报由创城办出');
  expect((await room.says('周敏', '发布今天的日报到群里', { group: null })).text).toContain('请到要发布的群里');
  expect(await published()).toBeUndefined();
});

it('yesterday’s is made as of yesterday’s hour', async () => {
  const { text } = await room.says('周敏', '生成昨天的日报');
  expect(text).toContain('【创城日通报】11月21日（截至18:10）');
});
