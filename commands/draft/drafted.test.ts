/** 确认12 with more in the same breath: all of it is taken, or it is said what was not. */
import { describe, expect, test } from 'vitest';
import { inRoom } from '../../src/testing/in-room.ts';

const here = inRoom();
const { says, refusal } = here;

const WAITING = '翠竹园小区3栋楼下垃圾桶满溢';

/** Logged by a grid member; gives the id of the notice to the office. */
async function waits(): Promise<string> {
  const { pushes } = await says('丁一', WAITING, { images: 1 });
  return pushes.find(({ person }) => person === '周敏')?.id ?? '';
}

describe('said with the number', () => {
  test('responsible unit and co-unit', async () => {
    await waits();
    const { text } = await says('周敏', '确认1，责任单位市城管局，协办市住建局');
    expect(await here.room.issue(1)).toMatchObject({ units: ['市城管局'], coUnits: ['市住建局'], state: 'dispatched' });
    expect(text).toContain('协办：市住建局');
  });

  test('a co-unit alone stands beside the suggested unit', async () => {
    await waits();
    await says('周敏', '确认1，协办市住建局');
    expect(await here.room.issue(1)).toMatchObject({ coUnits: ['市住建局'] });
    expect((await here.room.issue(1)).units).not.toContain('市住建局');
  });

  test('a further unit joins the suggested one', async () => {
    await waits();
    await says('周敏', '确认1，单位再加市住建局');
    expect((await here.room.issue(1)).units.length).toBe(2);
  });

  test('another place, and the record says so', async () => {
    await waits();
    await says('周敏', '确认1，责任单位市城管局，地点改为迎宾大道东段');
    expect(await here.room.issue(1)).toMatchObject({ location: '迎宾大道东段', site: '迎宾大道' });
    expect((await says('周敏', '1记录')).text).toContain('地点改为迎宾大道东段');
  });

  test('a person is told not to be the owner yet', async () => {
    await waits();
    expect((await says('周敏', '确认1，责任人王磊')).text).toContain('王磊没有记为责任人，请市城管局认领时说明。');
    expect(await here.room.issue(1)).toMatchObject({ units: ['市城管局'], owner: null });
  });

  test('a day that does not exist: nothing is dispatched', async () => {
    await waits();
    expect(await refusal('周敏', '确认1，责任单位市城管局，2月30日前')).toContain('没有2月30日，没有作任何改动。');
  });
});

describe('said under the notice', () => {
  test('both units, and the picture that came along', async () => {
    const quote = await waits();
    await says('周敏', '对，责任单位城管局，协办住建局', { quote, group: null, images: 1 });
    expect(await here.room.issue(1)).toMatchObject({ units: ['市城管局'], coUnits: ['市住建局'] });
    expect(await here.room.house.storage.store.pictures.ofIssue(1)).toHaveLength(2);
  });

  test('改 alone dispatches nothing: it is asked what to change', async () => {
    const quote = await waits();
    const before = await here.holding();
    expect((await says('周敏', '改', { quote, group: null })).text).toMatch(/^请说明改什么/);
    expect(await here.holding()).toBe(before);
  });
});
