import { beforeEach, describe, expect, test } from 'vitest';
import { on } from '../../src/domain/testing/sample.ts';
import { inRoom } from '../../src/testing/in-room.ts';
import { CLOSED, haveIssues } from '../../src/testing/room-issues.ts';
import { WEDNESDAY_10 } from '../../src/testing/room.ts';

const here = inRoom({ at: WEDNESDAY_10 });
const { says, steps, refusal } = here;
const photosOf = (no: number) => here.room.house.storage.store.pictures.ofIssue(no);

beforeEach(() => haveIssues(here.room, [CLOSED], 288));

describe('回头看', () => {
  test('held: recorded with its picture, nothing changes', async () => {
    const heard = await says('孙伟', '回头看：288没有反弹', { images: 1 });
    expect(heard.text).toBe('已记下#288回头看：没有反弹。如再出现，可回复“288反弹了”并附照片。');
    expect((await here.room.issue(288)).state).toBe('closed');
    expect(await steps(288)).toEqual(['log 刘志强', 'recheck 孙伟']);
    expect((await photosOf(288)).map(({ kind }) => kind)).toEqual(['verify']);
  });

  test('not by the unit, not of what is open', async () => {
    expect(await refusal('王磊', '回头看：288没有反弹')).toMatch(/回头看由督查组和创城办办理/);
    await haveIssues(here.room, [{}], 300);
    expect(await refusal('孙伟', '回头看：300没有反弹')).toMatch(/#300没有销号，不用回头看/);
  });
});

describe('反弹', () => {
  test('with a photo: round 2, half the time, counts as a rebound, the unit is told', async () => {
    const heard = await says('孙伟', '288又反弹了，今早又停满了', { images: 1 });
    expect(heard.text).toContain('#288记为反弹，第2轮，时限减半。\n【反弹重办】#288|市城管局');
    expect(heard.replies[0]?.mentions).toEqual(['王磊']);
    expect(await here.room.issue(288)).toMatchObject({
      state: 'dispatched',
      round: 2,
      reboundCount: 1,
      dispatchedAt: new Date(WEDNESDAY_10),
      deadline: on('11-18 14:00'),
      owner: null,
      closedAt: null,
    });
    expect((await photosOf(288)).map(({ kind, round }) => [kind, round])).toEqual([['before', 2]]);
    expect(await steps(288)).toEqual(['log 刘志强', 'reopen 孙伟']);
    expect((await says('周敏', '整改率')).text).toContain('0.0%(0/1)');
  });

  test('with a time stated nothing is halved; several problems have each its own round', async () => {
    const heard = await says('孙伟', '288反弹，请城管局11月27日前整改', { images: 1 });
    expect(heard.text).toMatch(/^#288记为反弹，第2轮。\n/);
    await haveIssues(here.room, [CLOSED, { ...CLOSED, round: 2 }], 300);
    expect((await says('孙伟', '300、301又反弹了', { images: 1 })).text).toMatch(
      /^#300记为反弹，第2轮；#301记为反弹，第3轮，时限减半。\n/,
    );
  });

  test('without a photo it is asked for; nothing happens until it comes', async () => {
    const before = await here.holding();
    expect((await says('孙伟', '288反弹，请城管局明天中午前整改')).text).toContain('还差现场照片');
    expect(await here.holding()).toBe(before);
    await says('孙伟', '', { images: 1 });
    expect(await here.room.issue(288)).toMatchObject({ round: 2, deadline: on('11-19 12:00') });
  });

  test('the unit may appeal anew in the new round only where it has not appealed before', async () => {
    await says('孙伟', '288又反弹了', { images: 1 });
    expect((await says('王磊', '288不归我们管，申请调整')).text).toContain('申诉已报创城办');
  });

  test('refused: the unit itself, what is open, after thirty days', async () => {
    expect(await refusal('王磊', '288又反弹了')).toMatch(/反弹重开由督查组和创城办办理/);
    await haveIssues(here.room, [{}, { ...CLOSED, closedAt: on('10-18 09:00') }], 300);
    expect(await refusal('孙伟', '300又反弹了')).toMatch(/#300没有销号，不用反弹重开/);
    expect(await refusal('孙伟', '301又反弹了')).toMatch(/#301销号已超过30天，不算反弹/);
  });
});
