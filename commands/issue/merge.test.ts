import { beforeEach, describe, expect, test } from 'vitest';
import { on } from '../../src/domain/testing/sample.ts';
import { inRoom } from '../../src/testing/in-room.ts';
import { haveIssues } from '../../src/testing/room-issues.ts';
import { WEDNESDAY_10 } from '../../src/testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const { says, steps, refusal } = here;
const store = () => here.room.house.storage.store;

beforeEach(async () => {
  const open = { dispatchedAt: on('11-18 09:00'), deadline: on('11-20 18:00') };
  await haveIssues(here.room, [open, { ...open, units: ['河西街道'], coUnits: ['市住建局'] }], 327);
  const sent = { platform: 'simulator' as const, sentBy: '刘志强', sentAt: on('11-18 09:00') };
  const pictureId = await store().pictures.add({ ...sent, ref: 'two' });
  await store().pictures.attach({ issueNo: 328, round: 1, kind: 'before', pictureId });
});

describe('合并', () => {
  test('the older number stays; units and photos join; both have it on record', async () => {
    const heard = await says('赵雪', '328和327重复了，合并');
    expect(heard.text).toBe(
      '#328已并入#327，图片和责任单位一并转入。\n#327责任单位：市城管局、河西街道，协办市住建局，时限不变。',
    );
    expect(await here.room.issue(327)).toMatchObject({
      state: 'dispatched',
      units: ['市城管局', '河西街道'],
      coUnits: ['市住建局'],
    });
    expect(await here.room.issue(328)).toMatchObject({ state: 'merged', mergedInto: 327 });
    expect(await store().pictures.ofIssue(327)).toHaveLength(1);
    expect(await steps(327)).toEqual(['log 刘志强', 'merge 赵雪']);
    expect(await steps(328)).toEqual(['log 刘志强', 'merge 赵雪']);
    expect(await refusal('彭飞', '认领328')).toMatch(/#328已并入#327.*请改用#327/);
    expect((await says('周敏', '整改率')).text).toMatch(/合并1件/);
  });

  test.each(['把327并到328', '327重复了，328保留', '撤销327，跟328重复'])(
    'a younger number named to stay: the rule is told, and only a yes merges (%s)',
    async (text) => {
      expect(await refusal('赵雪', text)).toMatch(
        /^请确认：按规定保留较早的编号，不能保留#328。#328将并入#327，并入后不能再拆开。[^]*#327 [^]*#328 [^]*回复“对”合并/,
      );
      expect((await says('赵雪', '对')).text).toContain('#328已并入#327');
      expect((await here.room.issue(327)).state).toBe('dispatched');
    },
  );

  test('the sender puts himself right: asked with the numbers he ended with', async () => {
    await haveIssues(here.room, [{ dispatchedAt: on('11-18 09:00'), units: ['城关镇'] }], 329);
    expect(await refusal('赵雪', '327和328重复，打错了，是328和329重复')).toMatch(/^请确认：#329将并入#328，/);
    await says('赵雪', '对');
    expect((await here.room.issue(329)).mergedInto).toBe(328);
    expect((await here.room.issue(327)).state).toBe('dispatched');
  });

  test('said not to be the same: nothing is merged', async () => {
    const before = await here.holding();
    await says('赵雪', '327跟328不是一个问题');
    await says('赵雪', '327、328看着是一个问题，其实不是');
    expect(await here.holding()).toBe(before);
  });

  test('a unit whose number vanishes hears of it, although it has the other one already', async () => {
    await haveIssues(here.room, [{ dispatchedAt: on('11-18 09:00'), units: ['市城管局'] }], 329);
    const { pushes } = await says('赵雪', '327、329是同一个问题，合并', { group: null });
    expect(pushes.find(({ person }) => person === '王磊')?.text).toContain('#329已并入#327');
  });

  test('three at once', async () => {
    await haveIssues(here.room, [{ dispatchedAt: on('11-18 09:00'), units: ['城关镇'] }], 329);
    await says('赵雪', '327、328、329是同一个问题，合并');
    expect((await here.room.issue(327)).units).toEqual(['市城管局', '河西街道', '城关镇']);
    expect((await here.room.issue(329)).mergedInto).toBe(327);
  });

  test('refused: others than the office, one number, what is reported or closed', async () => {
    expect(await refusal('刘志强', '328和327重复了，合并')).toMatch(/合并由创城办办理/);
    expect(await refusal('王磊', '328和327重复了，合并')).toMatch(/合并由创城办办理/);
    await haveIssues(here.room, [{ state: 'closed', closedAt: on('11-18 09:50'), reportedAt: on('11-18 09:40') }], 412);
    expect(await refusal('赵雪', '412和327重复了，合并')).toMatch(/#412已于11月18日 09:50销号，不能合并/);
    expect(await refusal('赵雪', '500和327重复了，合并')).toMatch(/没有#500/);
  });
});
